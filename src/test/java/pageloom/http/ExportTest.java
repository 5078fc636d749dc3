package pageloom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pageloom.page.ScriptedAuthor;

/// A page as a file over HTTP.
@Timeout(60)
final class ExportTest {
  @TempDir Path folder;
  private final ScriptedAuthor author = ScriptedAuthor.free();
  private ApiServer server;

  @BeforeEach
  void start() throws Exception {
    server = new ApiServer(folder, author);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private String complete(String sections) throws Exception {
    String body = server.post("/api/pages", "{\"prompt\":\"" + sections + "\"}").body();
    String id = JsonParser.parseString(body).getAsJsonObject().get("id").getAsString();
    server.get("/api/pages/" + id + "/events");
    return "/api/pages/" + id + "/export";
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @ParameterizedTest
  @CsvSource({
    "?format=html, text/html;charset=utf-8, corvane.html",
    "'', text/html;charset=utf-8, corvane.html",
    "?format=static, application/zip, corvane-static.zip",
    "?format=react, application/zip, corvane-react.zip",
    "?format=typescript, application/zip, corvane-typescript.zip",
    "?format=vue, application/zip, corvane-vue.zip",
    "?format=svelte, application/zip, corvane-svelte.zip"
  })
  void every_format_is_a_file_with_a_name(String query, String type, String name) throws Exception {
    var answer = server.get(complete("Hero Footer") + query);
    assertEquals(200, answer.statusCode(), answer.body());
    assertEquals(type, header(answer, "Content-Type").toLowerCase(java.util.Locale.ROOT));
    assertEquals(
        "attachment; filename=\"" + name + "\"; filename*=UTF-8''" + name,
        header(answer, "Content-Disposition"));
    assertEquals("no-store", header(answer, "Cache-Control"));
  }

  @Test
  void what_failed_is_left_out() throws Exception {
    author.with("Pricing", new pageloom.page.SectionAuthor.Refused("no", java.util.List.of()));
    var answer = server.get(complete("Hero Pricing Footer"));
    assertTrue(answer.body().contains("<p>Hero</p>"), answer.body());
    assertTrue(answer.body().contains("<p>Footer</p>"), answer.body());
    assertFalse(answer.body().contains("Pricing"), answer.body());
  }

  @Test
  void an_unknown_format_is_422_and_names_those_that_there_are() throws Exception {
    var answer = server.get(complete("Hero") + "?format=angular");
    assertEquals(422, answer.statusCode());
    assertTrue(
        answer
            .body()
            .contains("format: must be one of html, react, typescript, vue, svelte, static"),
        answer.body());
  }

  @Test
  void a_page_that_there_is_not_is_404() throws Exception {
    String id = "646e98a2-50ed-4be6-ae57-63e3678b93a3";
    assertEquals(404, server.get("/api/pages/" + id + "/export?format=html").statusCode());
  }
}
