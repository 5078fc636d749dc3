package pageloom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.page.ScriptedAuthor;
import pageloom.page.SectionAuthor;

/// The streaming contract that clients we did not write rely on, to the letter.
@Timeout(30)
final class StreamingContractTest {
  private static final String STREAM = "/api/generate-multi-section-stream";

  @TempDir Path folder;
  private ApiServer server;

  @BeforeEach
  void start() throws Exception {
    var author =
        ScriptedAuthor.free()
            .with("Pricing", new SectionAuthor.Refused("no \"words\" came\nat all"))
            .with(
                "Hero",
                new SectionAuthor.Written(
                    "<h1>It’s 90% done &amp; dusted</h1>",
                    "export default () => <h1>\u2028</h1>;", List.of(), "pattern", null));
    server = new ApiServer(folder, author);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private static String golden(String name) throws Exception {
    return Files.readString(Path.of("src/test/resources/golden", name));
  }

  /// Ids and times differ from run to run; everything else must not.
  private static String settled(String stream) {
    return stream
        .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", "UUID")
        .replaceAll("\"durationMs\":\\d+", "\"durationMs\":0");
  }

  private static String body(String sections) {
    return "{\"prompt\":\"" + sections + "\",\"outputFormat\":\"react\"}";
  }

  @Test
  void the_stream_of_a_page_is_byte_for_byte_the_golden_one() throws Exception {
    var answer = server.post(STREAM, body("Navigation Hero Footer"));
    assertEquals(golden("stream-complete.txt"), settled(answer.body()));
  }

  @Test
  void a_failed_section_is_an_error_frame_and_the_page_goes_on() throws Exception {
    var answer = server.post(STREAM, body("Hero Pricing Footer"));
    assertEquals(golden("stream-with-failure.txt"), settled(answer.body()));
  }

  @Test
  void the_answer_to_the_call_without_a_stream_is_the_golden_one() throws Exception {
    var answer = server.post("/api/generate-multi-section", body("Hero Pricing"));
    assertEquals(200, answer.statusCode());
    assertEquals(golden("answer.json").strip(), settled(answer.body()));
  }

  @Test
  void the_headers_are_those_of_the_contract() throws Exception {
    var headers = server.post(STREAM, body("Hero")).headers();
    assertEquals(
        "text/event-stream;charset=utf-8",
        headers.firstValue("Content-Type").orElse("").toLowerCase(java.util.Locale.ROOT));
    assertEquals("no-cache, no-transform", headers.firstValue("Cache-Control").orElse(""));
    assertEquals("no", headers.firstValue("X-Accel-Buffering").orElse(""));
    assertTrue(headers.firstValue("Content-Encoding").isEmpty());
  }

  /// The consumer that the contract documents: split on empty lines, skip what does not begin with
  /// `data: `, parse what follows. Reads one byte at a time from a socket with a tiny window.
  @Test
  void the_documented_consumer_reads_it_byte_by_byte_through_a_slow_socket() throws Exception {
    byte[] body = body("Navigation Hero Pricing Footer").getBytes(StandardCharsets.UTF_8);
    List<JsonObject> messages = new ArrayList<>();
    try (var socket = new Socket()) {
      socket.setReceiveBufferSize(1024);
      socket.connect(new java.net.InetSocketAddress("127.0.0.1", server.port()));
      String head =
          "POST "
              + STREAM
              + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: "
              + body.length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      InputStream in = new Unchunked(socket.getInputStream());
      var buffer = new ByteArrayOutputStream();
      for (int b = in.read(); b >= 0; b = in.read()) {
        buffer.write(b);
        String text = buffer.toString(StandardCharsets.UTF_8);
        if (!text.endsWith("\n\n")) continue;
        buffer.reset();
        String message = text.substring(0, text.length() - 2);
        if (message.startsWith("data: ")) {
          messages.add(JsonParser.parseString(message.substring(6)).getAsJsonObject());
        }
      }
    }
    assertEquals(
        List.of(
            "init",
            "status",
            "section_complete",
            "status",
            "section_complete",
            "status",
            "error",
            "status",
            "section_complete",
            "complete"),
        messages.stream().map(m -> m.get("type").getAsString()).toList());
    assertEquals("3 of 4 sections generated", messages.getLast().get("message").getAsString());
  }

  @Test
  void every_frame_is_one_data_line_and_an_empty_one() throws Exception {
    for (String line : server.post(STREAM, body("Hero Pricing")).body().split("\n\n", -1)) {
      assertTrue(line.isEmpty() || line.startsWith("data: {"), line);
      assertFalse(line.contains("\n"), line);
    }
  }

  @Test
  void the_page_stays_under_its_id_when_the_caller_leaves() throws Exception {
    String init;
    try (var socket = new Socket("127.0.0.1", server.port())) {
      byte[] body = body("A B C D E F G").getBytes(StandardCharsets.UTF_8);
      String head =
          "POST "
              + STREAM
              + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Content-Length: "
              + body.length
              + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      var reader =
          new java.io.BufferedReader(
              new java.io.InputStreamReader(
                  new Unchunked(socket.getInputStream()), StandardCharsets.UTF_8));
      init = reader.readLine();
    }
    String id =
        JsonParser.parseString(init.substring(6)).getAsJsonObject().get("page_id").getAsString();
    var events = server.get("/api/pages/" + id + "/events").body();
    assertTrue(events.contains("\"type\":\"complete\""), events);
  }
}
