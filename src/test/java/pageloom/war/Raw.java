package pageloom.war;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What a client writes byte by byte, and all that comes back: a library would not send most of it.
final class Raw {
  private static final Pattern TELLTALE =
      Pattern.compile("(?i)jetty|tomcat|exception|\\bat (java|pageloom|org)\\.|/tmp/|WEB-INF");

  private Raw() {}

  /// An answer as it came over the line.
  record Answer(int status, String head, String body) {
    String header(String name) {
      var found = Pattern.compile("(?im)^" + name + ": *(.*)\r?$").matcher(head);
      return found.find() ? found.group(1).strip() : "";
    }

    JsonObject json() {
      return JsonParser.parseString(body.substring(body.indexOf('{'))).getAsJsonObject();
    }

    /// That it is a problem as documented, and says nothing about what runs here.
    void requireProblem() {
      assertTrue(header("Content-Type").startsWith("application/problem+json"), head + body);
      var json =
          JsonParser.parseString(body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1));
      assertEquals(status, json.getAsJsonObject().get("status").getAsInt(), body);
      for (String field : new String[] {"type", "title", "detail", "requestId"}) {
        assertFalse(json.getAsJsonObject().get(field).getAsString().isBlank(), field);
      }
      assertEquals(header("X-Request-Id"), json.getAsJsonObject().get("requestId").getAsString());
      assertEquals("", header("Server"));
      assertFalse(TELLTALE.matcher(head + body).find(), head + body);
    }
  }

  /// Sends bytes and reads until the server closes.
  static Answer send(URI base, byte[] request) throws IOException {
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(15_000);
      var received = new ByteArrayOutputStream();
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (SocketException refusedBeforeTheEnd) {
        // What it answered meanwhile is still to be read.
      }
      try {
        socket.getInputStream().transferTo(received);
      } catch (SocketException reset) {
        if (received.size() == 0) throw reset;
      }
      return answer(received.toString(StandardCharsets.UTF_8));
    }
  }

  /// The same for text; lines end with CRLF.
  static Answer send(URI base, String request) throws IOException {
    return send(base, request.getBytes(StandardCharsets.UTF_8));
  }

  private static Answer answer(String text) {
    int end = text.indexOf("\r\n\r\n");
    if (!text.startsWith("HTTP/1.") || end < 0) throw new AssertionError("no answer: " + text);
    int status = Integer.parseInt(text.substring(9, 12));
    return new Answer(status, text.substring(0, end), text.substring(end + 4));
  }
}
