package pageloom.war;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Logins, people and what each may ask for, on the archive as it ships.
@Timeout(180)
final class PeopleIT {
  private static final String PASSWORD = "correct horse battery";
  private static final String SECRET = "proxy-secret-0123456789";

  @TempDir Path data;
  private final HttpClient client = HttpClient.newHttpClient();

  private WarProcess war(String... settings) throws Exception {
    return WarProcess.serving(data, settings);
  }

  private WarProcess proxied(String... settings) throws Exception {
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of("PAGELOOM_AUTH", "proxy", "PAGELOOM_PROXY", "127.0.0.1"));
    all.addAll(List.of("PAGELOOM_PROXY_SECRET", SECRET));
    return war(all.toArray(String[]::new));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder to(WarProcess war, String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(war.base() + path));
    for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
    return request;
  }

  private static HttpRequest.Builder json(HttpRequest.Builder request, String body) {
    return request
        .header("Content-Type", "application/json")
        .header("Sec-Fetch-Site", "same-origin")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpResponse<String> login(WarProcess war, String password, String... headers)
      throws Exception {
    return send(json(to(war, "/api/login", headers), "{\"password\":\"" + password + "\"}"));
  }

  private static String cookie(HttpResponse<?> answer) {
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return set.substring(0, set.indexOf(';'));
  }

  private int asked(WarProcess war, String cookie) throws Exception {
    return send(to(war, "/api/me", "Cookie", cookie)).statusCode();
  }

  @Test
  void a_login_is_a_fresh_cookie_that_ends_when_one_signs_out_or_the_password_changes()
      throws Exception {
    String kept;
    try (var war = war("PAGELOOM_PASSWORD", PASSWORD)) {
      String planted = "pageloom=" + "x".repeat(43);
      var first = login(war, PASSWORD, "Cookie", planted);
      assertEquals(204, first.statusCode());
      String set = first.headers().firstValue("Set-Cookie").orElseThrow();
      assertTrue(set.contains("; HttpOnly; SameSite=Strict"), set);
      assertFalse(set.contains(planted), set);
      assertEquals(401, asked(war, planted));
      assertEquals(200, asked(war, cookie(first)));

      var second = login(war, PASSWORD, "Cookie", cookie(first));
      assertEquals(401, asked(war, cookie(first)), "the login before is over");
      assertEquals(200, asked(war, cookie(second)));
      var out =
          send(
              to(war, "/api/logout", "Cookie", cookie(second), "Sec-Fetch-Site", "same-origin")
                  .POST(BodyPublishers.noBody()));
      assertEquals(204, out.statusCode());
      assertEquals(401, asked(war, cookie(second)), "replayed after the end");
      kept = cookie(login(war, PASSWORD));
      for (String secret : List.of(PASSWORD, kept.substring(9))) {
        assertFalse(war.output().contains(secret));
      }
      assertTrue(war.output().contains("audit login person=local address=127.0.0.1"));
    }
    try (var files = Files.list(data)) {
      for (Path file : files.toList()) {
        String bytes =
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(kept.substring(9)) || bytes.contains(PASSWORD), "in " + file);
      }
    }
    try (var war = war("PAGELOOM_PASSWORD", PASSWORD)) {
      assertEquals(200, asked(war, kept), "a restart signs nobody out");
    }
    try (var war = war("PAGELOOM_PASSWORD", PASSWORD + "!")) {
      assertEquals(401, asked(war, kept), "another password does");
    }
  }

  @Test
  void whoever_guesses_must_wait_whatever_address_they_claim() throws Exception {
    try (var war = war("PAGELOOM_PASSWORD", PASSWORD, "PAGELOOM_TOKEN", SECRET)) {
      for (int i = 0; i < 5; i++) {
        assertEquals(401, login(war, "guess " + i, "X-Forwarded-For", "10.0.0." + i).statusCode());
      }
      var sixth = login(war, PASSWORD, "X-Forwarded-For", "10.0.0.9");
      assertEquals(429, sixth.statusCode(), "the right one too, or it could be told apart");
      int wait = Integer.parseInt(sixth.headers().firstValue("Retry-After").orElseThrow());
      assertTrue(wait > 30 && wait <= 61, "wait " + wait);
      var program = send(to(war, "/api/me", "Authorization", "Bearer " + SECRET));
      assertEquals(200, program.statusCode(), "nobody else is kept out");
    }
  }

  @Test
  void with_tls_the_cookie_belongs_to_this_host_alone() throws Exception {
    // As a proxy that ends TLS passes it on. The JDK's client won't send a Host of its own.
    try (var war =
        war("PAGELOOM_PASSWORD", PASSWORD, "PAGELOOM_PUBLIC_URL", "https://pages.example.com")) {
      String body = "{\"password\":\"" + PASSWORD + "\"}";
      var answer =
          Raw.send(
              war.base(),
              "POST /api/login HTTP/1.1\r\nHost: pages.example.com\r\n"
                  + "Origin: https://pages.example.com\r\nContent-Type: application/json\r\n"
                  + "Content-Length: "
                  + body.length()
                  + "\r\nConnection: close\r\n\r\n"
                  + body);
      assertEquals(204, answer.status(), answer.head());
      String set = answer.header("Set-Cookie");
      assertTrue(set.startsWith("__Host-pageloom="), set);
      assertTrue(set.contains("Path=/;") && set.endsWith("; Secure"), set);
    }
  }

  @Test
  void nobody_sees_or_changes_what_is_somebody_elses() throws Exception {
    try (var war = proxied("PAGELOOM_SHARING", "on")) {
      String[] ann = {"X-Pageloom-Proxy-Secret", SECRET, "X-Forwarded-User", "ann"};
      String[] bob = {"X-Pageloom-Proxy-Secret", SECRET, "X-Forwarded-User", "bob"};
      var started = send(json(to(war, "/api/pages", ann), "{\"prompt\":\"A bakery\"}"));
      assertEquals(201, started.statusCode(), started.body());
      String id = JsonParser.parseString(started.body()).getAsJsonObject().get("id").getAsString();
      String page = "/api/pages/" + id;
      assertEquals(200, send(to(war, page, ann)).statusCode());
      List<String> reads =
          List.of("", "/events", "/versions?section=Hero", "/export?format=html", "/shares");
      for (String part : reads) {
        assertEquals(404, send(to(war, page + part, bob)).statusCode(), "GET " + part);
      }
      String command = "{\"id\":\"11111111-1111-4111-8111-111111111111\",\"type\":\"cancel\"}";
      for (String part : List.of("/commands", "/copies", "/shares")) {
        var answer = send(json(to(war, page + part, bob), command));
        assertEquals(404, answer.statusCode(), "POST " + part + answer.body());
      }
      var deleted = send(to(war, page, bob).header("Sec-Fetch-Site", "same-origin").DELETE());
      assertEquals(404, deleted.statusCode());
      String check = "{\"page\":\"%s\",\"section\":\"Hero\",\"html\":\"<p>x</p>\"}".formatted(id);
      assertEquals(422, send(json(to(war, "/api/checks", bob), check)).statusCode());
      String many = "/api/events?after=v1." + id + ".0";
      var lines = client.send(to(war, many, bob).build(), BodyHandlers.ofString());
      assertTrue(lines.body().contains("There is no such page"), lines.body());
      assertFalse(lines.body().contains("section"), lines.body());
      assertTrue(send(to(war, "/api/pages", bob)).body().startsWith("{\"pages\":[],"));
      assertEquals(200, send(to(war, page, ann)).statusCode(), "still there");
    }
  }

  @Test
  void a_proxy_is_believed_only_with_its_secret() throws Exception {
    try (var war = proxied()) {
      String user = "X-Forwarded-User";
      String secret = "X-Pageloom-Proxy-Secret";
      assertEquals(403, send(to(war, "/api/me", user, "ann")).statusCode());
      assertEquals(403, send(to(war, "/api/me", user, "ann", secret, "x")).statusCode());
      assertEquals(401, send(to(war, "/api/me", secret, SECRET)).statusCode(), "nobody named");
      var ann = send(to(war, "/api/me", user, "ann", secret, SECRET));
      assertTrue(ann.body().contains("\"ann\""), ann.body());
      var local = send(to(war, "/api/pages", user, "local", secret, SECRET));
      assertEquals(200, local.statusCode());
      String odd = "a".repeat(201);
      assertEquals(403, send(to(war, "/api/me", user, odd, secret, SECRET)).statusCode());
    }
    try (var war =
        war(
            "PAGELOOM_AUTH",
            "proxy",
            "PAGELOOM_PROXY",
            "10.0.0.0/8",
            "PAGELOOM_PROXY_SECRET",
            SECRET)) {
      var far =
          send(to(war, "/api/me", "X-Forwarded-User", "ann", "X-Pageloom-Proxy-Secret", SECRET));
      assertEquals(403, far.statusCode(), "from elsewhere");
    }
  }

  @Test
  void without_a_login_nobody_comes_in_through_a_proxy() throws Exception {
    try (var war = war()) {
      for (String header :
          List.of("X-Forwarded-For", "Forwarded", "X-Real-IP", "X-Forwarded-Host")) {
        var answer = send(to(war, "/api/pages", header, "203.0.113.9"));
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("PAGELOOM_PASSWORD"), answer.body());
        assertEquals(200, send(to(war, "/api/pages")).statusCode());
      }
    }
  }

  @Test
  void floods_stop_at_the_limits_of_one_person() throws Exception {
    try (var war = proxied()) {
      String[] ann = {"X-Pageloom-Proxy-Secret", SECRET, "X-Forwarded-User", "ann"};
      String[] bob = {"X-Pageloom-Proxy-Secret", SECRET, "X-Forwarded-User", "bob"};
      List<Integer> starts =
          atOnce(
              40, i -> send(json(to(war, "/api/pages", ann), "{\"prompt\":\"p\"}")).statusCode());
      assertEquals(10, starts.stream().filter(status -> status == 201).count(), "" + starts);
      assertEquals(30, starts.stream().filter(status -> status == 429).count(), "" + starts);
      var list = send(to(war, "/api/pages?limit=100", ann)).body();
      var pages = JsonParser.parseString(list).getAsJsonObject().getAsJsonArray("pages");
      assertEquals(10, pages.size());
      String key = "once";
      var request =
          json(to(war, "/api/pages", bob), "{\"prompt\":\"p\"}").header("Idempotency-Key", key);
      List<Integer> same = atOnce(8, i -> send(request.copy()).statusCode());
      assertEquals(8, same.stream().filter(status -> status == 201).count(), "" + same);
      var his = send(to(war, "/api/pages", bob)).body();
      assertEquals(
          1, JsonParser.parseString(his).getAsJsonObject().getAsJsonArray("pages").size(), his);

      String id = pages.get(0).getAsJsonObject().get("id").getAsString();
      String events = "/api/pages/" + id + "/events?watch=1";
      List<HttpResponse<java.io.InputStream>> open = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        open.add(client.send(to(war, events, ann).build(), BodyHandlers.ofInputStream()));
        assertEquals(200, open.getLast().statusCode());
      }
      var more = send(to(war, events, ann));
      assertEquals(429, more.statusCode());
      assertTrue(more.headers().firstValue("Retry-After").isPresent());
      for (var stream : open) stream.body().close();
    }
  }

  @Test
  @Tag("reliability")
  void streams_of_somebody_who_was_signed_out_end_within_a_minute() throws Exception {
    try (var war = war("PAGELOOM_PASSWORD", PASSWORD)) {
      String one = cookie(login(war, PASSWORD));
      String two = cookie(login(war, PASSWORD));
      var started = send(json(to(war, "/api/pages", "Cookie", one), "{\"prompt\":\"A page\"}"));
      String id = JsonParser.parseString(started.body()).getAsJsonObject().get("id").getAsString();
      var events = to(war, "/api/pages/" + id + "/events?watch=1", "Cookie", one).build();
      var stream = client.send(events, BodyHandlers.ofInputStream());
      assertEquals(200, stream.statusCode());
      send(
          to(war, "/api/logout?everywhere=1", "Cookie", two, "Sec-Fetch-Site", "same-origin")
              .POST(BodyPublishers.noBody()));
      long from = System.nanoTime();
      stream.body().readAllBytes();
      long seconds = (System.nanoTime() - from) / 1_000_000_000;
      System.out.println("PeopleIT: the stream ended after " + seconds + " s");
      assertTrue(seconds < 60, seconds + " s");
      assertEquals(401, client.send(events, BodyHandlers.ofString()).statusCode());
    }
  }

  private interface Call<T> {
    T make(int number) throws Exception;
  }

  private static <T> List<T> atOnce(int times, Call<T> call) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<T>> calls =
          IntStream.range(0, times).mapToObj(i -> (Callable<T>) () -> call.make(i)).toList();
      List<T> results = new ArrayList<>();
      for (var result : threads.invokeAll(calls)) results.add(result.get());
      return results;
    }
  }

  @Test
  void another_sites_page_may_call_only_where_it_is_named() throws Exception {
    try (var war =
        war(
            "PAGELOOM_PASSWORD", PASSWORD,
            "PAGELOOM_TOKEN", SECRET,
            "PAGELOOM_CORS_ORIGINS", "https://friend.example")) {
      String allow = "Access-Control-Allow-Origin";
      for (String origin : List.of("https://friend.example", "https://evil.example", "null")) {
        var preflight = Raw.send(war.base(), preflight(origin));
        boolean friend = origin.contains("friend");
        assertEquals(friend ? origin : "", preflight.header(allow), origin);
        assertEquals("", preflight.header("Access-Control-Allow-Credentials"));
        var start =
            Raw.send(
                war.base(),
                "POST /api/checks HTTP/1.1\r\nHost: localhost\r\nOrigin: "
                    + origin
                    + "\r\nSec-Fetch-Site: cross-site\r\nAuthorization: Bearer "
                    + SECRET
                    + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                    + "Connection: close\r\n\r\n{}");
        assertEquals(friend ? 422 : 403, start.status(), origin + start.body());
        assertEquals(friend ? origin : "", start.header(allow));
      }
    }
  }

  private static String preflight(String origin) {
    return "OPTIONS /api/pages HTTP/1.1\r\nHost: localhost\r\nOrigin: "
        + origin
        + "\r\nAccess-Control-Request-Method: POST\r\nSec-Fetch-Site: cross-site\r\n"
        + "Connection: close\r\n\r\n";
  }
}
