package pageloom.war;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pageloom.author.LoopbackModel;

/// Attacks and bad input, one request each, on the archive with a password and a model. Each gets
/// the status that says why, in the one form of problems; nothing is stored, no model is asked, and
/// the next good request works.
@Timeout(120)
final class AttacksIT {
  private static final String TOKEN = "token-canary-0123456789";
  private static final String AUTH = "Authorization: Bearer " + TOKEN;
  private static final String JSON = "Content-Type: application/json";
  private static final String GOOD = "{\"prompt\":\"A page\"}";

  @TempDir static Path data;
  private static LoopbackModel model;
  private static WarProcess war;

  /// @param statuses any of which is right
  record Attack(String name, byte[] request, Set<Integer> statuses) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    model =
        new LoopbackModel(request -> {
          throw new AssertionError("the model was asked");
        });
    war =
        WarProcess.serving(
            data,
            "PAGELOOM_BASE_URL",
            model.base().toString(),
            "PAGELOOM_MODEL",
            "loop/one",
            "PAGELOOM_PASSWORD",
            "a password canary",
            "PAGELOOM_TOKEN",
            TOKEN,
            "PAGELOOM_SHARING",
            "on");
  }

  @AfterAll
  static void stop() {
    war.close();
    model.close();
  }

  @AfterEach
  void nothing_has_happened_and_the_next_request_works() throws Exception {
    var pages = Raw.send(war.base(), text("GET /api/pages", AUTH));
    assertEquals(200, pages.status(), pages.body());
    assertEquals(0, pages.json().getAsJsonArray("pages").size(), pages.body());
    assertEquals(0, model.calls());
    assertTrue(!war.output().contains("canary"), "a secret is in the log");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"strangers", "sites", "bodies", "lines", "paths", "values"})
  void it_is_refused(Attack attack) throws Exception {
    var answer = Raw.send(war.base(), attack.request());
    assertTrue(attack.statuses().contains(answer.status()), answer.head() + "\n" + answer.body());
    answer.requireProblem();
  }

  @Test
  void trace_echoes_nothing() throws Exception {
    var answer = Raw.send(war.base(), text("TRACE /api/pages", "X-Secret: canary"));
    assertTrue(Set.of(403, 405).contains(answer.status()), answer.head());
    assertTrue(!(answer.head() + answer.body()).contains("canary"), answer.body());
  }

  private static String text(String line, String... headers) {
    var text = new StringBuilder(line).append(" HTTP/1.1\r\n");
    boolean named = Stream.of(headers).anyMatch(header -> header.startsWith("Host:"));
    if (!named) text.append("Host: localhost\r\n");
    for (String header : headers) text.append(header).append("\r\n");
    return text.append("Connection: close\r\n\r\n").toString();
  }

  private static Attack get(String name, int status, String path, String... headers) {
    return new Attack(name, bytes(text("GET " + path, headers)), Set.of(status));
  }

  private static Attack post(String name, int status, String body, String... headers) {
    return post(name, status, bytes(body), headers);
  }

  private static Attack post(String name, int status, byte[] body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Length: " + body.length);
    return new Attack(
        name,
        joined(bytes(text("POST /api/pages", all.toArray(String[]::new))), body),
        Set.of(status));
  }

  private static Attack raw(String name, Set<Integer> statuses, String request) {
    return new Attack(name, bytes(request), statuses);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[] head, byte[] body) {
    var all = new ByteArrayOutputStream();
    all.writeBytes(head);
    all.writeBytes(body);
    return all.toByteArray();
  }

  static Stream<Attack> strangers() {
    String own = "Sec-Fetch-Site: same-origin";
    return Stream.of(
        get("pages without a login", 401, "/api/pages"),
        get("metrics without a login", 401, "/metrics"),
        get("a forged cookie", 401, "/api/pages", "Cookie: pageloom=" + "A".repeat(43)),
        get("the cookie of TLS without it", 401, "/api/pages", "Cookie: __Host-pageloom=x"),
        get("a wrong token", 401, "/api/pages", "Authorization: Bearer token-canary-012345678"),
        get("an empty token", 401, "/api/pages", "Authorization: Bearer "),
        get("the token as a password", 401, "/api/pages", "Authorization: Basic " + TOKEN),
        get("the proxy's header", 401, "/api/pages", "X-Forwarded-User: root"),
        get("a path parameter before the check", 401, "/api;a=b/pages"),
        get("an encoded path before the check", 401, "/%61pi/pages"),
        post("a start without a login", 401, GOOD, JSON, own),
        post("a wrong login", 401, GOOD, JSON, own, "Cookie: pageloom=x"));
  }

  static Stream<Attack> sites() {
    String cross = "Sec-Fetch-Site: cross-site";
    return Stream.of(
        get("another name (DNS rebinding)", 421, "/api/pages", AUTH, "Host: evil.example"),
        get("a name that begins like ours", 421, "/", "Host: localhost.evil.example"),
        get("an address that is none", 421, "/", "Host: 127.0.0.1.evil.example"),
        raw(
            "the target's own authority",
            Set.of(400, 421),
            text("GET http://evil.example/api/pages", AUTH)),
        get("a forwarded name", 421, "/", "Host: evil.example", "X-Forwarded-Host: localhost"),
        get("a stream opened by another site", 403, "/api/events?after=x", AUTH, cross),
        post("another site", 403, GOOD, JSON, AUTH, cross),
        post("another host of the same site", 403, GOOD, JSON, AUTH, "Sec-Fetch-Site: same-site"),
        post("another origin", 403, GOOD, JSON, AUTH, "Origin: https://evil.example"),
        post("our name at another port", 403, GOOD, JSON, AUTH, "Origin: http://localhost:1"),
        post("no origin", 403, GOOD, JSON, AUTH, "Origin: null"),
        post(
            "no origin that says it is ours",
            403,
            GOOD,
            JSON,
            AUTH,
            "Origin: null",
            "Sec-Fetch-Site: same-origin"),
        post("a program without the token", 403, GOOD, JSON));
  }

  static Stream<Attack> bodies() {
    byte[] notUtf8 = joined(bytes("{\"prompt\":\""), new byte[] {(byte) 0xc3, 0x28, '"', '}'});
    String large = "{\"prompt\":\"" + "a".repeat(257 * 1024) + "\"}";
    return Stream.of(
        post("a form", 415, "prompt=x", AUTH, "Content-Type: application/x-www-form-urlencoded"),
        post("text", 415, GOOD, AUTH, "Content-Type: text/plain"),
        post("no type", 415, GOOD, AUTH),
        post("compressed", 415, GOOD, AUTH, JSON, "Content-Encoding: gzip"),
        post("too large", 413, large, AUTH, JSON),
        new Attack(
            "too large, in chunks",
            bytes(
                text("POST /api/pages", AUTH, JSON, "Transfer-Encoding: chunked")
                    + (Integer.toHexString(large.length()) + "\r\n" + large + "\r\n0\r\n\r\n")),
            Set.of(413)),
        post("not UTF-8", 400, notUtf8, AUTH, JSON),
        post("100,000 brackets", 400, "[".repeat(100_000), AUTH, JSON),
        post("deep objects", 400, "{\"a\":".repeat(40) + "1" + "}".repeat(40), AUTH, JSON),
        post("the same key twice", 400, "{\"prompt\":\"a\",\"prompt\":\"b\"}", AUTH, JSON),
        post("not a number", 400, "{\"prompt\":\"a\",\"seed\":NaN}", AUTH, JSON),
        post("something behind it", 400, GOOD + GOOD, AUTH, JSON),
        post("nothing", 400, "", AUTH, JSON));
  }

  static Stream<Attack> lines() {
    String chunked = "Transfer-Encoding: chunked";
    Set<Integer> bad = Set.of(400);
    return Stream.of(
        get("headers over 8 KiB", 431, "/", "X-Large: " + "a".repeat(9_000)),
        get("an address over 4 KiB", 414, "/?" + "a".repeat(5_000)),
        raw(
            "a length and chunks",
            bad,
            text("POST /api/pages", AUTH, JSON, "Content-Length: 5", chunked)
                + "0\r\n\r\nGET / HTTP/1.1\r\n"),
        raw(
            "two lengths",
            bad,
            text("POST /api/pages", AUTH, JSON, "Content-Length: 5", "Content-Length: 6")
                + "12345"),
        raw("a negative length", bad, text("POST /api/pages", AUTH, JSON, "Content-Length: -1")),
        raw(
            "chunks of no size",
            bad,
            text("POST /api/pages", AUTH, JSON, chunked) + "zz\r\n{}\r\n"),
        raw("two hosts", bad, text("GET /", "Host: localhost", "Host: evil.example")),
        raw("no host", bad, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n"),
        raw("a header folded over lines", bad, text("GET /", "X: a\r\n b")),
        raw("a space before the colon", bad, text("GET /", "X : a")),
        raw("a method that is none", Set.of(405), text("PROPFIND /api/pages", AUTH)),
        raw(
            "an override of the method",
            Set.of(405),
            text("PUT /api/pages", AUTH, "X-HTTP-Method-Override: GET")));
  }

  static Stream<Attack> paths() {
    return Stream.of(
            "/WEB-INF/web.xml",
            "/web-inf/web.xml",
            "/%57EB-INF/web.xml",
            "/./WEB-INF/web.xml",
            "//WEB-INF/web.xml",
            "/WEB-INF;a=b/web.xml",
            "/..;/WEB-INF/web.xml",
            "/%2e%2e/WEB-INF/web.xml",
            "/api/..%2fWEB-INF/web.xml",
            "/styles/../WEB-INF/web.xml",
            "/styles/%2e%2e%5cWEB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/WEB-INF/launcher/classes/pageloom/launch/Launcher.class",
            "/index.html%00.js",
            "/api/pages/..%2f..%2fetc%2fpasswd",
            "/api/pages/%27%20OR%201%3D1",
            "/s/..%2f..%2fapi%2fpages",
            "/s/")
        .map(path -> raw(path, Set.of(400, 404), text("GET " + path, AUTH)));
  }

  static Stream<Attack> values() {
    String start = "{\"prompt\":\"a\",";
    return Stream.of(
        post("a prompt of blanks", 422, "{\"prompt\":\"  \"}", AUTH, JSON),
        post("a prompt too long", 422, "{\"prompt\":\"" + "a".repeat(16_001) + "\"}", AUTH, JSON),
        post("a sum beyond memory", 422, start + "\"budgetUsd\":1e999999999}", AUTH, JSON),
        post("a debt", 422, start + "\"budgetUsd\":-1}", AUTH, JSON),
        post(
            "too many sections",
            422,
            start + "\"sections\":[" + "\"Hero\",".repeat(24) + "\"Hero\"]}",
            AUTH,
            JSON),
        post("a model with a line break", 422, start + "\"model\":\"a\\nb\"}", AUTH, JSON),
        post("a key too long", 400, GOOD, AUTH, JSON, "Idempotency-Key: " + "k".repeat(256)),
        get("a cursor that is none", 422, "/api/pages?cursor=%27--", AUTH),
        get("a limit beyond all", 422, "/api/pages?limit=1000000", AUTH),
        get("a query that is not UTF-8", 400, "/api/pages?q=%ff", AUTH),
        get(
            "a page nobody has",
            404,
            "/api/pages/00000000-0000-4000-8000-000000000000/events",
            AUTH));
  }
}
