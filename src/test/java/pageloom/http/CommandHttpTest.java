package pageloom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pageloom.page.PageId;
import pageloom.page.ScriptedAuthor;

/// Commands over HTTP: what they answer, and what bad ones get, with the log unchanged.
@Timeout(30)
final class CommandHttpTest {
  @TempDir Path folder;
  private ApiServer server;
  private String page;

  @BeforeEach
  void start() throws Exception {
    server = new ApiServer(folder, ScriptedAuthor.free());
    var answer = server.post("/api/pages", "{\"prompt\":\"Hero Pricing\"}");
    page = "/api/pages/" + json(answer).get("id").getAsString();
    server.get(page + "/events");
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  private HttpResponse<String> command(String fields) throws Exception {
    return server.post(page + "/commands", "{\"id\":\"" + UUID.randomUUID() + "\"," + fields + "}");
  }

  private JsonObject snapshot() throws Exception {
    return json(server.get(page));
  }

  private JsonObject section(int order) throws Exception {
    return snapshot().getAsJsonArray("sections").get(order).getAsJsonObject();
  }

  @Test
  void a_command_is_accepted_with_the_seq_that_applied_it() throws Exception {
    var answer = command("\"type\":\"move\",\"section\":\"Pricing\",\"order\":0");
    assertEquals(202, answer.statusCode());
    assertEquals(snapshot().get("seq"), json(answer).get("seq"));
    assertEquals("Pricing", section(0).get("name").getAsString());
  }

  @Test
  void the_same_command_twice_is_applied_once() throws Exception {
    String body = "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"rename\",\"title\":\"Mine\"}";
    var first = server.post(page + "/commands", body);
    var second = server.post(page + "/commands", body);
    assertEquals(first.body(), second.body());
    assertEquals("Mine", snapshot().get("title").getAsString());
  }

  @Test
  void what_the_sanitizer_takes_out_is_accepted_and_reported() throws Exception {
    command("\"type\":\"write\",\"section\":\"Hero\",\"html\":\"<p>evil mine</p>\"");
    assertEquals("<p> mine</p>", section(0).get("html").getAsString());
    String events = server.get(page + "/events").body();
    assertTrue(events.contains("\"type\":\"section_edited\""), events);
    assertTrue(events.contains("\"removed\":[\"<evil>\"]"), events);
  }

  @Test
  void every_version_of_a_section_is_there_newest_first() throws Exception {
    command("\"type\":\"write\",\"section\":\"Hero\",\"html\":\"<p>mine</p>\"");
    command("\"type\":\"restore\",\"section\":\"Hero\",\"revision\":1");
    var versions = json(server.get(page + "/versions?section=Hero")).getAsJsonArray("versions");
    assertEquals(3, versions.size());
    var newest = versions.get(0).getAsJsonObject();
    assertEquals(1, newest.get("restoredFrom").getAsInt());
    assertTrue(newest.get("current").getAsBoolean());
    assertEquals("person", versions.get(1).getAsJsonObject().get("author").getAsString());
    assertEquals("<p>Hero</p>", versions.get(2).getAsJsonObject().get("html").getAsString());
  }

  @Test
  void a_copy_is_a_page_of_its_own() throws Exception {
    var answer = server.post(page + "/copies", "{}");
    assertEquals(201, answer.statusCode());
    assertEquals("Copy of Corvane", json(answer).get("title").getAsString());
    assertTrue(answer.headers().firstValue("Location").orElseThrow().startsWith("/api/pages/"));
  }

  @Test
  void a_deleted_page_is_gone_for_good() throws Exception {
    var delete = HttpRequest.newBuilder(server.uri(page)).DELETE();
    assertEquals(204, server.send(delete).statusCode());
    assertEquals(404, server.get(page).statusCode());
    assertEquals(404, server.send(delete).statusCode());
    var answer = command("\"type\":\"pause\"");
    assertEquals(404, answer.statusCode());
    assertTrue(json(answer).get("detail").getAsString().contains("deleted"), answer.body());
  }

  @Test
  void a_stream_that_watches_outlives_the_end_and_sees_what_changes() throws Exception {
    PageId id = new PageId(page.substring("/api/pages/".length()));
    long seq = server.log.find(id).orElseThrow().lastSeq();
    var request =
        HttpRequest.newBuilder(server.uri(page + "/events?watch=1"))
            .header("Last-Event-ID", "v1." + id + "." + seq);
    var lines = server.lines(request);
    command("\"type\":\"rename\",\"title\":\"Seen\"");
    assertTrue(lines.anyMatch(line -> line.contains("\"title\":\"Seen\"")));
  }

  @Test
  void a_stream_that_does_not_watch_replays_later_edits_and_ends() throws Exception {
    command("\"type\":\"rename\",\"title\":\"Later\"");
    String all = server.get(page + "/events").body();
    assertTrue(all.contains("\"type\":\"complete\""), all);
    assertTrue(all.strip().endsWith("{\"type\":\"renamed\",\"title\":\"Later\"}"), all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"type\":\"dance\"|422|type: use one of: pause,",
        "\"kind\":\"pause\"|422|type: use one of: pause,",
        "\"type\":\"retry\"|422|section: say which section",
        "\"type\":\"retry\",\"section\":\"Nobody\"|422|section: there is no Nobody. The page has:"
            + " Hero, Pricing.",
        "\"type\":\"write\",\"section\":\"Hero\",\"html\":\"x\",\"expectedRevision\":7|409"
            + "|expectedRevision: Hero is at revision 1 by now",
        "\"type\":\"write\",\"section\":\"Hero\"|422|html: send the section's markup",
        "\"type\":\"write\",\"section\":\"Hero\",\"html\":5|422|html: must be a string",
        "\"type\":\"restore\",\"section\":\"Hero\",\"revision\":9|422|revision: Hero has no"
            + " revision 9",
        "\"type\":\"restore\",\"section\":\"Hero\",\"revision\":\"1\"|422|revision: must be a whole"
            + " number",
        "\"type\":\"move\",\"section\":\"Hero\",\"order\":-1|422|order: must be a whole number",
        "\"type\":\"rewrite\",\"section\":\"Hero\"|422|instruction: say what to change",
        "\"type\":\"rewrite\",\"section\":\"Hero\",\"instruction\":\"shorter\"|409|instruction: a"
            + " model follows instructions, and none is connected",
        "\"type\":\"theme\",\"theme\":\"dark\"|422|theme: must be an object",
        "\"type\":\"budget\",\"budgetUsd\":-1|422|budgetUsd: must be a number of dollars",
        "\"type\":\"rename\",\"title\":\" \"|422|title: say what the page is called",
        "\"type\":\"add\"|422|name: say what the section is called",
        "\"type\":\"pause\",\"stop\":\"yes\"|422|stop: must be true or false",
        "\"type\":\"pause\"|409|type: nothing is being made",
        "\"type\":\"cancel\"|409|type: the page is complete",
      })
  void a_bad_command_gets_words_and_changes_nothing(String fields, int status, String detail)
      throws Exception {
    long before = snapshot().get("seq").getAsLong();
    var answer = command(fields);
    assertEquals(status, answer.statusCode(), answer.body());
    String said = json(answer).get("detail").getAsString();
    assertTrue(said.startsWith(detail), said);
    assertEquals(before, snapshot().get("seq").getAsLong());
  }

  @Test
  void a_command_needs_an_id() throws Exception {
    var answer = server.post(page + "/commands", "{\"type\":\"pause\"}");
    assertEquals(422, answer.statusCode());
    assertTrue(json(answer).get("detail").getAsString().startsWith("id: name the command"));
    answer = server.post(page + "/commands", "{\"id\":\"1\",\"type\":\"pause\"}");
    assertTrue(json(answer).get("detail").getAsString().startsWith("id: must be a UUID"));
  }
}
