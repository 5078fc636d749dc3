package pageloom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pageloom.page.ScriptedAuthor;

/// Every way to ask wrongly gets a problem that names it; nothing is started, nothing stored.
@Timeout(30)
final class BadRequestTest {
  private static final String STREAM = "/api/generate-multi-section-stream";

  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() throws Exception {
    server = new ApiServer(folder, ScriptedAuthor.free());
  }

  @AfterEach
  void stop() throws Exception {
    assertEquals(0, server.log.list("local", Optional.empty(), "", 10).size(), "something stored");
    assertEquals(200, server.get("/healthz").statusCode());
    server.close();
  }

  private static void assertProblem(int status, String detail, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertTrue(
        answer
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("application/problem+json"));
    var json = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertEquals(status, json.get("status").getAsInt());
    assertTrue(json.get("detail").getAsString().contains(detail), answer.body());
    assertEquals(
        answer.headers().firstValue("X-Request-Id").orElse(""),
        json.get("requestId").getAsString());
    assertTrue(json.has("type") && json.has("title"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "{",
        "{\"prompt\":\"a\"} x",
        "[1]",
        "null",
        "\"a\"",
        "{'prompt':'a'}",
        "{\"prompt\":\"a\",}",
        "{prompt:\"a\"}"
      })
  void what_is_not_a_json_object_is_400(String body) throws Exception {
    assertProblem(400, "The body", server.post(STREAM, body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|prompt",
        "{\"prompt\":\"\"}|prompt",
        "{\"prompt\":\"  \\n \"}|prompt",
        "{\"prompt\":7}|prompt",
        "{\"prompt\":null}|prompt",
        "{\"prompt\":[\"a\"]}|prompt",
        "{\"prompt\":\"a\",\"outputFormat\":\"angular\"}|outputFormat",
        "{\"prompt\":\"a\",\"outputFormat\":3}|outputFormat",
        "{\"prompt\":\"a\",\"parallelism\":0}|parallelism",
        "{\"prompt\":\"a\",\"parallelism\":8}|parallelism",
        "{\"prompt\":\"a\",\"parallelism\":1.5}|parallelism",
        "{\"prompt\":\"a\",\"parallelism\":\"2\"}|parallelism",
        "{\"prompt\":\"a\",\"sections\":\"Hero\"}|sections",
        "{\"prompt\":\"a\",\"sections\":[3]}|sections",
        "{\"prompt\":\"a\",\"sections\":[\"\"]}|sections",
        "{\"prompt\":\"a\",\"sections\":[{\"nme\":\"Hero\"}]}|sections",
        "{\"prompt\":\"a\",\"theme\":\"dark\"}|theme",
        "{\"prompt\":\"a\",\"theme\":{\"palette\":1}}|theme.palette",
        "{\"prompt\":\"a\",\"pageType\":{}}|pageType",
        "{\"prompt\":\"a\",\"model\":1}|model",
        "{\"prompt\":\"a\",\"seed\":-1}|seed",
        "{\"prompt\":\"a\",\"budgetUsd\":\"1\"}|budgetUsd",
        "{\"prompt\":\"a\",\"budgetUsd\":-1}|budgetUsd"
      })
  void a_field_that_says_something_impossible_is_422_and_named(String body, String field)
      throws Exception {
    assertProblem(422, field, server.post(STREAM, body));
    assertProblem(422, field, server.post("/api/generate-multi-section", body));
    assertProblem(422, field, server.post("/api/pages", body));
  }

  @Test
  void a_prompt_of_more_than_16000_code_points_is_422() throws Exception {
    assertProblem(
        422, "prompt", server.post(STREAM, "{\"prompt\":\"" + "é".repeat(16_001) + "\"}"));
  }

  @Test
  void nesting_deeper_than_32_levels_is_400() throws Exception {
    String deep = "{\"prompt\":\"a\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
    assertProblem(400, "deeper", server.post(STREAM, deep));
  }

  @Test
  void a_body_over_256_kib_is_413_with_and_without_a_length() throws Exception {
    String large = "{\"prompt\":\"a\",\"x\":\"" + "y".repeat(256 * 1024) + "\"}";
    assertProblem(413, "256 KiB", server.post(STREAM, large));
    var chunked =
        HttpRequest.newBuilder(server.uri(STREAM))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofInputStream(() ->
                    new java.io.ByteArrayInputStream(
                        large.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    assertProblem(413, "256 KiB", server.send(chunked));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp"})
  void another_media_type_is_415(String type) throws Exception {
    var request =
        HttpRequest.newBuilder(server.uri(STREAM))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString("{\"prompt\":\"A\"}"));
    assertProblem(415, "application/json", server.send(request));
  }

  @Test
  void bytes_that_are_not_utf_8_are_400() throws Exception {
    var request =
        HttpRequest.newBuilder(server.uri(STREAM))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xff, '"', '}'}));
    assertProblem(400, "UTF-8", server.send(request));
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/generate-multi-section-stream,POST",
    "DELETE,/api/generate-multi-section,POST",
    "PUT,/api/pages,'GET, HEAD, POST'",
    "POST,/api/page-types,'GET, HEAD'",
    "POST,/healthz,'GET, HEAD'"
  })
  void another_method_is_405_with_what_is_allowed(String method, String path, String allow)
      throws Exception {
    var answer =
        server.send(
            HttpRequest.newBuilder(server.uri(path)).method(method, BodyPublishers.noBody()));
    assertProblem(405, allow, answer);
    assertEquals(allow, answer.headers().firstValue("Allow").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/pages/x",
        "/api/pages/00000000-0000-4000-8000-000000000000",
        "/api/pages/00000000-0000-4000-8000-000000000000/events",
        "/api/pages/",
        "/api/nothing",
        "/api/pages/00000000-0000-4000-8000-000000000000/events/x"
      })
  void what_is_not_there_is_404(String path) throws Exception {
    assertProblem(404, "", server.get(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%ff", "q=%zz", "cursor=%e2%28"})
  void a_query_that_can_not_be_read_is_400(String query) throws Exception {
    try (var socket = new java.net.Socket("127.0.0.1", server.port())) {
      String head =
          "GET /api/pages?" + query + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      String answer =
          new String(
              socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
      assertTrue(answer.contains("percent-encode it"), answer);
    }
  }

  @Test
  void a_body_with_a_content_encoding_is_415() throws Exception {
    var request =
        HttpRequest.newBuilder(server.uri(STREAM))
            .header("Content-Type", "application/json")
            .header("Content-Encoding", "br")
            .POST(BodyPublishers.ofString("{\"prompt\":\"A\"}"));
    assertProblem(415, "Content-Encoding", server.send(request));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "cursor=x"})
  void an_impossible_list_is_422(String query) throws Exception {
    assertProblem(422, query.split("=", 2)[0], server.get("/api/pages?" + query));
  }
}
