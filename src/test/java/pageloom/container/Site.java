package pageloom.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import pageloom.author.ModelPages;

/// The application as a client sees it.
///
/// @param server where the container listens
/// @param path the context path: empty for the root
record Site(URI server, String path) {
  static final String BODY = "{\"prompt\":\"" + ModelPages.PROMPT + "\",\"outputFormat\":\"html\"}";
  static final String STREAM = "/api/generate-multi-section-stream";

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  URI at(String address) {
    return URI.create(server + path + address);
  }

  HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(at(address)).timeout(Duration.ofSeconds(60));
  }

  HttpRequest.Builder json(String address, String body) {
    return request(address)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> get(String address) throws Exception {
    return send(request(address));
  }

  HttpResponse<String> post(String address, String body) throws Exception {
    return send(json(address, body));
  }

  /// Reads a stream to its end.
  ///
  /// @param onFrame told of each frame as it comes
  /// @return the frames' ids and data, one after the other
  static List<String> follow(HttpRequest.Builder request, Consumer<JsonObject> onFrame)
      throws Exception {
    var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    List<String> frames = new ArrayList<>();
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      assertEquals(200, answer.statusCode());
      assertTrue(type(answer).startsWith("text/event-stream"), type(answer));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) frames.add(line.substring(4));
        if (!line.startsWith("data: ")) continue;
        frames.add(line.substring(6));
        onFrame.accept(JsonParser.parseString(line.substring(6)).getAsJsonObject());
      }
    }
    return frames;
  }

  /// Makes a whole page, and says its id.
  String page() throws Exception {
    var answer = post("/api/generate-multi-section", BODY);
    assertEquals(200, answer.statusCode(), answer.body());
    JsonObject json = JsonParser.parseString(answer.body()).getAsJsonObject();
    assertEquals(7, json.getAsJsonArray("sections").size(), answer.body());
    return json.get("page_id").getAsString();
  }

  /// Starts a page and stays until its first bytes are there.
  Socket caller() throws Exception {
    var socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(30_000);
    String request =
        "POST %s%s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(path, STREAM, BODY.length(), BODY);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    var lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    var seen = new StringBuilder();
    for (String line = "";
        !line.startsWith("data: {\"type\":\"init\"");
        seen.append(line).append('\n')) {
      line = lines.readLine();
      if (line == null) throw new AssertionError("no stream came:\n" + seen);
    }
    return socket;
  }

  static String type(HttpResponse<?> answer) {
    return answer.headers().firstValue("Content-Type").orElse("");
  }

  static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
