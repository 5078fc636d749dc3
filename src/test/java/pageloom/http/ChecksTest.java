package pageloom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.page.ScriptedAuthor;

/// What is said of a person's markup before it is saved.
@Timeout(30)
final class ChecksTest {
  @TempDir Path folder;
  private ApiServer server;
  private String page = "";

  @BeforeEach
  void start() throws Exception {
    server = new ApiServer(folder, ScriptedAuthor.free());
    String created = server.post("/api/pages", "{\"prompt\":\"Hero Footer\"}").body();
    page = JsonParser.parseString(created).getAsJsonObject().get("id").getAsString();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private HttpResponse<String> check(String page, String section, String html) throws Exception {
    var body = new JsonObject();
    body.addProperty("page", page);
    body.addProperty("section", section);
    body.addProperty("html", html);
    return server.post("/api/checks", body.toString());
  }

  private JsonObject checked(String html) throws Exception {
    var answer = check(page, "Hero", html);
    assertEquals(200, answer.statusCode(), answer.body());
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  private static List<String> kinds(JsonObject checked) {
    return checked.getAsJsonArray("findings").asList().stream()
        .map(JsonElement::getAsJsonObject)
        .map(finding -> finding.get("kind").getAsString())
        .toList();
  }

  @Test
  void findings_name_the_fault_and_its_lines() throws Exception {
    var checked =
        checked("<header>\n<h1>A title of some words</h1>\n<p class=\"bg-red-500\">x</p></header>");
    assertTrue(kinds(checked).contains("raw_colour"), checked.toString());
    for (JsonElement finding : checked.getAsJsonArray("findings")) {
      var json = finding.getAsJsonObject();
      if (json.get("kind").getAsString().equals("raw_colour")) {
        assertEquals("[3]", json.get("lines").toString());
      }
    }
  }

  @Test
  void a_link_to_a_section_of_the_page_is_no_dead_one() throws Exception {
    String html = "<header><h1>A title of some words</h1><a href=\"#%s\">Go there</a></header>";
    String anchor =
        JsonParser.parseString(server.get("/api/pages/" + page).body())
            .getAsJsonObject()
            .getAsJsonArray("sections")
            .get(1)
            .getAsJsonObject()
            .get("name")
            .getAsString()
            .toLowerCase(java.util.Locale.ROOT);
    assertTrue(!kinds(checked(html.formatted(anchor))).contains("dead_link"));
    assertTrue(kinds(checked(html.formatted("nowhere"))).contains("dead_link"));
  }

  @Test
  void what_would_be_shown_is_laid_out_and_says_what_is_missing() throws Exception {
    var checked = checked("<header><script>1</script><h1>Hello</h1></header>");
    assertEquals(
        "<script>", checked.getAsJsonArray("removed").get(0).getAsString(), checked.toString());
    String shown = checked.get("html").getAsString();
    assertTrue(shown.contains("\n  <h1>Hello</h1>\n"), shown);
    assertTrue(!shown.contains("script"), shown);
  }

  @Test
  void markup_that_cannot_be_shown_has_findings_and_nothing_to_show() throws Exception {
    var checked = checked("<div>".repeat(2_000));
    assertTrue(checked.get("html").isJsonNull(), kinds(checked).toString());
    assertTrue(!kinds(checked).isEmpty());
  }

  @Test
  void whoever_names_no_page_or_no_section_of_it_is_told() throws Exception {
    assertEquals(422, check(page, "Nowhere", "<p>x</p>").statusCode());
    assertEquals(422, check("unknown", "Hero", "<p>x</p>").statusCode());
    assertEquals(422, server.post("/api/checks", "{\"html\":\"x\"}").statusCode());
    assertEquals(422, server.post("/api/checks", "{}").statusCode());
    assertEquals(405, server.get("/api/checks").statusCode());
  }
}
