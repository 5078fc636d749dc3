package pageloom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pageloom.page.ScriptedAuthor;
import pageloom.plan.Themes;

/// Pages as a resource: start, list, snapshot, and the log as a stream that resumes.
@Timeout(30)
final class PagesTest {
  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() throws Exception {
    server = new ApiServer(folder, ScriptedAuthor.free());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  private String begin(String sections) throws Exception {
    return json(server.post("/api/pages", "{\"prompt\":\"" + sections + "\"}"))
        .get("id")
        .getAsString();
  }

  /// A page that is complete, and its whole stream.
  private String[] complete(String sections) throws Exception {
    String id = begin(sections);
    return new String[] {id, server.get("/api/pages/" + id + "/events").body()};
  }

  private static List<String> ids(String stream) {
    List<String> ids = new ArrayList<>();
    for (String line : stream.split("\n")) if (line.startsWith("id: ")) ids.add(line.substring(4));
    return ids;
  }

  private HttpResponse<String> resume(String page, String lastEventId) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri("/api/pages/" + page + "/events"))
            .header("Last-Event-ID", lastEventId));
  }

  @Test
  void a_page_is_created_with_a_location_and_a_snapshot() throws Exception {
    var answer = server.post("/api/pages", "{\"prompt\":\"Hero Footer\",\"outputFormat\":\"vue\"}");
    assertEquals(201, answer.statusCode());
    var page = json(answer);
    assertEquals(
        "/api/pages/" + page.get("id").getAsString(),
        answer.headers().firstValue("Location").orElse(""));
    assertEquals("vue", page.get("outputFormat").getAsString());
    assertEquals(2, page.getAsJsonArray("sections").size());
    for (String field :
        "id title prompt pageType outputFormat state seq brief sections costUsd createdAt updatedAt"
            .split(" ")) {
      assertTrue(page.has(field), field);
    }
    var section = page.getAsJsonArray("sections").get(0).getAsJsonObject();
    for (String field :
        "name order state code html revision author model attempts inputTokens outputTokens costUsd estimated startedAt durationMs error"
            .split(" ")) {
      assertTrue(section.has(field), field);
    }
  }

  @Test
  void a_snapshot_of_a_complete_page_has_every_section() throws Exception {
    String[] page = complete("Hero Footer");
    var snapshot = json(server.get("/api/pages/" + page[0]));
    assertEquals("completed", snapshot.get("state").getAsString());
    for (var section : snapshot.getAsJsonArray("sections")) {
      assertEquals("completed", section.getAsJsonObject().get("state").getAsString());
      assertTrue(section.getAsJsonObject().get("html").getAsString().startsWith("<p>"));
    }
  }

  @Test
  void the_same_idempotency_key_gives_the_same_page() throws Exception {
    String first = keyed("k", "Hero").get("id").getAsString();
    assertEquals(first, keyed("k", "Hero").get("id").getAsString());
    assertNotEquals(first, keyed("other", "Hero").get("id").getAsString());
    assertEquals(409, keyed("k", "Footer").get("status").getAsInt());
  }

  private JsonObject keyed(String key, String prompt) throws Exception {
    return json(
        server.send(
            HttpRequest.newBuilder(server.uri("/api/pages"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"prompt\":\"" + prompt + "\"}"))));
  }

  @Test
  void the_list_shows_pages_and_where_it_goes_on() throws Exception {
    for (int i = 0; i < 3; i++) begin("Hero");
    var first = json(server.get("/api/pages?limit=2"));
    assertEquals(2, first.getAsJsonArray("pages").size());
    var rest =
        json(server.get("/api/pages?limit=2&cursor=" + first.get("nextCursor").getAsString()));
    assertEquals(1, rest.getAsJsonArray("pages").size());
    assertTrue(rest.get("nextCursor").isJsonNull());
    assertEquals(3, json(server.get("/api/pages?q=corvane")).getAsJsonArray("pages").size());
  }

  @Test
  void the_log_is_streamed_with_gapless_ids_and_a_retry_first() throws Exception {
    String[] page = complete("Hero Footer");
    assertTrue(page[1].matches("(?s)retry: [2-5]\\d{3}\n\nid: v1\\..*"), page[1]);
    List<String> expected = new ArrayList<>();
    for (int seq = 1; seq <= 6; seq++) expected.add("v1." + page[0] + "." + seq);
    assertEquals(expected, ids(page[1]));
  }

  @Test
  void resuming_after_each_seq_sends_exactly_the_rest() throws Exception {
    String[] page = complete("Hero Footer");
    List<String> all = ids(page[1]);
    for (int seen = 1; seen < all.size(); seen++) {
      String rest = resume(page[0], all.get(seen - 1)).body();
      assertEquals(all.subList(seen, all.size()), ids(rest));
      assertTrue(page[1].endsWith(rest.substring(rest.indexOf("id: "))));
    }
  }

  @Test
  void a_client_that_has_everything_of_a_complete_page_is_told_to_stop() throws Exception {
    String[] page = complete("Hero");
    assertEquals(204, resume(page[0], ids(page[1]).getLast()).statusCode());
    var query =
        server.get("/api/pages/" + page[0] + "/events?last_event_id=" + ids(page[1]).getLast());
    assertEquals(204, query.statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense,malformed",
    "v1.x.1,malformed",
    "v2.PAGE.1,malformed",
    "v1.PAGE.999999999999999999999,malformed",
    "v1.PAGE.9999,beyond",
    "v1.00000000-0000-4000-8000-000000000000.1,another page"
  })
  void an_id_that_can_not_be_resumed_from_gets_a_reset_with_a_snapshot(String id, String reason)
      throws Exception {
    String[] page = complete("Hero");
    var answer = resume(page[0], id.replace("PAGE", page[0]));
    assertEquals(200, answer.statusCode());
    assertEquals(List.of(ids(page[1]).getLast()), ids(answer.body()));
    String data = answer.body().substring(answer.body().indexOf("data: ") + 6).strip();
    var reset = JsonParser.parseString(data).getAsJsonObject();
    assertEquals("reset", reset.get("type").getAsString());
    assertTrue(reset.get("reason").getAsString().contains(reason), data);
    assertEquals("completed", reset.getAsJsonObject("snapshot").get("state").getAsString());
  }

  @Test
  void choices_and_health_are_there() throws Exception {
    assertEquals(1, json(server.get("/api/page-types")).getAsJsonArray("pageTypes").size());
    assertEquals(false, json(server.get("/api/models")).get("connected").getAsBoolean());
    JsonObject themes = json(server.get("/api/themes"));
    assertEquals(
        Themes.palettes(),
        themes.getAsJsonArray("palettes").asList().stream()
            .map(palette -> palette.getAsJsonObject().get("id").getAsString())
            .toList());
    for (String part : List.of("modes", "types", "radii", "densities")) {
      assertFalse(themes.getAsJsonArray(part).isEmpty(), part);
    }
    assertEquals(200, server.get("/readyz").statusCode());
    server.engine.close();
    assertEquals(503, server.get("/readyz").statusCode());
    assertEquals(503, server.post("/api/pages", "{\"prompt\":\"Hero\"}").statusCode());
    assertEquals(200, server.get("/healthz").statusCode());
  }
}
