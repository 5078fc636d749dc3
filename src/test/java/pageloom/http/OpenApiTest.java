package pageloom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The OpenAPI document and the server say the same.
@Timeout(60)
final class OpenApiTest {
  private static final String START = "{\"prompt\":\"%s\"}";

  @TempDir Path folder;
  private final CostlyAuthor author = new CostlyAuthor();
  private final HttpClient client = HttpClient.newHttpClient();
  private final Set<String> seen = new TreeSet<>();
  private ApiServer server;
  private Description description;

  @BeforeEach
  void start() throws Exception {
    server = new ApiServer(folder, author);
    description = new Description(server.get("/api/openapi.json").body());
  }

  @AfterEach
  void stop() throws Exception {
    client.shutdownNow();
    server.close();
  }

  private String begin(String sections) throws Exception {
    var answer = server.post("/api/pages", START.formatted(sections));
    description.requireDescribed("POST", "/api/pages", answer);
    return JsonParser.parseString(answer.body()).getAsJsonObject().get("id").getAsString();
  }

  private String complete(String sections) throws Exception {
    String id = begin(sections);
    server.get("/api/pages/" + id + "/events");
    return id;
  }

  private HttpResponse<String> ask(String method, String path) throws Exception {
    return server.send(
        HttpRequest.newBuilder(server.uri(path)).method(method, BodyPublishers.noBody()));
  }

  private HttpResponse<String> command(String id, String fields) throws Exception {
    String body = "{\"id\":\"" + UUID.randomUUID() + "\"," + fields + "}";
    var answer = server.post("/api/pages/" + id + "/commands", body);
    description.requireDescribed("POST", "/api/pages/{id}/commands", answer);
    return answer;
  }

  /// The lines of a page's stream, as they come.
  private Iterator<String> follow(String id, String query) throws Exception {
    var request =
        HttpRequest.newBuilder(server.uri("/api/pages/" + id + "/events" + query)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofLines()).body().iterator();
  }

  /// Reads on until an event of that type has come, or the end; each event is checked.
  private void readUntil(Iterator<String> lines, String type) {
    while (lines.hasNext()) {
      String line = lines.next();
      if (!line.startsWith("data: ")) continue;
      String found = description.requireEvent("Event", line.substring(6));
      seen.add(found);
      if (found.equals(type)) return;
    }
    if (!type.isEmpty()) throw new AssertionError("the stream ended without " + type);
  }

  @Test
  void every_path_that_is_registered_is_described_and_the_other_way_round() {
    Set<String> registered = new TreeSet<>(server.mappings);
    registered.removeAll(Set.of("/", "/error", "/api/*"));
    Set<String> described = new TreeSet<>();
    for (String path : description.methods().keySet()) {
      described.add(path.startsWith("/api/pages/") ? "/api/pages/*" : path);
    }
    assertEquals(registered, described);
  }

  @Test
  void every_path_has_the_methods_that_are_described_and_no_other() throws Exception {
    for (var path : description.methods().entrySet()) {
      Set<String> allowed = new TreeSet<>(path.getValue());
      if (allowed.contains("GET")) allowed.add("HEAD");
      for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
        String address = path.getKey().replace("{id}", complete("Hero")).replace("{share}", "none");
        var answer = ask(method, address);
        String call = method + " " + address + ": " + answer.statusCode() + " " + answer.body();
        if (allowed.contains(method)) {
          assertTrue(!Set.of(404, 405, 500).contains(answer.statusCode()), call);
          if (method.equals("HEAD")) assertEquals("", answer.body());
          else description.requireDescribed(method, path.getKey(), answer);
        } else {
          assertEquals(405, answer.statusCode(), call);
          assertEquals(
              String.join(", ", allowed), answer.headers().firstValue("Allow").orElse(""), call);
          if (!method.equals("HEAD")) description.requireValid("Problem", answer.body());
        }
      }
    }
  }

  @Test
  void every_example_of_a_start_starts_a_page_by_each_call() throws Exception {
    var examples =
        description.part(
            "components", "requestBodies", "PageStart", "content", "application/json", "examples");
    for (JsonElement example : examples.asMap().values()) {
      String body = example.getAsJsonObject().get("value").toString();
      description.requireValid("PageStart", body);
      for (var path : description.methods().keySet()) {
        if (!path.startsWith("/api/generate") && !path.equals("/api/pages")) continue;
        var answer = server.post(path, body);
        assertEquals(2, answer.statusCode() / 100, answer.body());
        description.requireDescribed("POST", path, answer);
      }
    }
  }

  /// Carries out every example of a command, in their order, on a page of which one section is in
  /// the making; then reads the whole log.
  private void sendEveryCommand() throws Exception {
    String id = begin("Navigation Hero Pricing Footer");
    Iterator<String> lines = follow(id, "");
    for (String section : List.of("Navigation", "Hero")) readUntil(lines, "section_complete");
    var examples =
        description
            .operation("POST", "/api/pages/{id}/commands")
            .getAsJsonObject("requestBody")
            .getAsJsonObject("content")
            .getAsJsonObject("application/json")
            .getAsJsonObject("examples");
    assertEquals(description.types("Command").keySet(), Set.copyOf(examples.keySet()));
    for (JsonElement example : examples.asMap().values()) {
      String body = example.getAsJsonObject().get("value").toString();
      description.requireValid("Command", body);
      var answer = server.post("/api/pages/" + id + "/commands", body);
      assertEquals(202, answer.statusCode(), body + answer.body());
      description.requireDescribed("POST", "/api/pages/{id}/commands", answer);
      requireReadable(id);
    }
    readUntil(follow(id, ""), "");
  }

  private void requireReadable(String id) throws Exception {
    for (String part : List.of("", "/versions?section=Hero")) {
      var answer = server.get("/api/pages/" + id + part);
      assertEquals(200, answer.statusCode(), answer.body());
      description.requireDescribed(
          "GET", "/api/pages/{id}" + part.replaceFirst("\\?.*", ""), answer);
    }
  }

  @Test
  void every_example_of_a_command_is_carried_out_and_every_event_is_described() throws Exception {
    sendEveryCommand();

    String id = begin("Hero Pricing Broken");
    Iterator<String> lines = follow(id, "?watch=1");
    for (String section : List.of("Hero", "Pricing")) readUntil(lines, "status");
    author.step();
    readUntil(lines, "section_delta");
    author.step();
    readUntil(lines, "section_waiting");
    command(id, "\"type\":\"write\",\"section\":\"Pricing\",\"html\":\"<p>evil</p>\"");
    author.step();
    for (String type : List.of("section_version", "error", "complete")) readUntil(lines, type);
    requireReadable(id);
    for (String last : List.of("nonsense", "v1." + id + ".999", "v1." + UUID.randomUUID() + ".1")) {
      readUntil(follow(id, "?last_event_id=" + last), "reset");
    }
    var copy = ask("POST", "/api/pages/" + id + "/copies");
    description.requireDescribed("POST", "/api/pages/{id}/copies", copy);
    description.requireDescribed("GET", "/api/pages", server.get("/api/pages?limit=1"));
    ask("DELETE", "/api/pages/" + id);
    readUntil(lines, "error");

    assertEquals(description.types("Event").keySet(), seen);
  }

  @Test
  void every_frame_of_the_streaming_call_is_described() throws Exception {
    String path = "/api/generate-multi-section-stream";
    Set<String> types = new TreeSet<>();
    for (String line : server.post(path, START.formatted("Hero Broken")).body().split("\n")) {
      if (line.startsWith("data: ")) {
        types.add(description.requireEvent("StreamFrame", line.substring(6)));
      }
    }
    assertEquals(description.types("StreamFrame").keySet(), types);
    var whole = server.post("/api/generate-multi-section", START.formatted("Hero Broken"));
    description.requireDescribed("POST", "/api/generate-multi-section", whole);
  }

  @Test
  void conflicts_and_bodies_that_are_refused_are_described() throws Exception {
    String id = complete("Hero");
    String stale = "\"type\":\"write\",\"section\":\"Hero\",\"html\":\"x\",\"expectedRevision\":0";
    assertEquals(409, command(id, stale).statusCode());
    assertEquals(409, command(id, "\"type\":\"pause\"").statusCode());
    assertEquals(422, command(id, "\"type\":\"fly\"").statusCode());
    assertEquals(422, command(id, "\"type\":\"remove\",\"section\":\"Nothing\"").statusCode());
    assertEquals(413, command(id, "\"x\":\"" + "y".repeat(256 * 1024) + "\"").statusCode());
    assertEquals(415, ask("POST", "/api/pages/" + id + "/commands").statusCode());
    for (String path : description.methods().keySet()) {
      if (!path.startsWith("/api/generate") && !path.equals("/api/pages")) continue;
      for (String prompt : List.of("Hero", "Footer")) {
        var request =
            HttpRequest.newBuilder(server.uri(path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", path)
                .POST(BodyPublishers.ofString(START.formatted(prompt)));
        var answer = server.send(request);
        assertEquals(prompt.equals("Hero"), answer.statusCode() != 409, answer.body());
        description.requireDescribed("POST", path, answer);
      }
      for (String body : List.of("y".repeat(256 * 1024 + 1), "{")) {
        var answer = server.post(path, body);
        assertEquals(body.equals("{") ? 400 : 413, answer.statusCode());
        description.requireDescribed("POST", path, answer);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "POST|/api/pages|{|400",
        "POST|/api/pages|{\"prompt\":\"a\",\"parallelism\":8}|422",
        "POST|/api/generate-multi-section|{}|422",
        "POST|/api/generate-multi-section-stream|[]|400",
        "GET|/api/pages?limit=0||422",
        "GET|/api/pages/{id}||404",
        "DELETE|/api/pages/{id}||404",
        "GET|/api/pages/{id}/events||404",
        "GET|/api/pages/{id}/versions||404",
        "POST|/api/pages/{id}/copies||404",
        "POST|/api/pages/{id}/commands|{}|404"
      })
  void a_refusal_is_described(String method, String path, String body, int status)
      throws Exception {
    String address = path.replace("{id}", UUID.randomUUID().toString());
    var answer = body == null ? ask(method, address) : server.post(address, body);
    assertEquals(status, answer.statusCode(), answer.body());
    description.requireDescribed(method, path.replaceFirst("\\?.*", ""), answer);
  }
}
