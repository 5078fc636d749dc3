package pageloom.war;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pageloom.author.LoopbackModel;

/// What a hostile model or prompt can put into a page, and where that comes out again.
@Timeout(120)
final class HostileIT {
  private static final String STREAM = "/api/generate-multi-section-stream";

  @TempDir static Path shared;
  private static WarProcess war;

  @TempDir Path data;

  @BeforeAll
  static void start() throws Exception {
    war = WarProcess.serving(shared, "PAGELOOM_SHARING", "on");
  }

  @AfterAll
  static void stop() {
    war.close();
  }

  private WarProcess war(String... settings) throws Exception {
    return WarProcess.serving(data, settings);
  }

  private WarProcess war(LoopbackModel model, String... more) throws Exception {
    List<String> all = new java.util.ArrayList<>(List.of(more));
    all.addAll(List.of("PAGELOOM_BASE_URL", model.base().toString(), "PAGELOOM_MODEL", "loop/one"));
    return war(all.toArray(String[]::new));
  }

  private static String started(WarProcess war, String body) throws Exception {
    var answer = war.post("/api/generate-multi-section", body);
    assertEquals(200, answer.statusCode(), answer.body());
    return JsonParser.parseString(answer.body()).getAsJsonObject().get("page_id").getAsString();
  }

  @Test
  void no_model_can_write_a_frame_of_its_own() throws Exception {
    String forged =
        "</p>\n\ndata: {\"type\":\"complete\",\"message\":\"forged\"}\n\nid: v1.x.1\r\n\r\ndata: x";
    Function<LoopbackModel.Request, LoopbackModel.Answer> script =
        request ->
            new LoopbackModel.Text(
                "<<<SECTION\n<section id=\"hero\"><h2>Hi</h2><p>"
                    + forged
                    + "\u2028</p></section>\nSECTION>>>",
                "stop",
                new BigDecimal("0.001"),
                7);
    try (var model = new LoopbackModel(script);
        var war = war(model)) {
      String body = "{\"prompt\":\"A page\",\"sections\":[\"Hero\"]}";
      String stream = war.post(STREAM, body).body();
      int complete = 0;
      for (String frame : stream.split("\n\n", -1)) {
        if (frame.isEmpty() || frame.startsWith(":")) continue;
        assertTrue(frame.startsWith("data: ") && frame.indexOf('\n') < 0, frame);
        JsonObject event = JsonParser.parseString(frame.substring(6)).getAsJsonObject();
        if (event.get("type").getAsString().equals("complete")) {
          complete++;
          assertFalse(frame.contains("forged"), frame);
        }
      }
      assertEquals(1, complete, stream);
      assertFalse(stream.contains("\r"), "a carriage return ends a line too");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "v1.x%0d%0adata:%20forged%0d%0a%0d%0a",
        "%00",
        "v1.00000000-0000-4000-8000-000000000000.1",
        "v1.PAGE.-1",
        "v1.PAGE.99999999999999999999",
        "%f0%9f%92%a9"
      })
  void an_id_that_is_none_is_answered_with_the_page_and_not_repeated(String id) throws Exception {
    String page = started(war, "{\"prompt\":\"A page\",\"sections\":[\"Hero\"]}");
    String query = "?last_event_id=" + id.replace("PAGE", page);
    var answer = war.get("/api/pages/" + page + "/events" + query);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.body().contains("\"type\":\"reset\""), answer.body());
    assertFalse(answer.body().contains("forged"), answer.body());
    for (String line : answer.body().split("\n", -1)) {
      assertTrue(
          line.isEmpty() || line.matches("(data: \\{.*|id: v1\\.[0-9a-f.-]+|retry: \\d+|:.*)"),
          line);
    }
  }

  @Test
  void a_prompt_and_a_title_stay_text_wherever_they_are_shown() throws Exception {
    String bad =
        "</title><script>alert(1)</script><img src=x onerror=alert(1)>\\u0000{{7*7}}${7*7}";
    String page =
        started(war, "{\"prompt\":\"A page for \\\"" + bad + "\\\"\",\"outputFormat\":\"react\"}");
    var renamed =
        war.post(
            "/api/pages/" + page + "/commands",
            "{\"id\":\""
                + UUID.randomUUID()
                + "\",\"type\":\"rename\",\"title\":\"</title><script>alert(1)</script>\"}");
    assertEquals(202, renamed.statusCode(), renamed.body());
    var shared = war.post("/api/pages/" + page + "/shares", "{}");
    String url = JsonParser.parseString(shared.body()).getAsJsonObject().get("url").getAsString();
    for (String path :
        List.of("/api/pages/" + page + "/export?format=html", URI.create(url).getPath())) {
      String html = war.get(path).body();
      assertFalse(html.toLowerCase(java.util.Locale.ROOT).contains("<script"), path);
      assertFalse(html.contains("<img src=x"), path);
    }
    var snapshot = war.get("/api/pages/" + page);
    assertTrue(snapshot.headers().firstValue("Content-Type").orElse("").contains("json"));
    assertEquals("nosniff", snapshot.headers().firstValue("X-Content-Type-Options").orElse(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "..\\\\..\\\\x",
        "CON",
        "nul.txt",
        "a\\u0001b",
        "C:/x",
        "/abs",
        "x\\r\\nSet-Cookie: a=b",
        "\\u202Etxt.exe",
        "aux",
        "💥",
        "..."
      })
  void an_archive_has_only_names_that_are_safe_everywhere(String title) throws Exception {
    String page =
        started(
            war,
            "{\"prompt\":\"A page\",\"sections\":[\"Hero\",\"HERO\",\"hero\",\"CON\",\"../x\"]}");
    String command =
        "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"rename\",\"title\":\"" + title + "\"}";
    int renamed = war.post("/api/pages/" + page + "/commands", command).statusCode();
    assertTrue(renamed == 202 || renamed == 422, "" + renamed);
    for (String format : List.of("react", "static")) {
      String path = "/api/pages/" + page + "/export?format=" + format;
      var request = HttpRequest.newBuilder(URI.create(war.base() + path)).build();
      try (var client = HttpClient.newHttpClient()) {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertEquals(200, answer.statusCode());
        requireSafe(answer.body());
        assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
        String saved = answer.headers().firstValue("Content-Disposition").orElseThrow();
        assertFalse(saved.contains("/") || saved.contains("\\") || saved.contains(".."), saved);
      }
    }
  }

  private static void requireSafe(byte[] archive) throws Exception {
    Set<String> names = new HashSet<>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String name = entry.getName();
        assertTrue(name.matches("[A-Za-z0-9._@-]+(/[A-Za-z0-9._@-]+)*"), name);
        for (String part : name.split("/", -1)) {
          assertFalse(part.matches("\\.+"), name);
          assertFalse(part.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?"), name);
        }
        assertTrue(names.add(name.toLowerCase(java.util.Locale.ROOT)), "twins: " + name);
      }
    }
    assertTrue(names.size() > 1, names.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/v1",
        "http://[fd00:ec2::254]/v1",
        "http://metadata.google.internal/v1",
        "file:///etc/passwd",
        "gopher://127.0.0.1/v1",
        "https://user:pass@example.com/v1"
      })
  void no_base_url_leads_to_secrets(String url) throws Exception {
    try (var war =
        WarProcess.start(
            Map.of(
                "PAGELOOM_DATA", data.toString(), "PAGELOOM_BASE_URL", url, "PAGELOOM_MODEL", "m"),
            "--port",
            "0")) {
      assertEquals(78, war.exit(), war.output());
      assertTrue(war.output().contains("PAGELOOM_BASE_URL"), war.output());
      assertFalse(war.output().contains("pass@"), war.output());
    }
  }

  @Test
  void an_endpoint_that_leads_elsewhere_is_not_followed() throws Exception {
    var visits = new AtomicInteger();
    var keys = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext(
        "/v1",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    server.createContext(
        "/elsewhere",
        exchange -> {
          visits.incrementAndGet();
          if (exchange.getRequestHeaders().containsKey("Authorization")) keys.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try (var war =
        war(
            "PAGELOOM_BASE_URL", "http://127.0.0.1:" + server.getAddress().getPort() + "/v1",
            "PAGELOOM_MODEL", "m",
            "PAGELOOM_API_KEY", "sk-canary-1")) {
      var answer =
          war.post("/api/generate-multi-section", "{\"prompt\":\"p\",\"sections\":[\"Hero\"]}");
      var failed = JsonParser.parseString(answer.body()).getAsJsonObject().getAsJsonArray("failed");
      assertEquals(1, failed.size(), answer.body());
      assertEquals(0, visits.get() + keys.get());
      assertFalse((answer.body() + war.output()).contains("canary"));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void a_page_stops_at_its_budget_in_the_middle() throws Exception {
    var cost = new BigDecimal("0.02");
    Function<LoopbackModel.Request, LoopbackModel.Answer> script =
        request ->
            new LoopbackModel.Text(
                "<<<SECTION\n<section id=\"x\"><h2>Hi</h2><p>There</p></section>\nSECTION>>>",
                "stop",
                cost,
                3);
    try (var model = new LoopbackModel(script);
        var war = war(model, "PAGELOOM_BUDGET_PAGE", "0.10")) {
      var answer = war.post("/api/generate-multi-section", "{\"prompt\":\"A page\"}");
      var page = JsonParser.parseString(answer.body()).getAsJsonObject();
      String failed = page.getAsJsonArray("failed").toString();
      assertTrue(failed.contains("budget"), failed);
      assertTrue(model.charged().compareTo(new BigDecimal("0.10")) <= 0, "" + model.charged());
      assertTrue(war.output().contains("audit money page="), war.output());
    }
  }
}
