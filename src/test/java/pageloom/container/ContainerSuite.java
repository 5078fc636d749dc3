package pageloom.container;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import pageloom.Chromium;
import pageloom.author.ModelPages;

/// What the archive promises, asked of it from outside in one container after the other: at the
/// root, then under a path, each time as another deployment into the same process.
@Timeout(180)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
abstract class ContainerSuite {
  private static final Pattern NAMED = Pattern.compile("\"(\\./[^\"]+)\"");

  @TempDir static Path folder;

  static PacedModel model;
  static ContainerProcess container;
  static Chromium chromium;

  @Parameter Container product;

  @BeforeParameterizedClassInvocation
  static void start(Container product) throws Exception {
    model = new PacedModel();
    Map<String, String> settings = new HashMap<>(model.settings());
    Path place = Files.createDirectory(folder.resolve(product.name()));
    settings.put("PAGELOOM_DATA", place.resolve("data").toString());
    container = product.in(place, settings);
    chromium = Chromium.open();
  }

  @AfterParameterizedClassInvocation
  static void stop() throws Exception {
    chromium.close();
    container.close();
    model.close();
  }

  @Nested
  @Order(1)
  @ParameterizedClass(name = "at \"{0}\"")
  @ValueSource(strings = {"", "/pageloom"})
  final class Served {
    @Parameter String path;

    @BeforeParameterizedClassInvocation
    static void deploy(String path) throws Exception {
      container.deploy(path);
    }

    @AfterParameterizedClassInvocation
    static void undeploy(String path) throws Exception {
      container.undeploy(path);
    }

    private Site site() {
      return new Site(container.base(), path);
    }

    /// The model answers for a section only when the one before it was read: frames that come in
    /// one lump would never come.
    @Test
    void a_page_comes_frame_by_frame_as_it_is_made() throws Exception {
      Semaphore gate = model.hold();
      List<String> types = new ArrayList<>();
      try {
        Site.follow(
            site().json(Site.STREAM, Site.BODY),
            frame -> {
              String type = frame.get("type").getAsString();
              types.add(type);
              if (type.equals("init") || type.equals("section_complete")) gate.release();
            });
      } finally {
        model.free();
      }
      List<String> expected = new ArrayList<>(List.of("init"));
      for (int i = 0; i < 7; i++) expected.addAll(List.of("status", "section_complete"));
      expected.add("complete");
      assertEquals(expected, types);
    }

    @Test
    void a_viewer_comes_back_and_misses_nothing() throws Exception {
      String events = "/api/pages/" + site().page() + "/events";
      List<String> all = Site.follow(site().request(events), frame -> {});
      String seen = all.get(6);
      assertTrue(seen.endsWith(".4"), seen);
      List<String> rest =
          Site.follow(site().request(events).header("Last-Event-ID", seen), frame -> {});
      assertEquals(all.subList(8, all.size()), rest);
      var request = site().request(events).header("Last-Event-ID", all.get(all.size() - 2));
      assertEquals(204, Site.send(request).statusCode());
    }

    @Test
    void a_command_is_carried_out() throws Exception {
      String page = "/api/pages/" + site().page();
      String command =
          "{\"id\":\""
              + UUID.randomUUID()
              + "\",\"type\":\"rename\",\"title\":\"Häuser, 家 & Höfe\"}";
      var answer = site().post(page + "/commands", command);
      assertEquals(202, answer.statusCode(), answer.body());
      var snapshot = JsonParser.parseString(site().get(page).body()).getAsJsonObject();
      assertEquals("Häuser, 家 & Höfe", snapshot.get("title").getAsString());
    }

    @Test
    void what_is_wrong_is_a_problem_that_says_so() throws Exception {
      String large = "{\"prompt\":\"" + "x".repeat(256 * 1024) + "\"}";
      requireProblem(413, site().post("/api/pages", large));
      requireProblem(422, site().post("/api/pages", "{}"));
      requireProblem(400, site().post("/api/pages", "{"));
      var plain = site().request("/api/pages").header("Content-Type", "text/plain");
      requireProblem(415, Site.send(plain.POST(HttpRequest.BodyPublishers.ofString(Site.BODY))));
      requireProblem(404, site().get("/api/nothing"));
      requireProblem(404, site().get("/nothing"));
      requireProblem(404, site().get("/api/pages/00000000-0000-4000-8000-000000000000"));
      var wrong = Site.send(site().request("/api/pages").DELETE());
      requireProblem(405, wrong);
      assertEquals("GET, HEAD, POST", Site.header(wrong, "Allow"));
    }

    private static void requireProblem(int status, HttpResponse<String> answer) {
      assertEquals(status, answer.statusCode(), answer.body());
      assertTrue(Site.type(answer).startsWith("application/problem+json"), Site.type(answer));
      var json = JsonParser.parseString(answer.body()).getAsJsonObject();
      assertEquals(status, json.get("status").getAsInt(), answer.body());
    }

    @Test
    void files_are_served_as_what_they_are_and_the_rest_is_not() throws Exception {
      for (String address : List.of("/", "/index.html")) {
        var index = site().get(address);
        assertEquals(200, index.statusCode());
        assertTrue(Site.type(index).startsWith("text/html"), Site.type(index));
        String policy = Site.header(index, "Content-Security-Policy");
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self' 'sha256-"), policy);
      }
      String preview = Site.header(site().get("/preview.html"), "Content-Security-Policy");
      assertTrue(preview.contains("script-src 'none'"), preview);
      assertEquals(404, site().get("/WEB-INF/web.xml").statusCode());
      assertEquals(404, site().get("/META-INF/MANIFEST.MF").statusCode());
      var named = NAMED.matcher(site().get("/").body());
      int files = 0;
      while (named.find()) {
        // Import maps name folders as well.
        if (named.group(1).endsWith("/")) continue;
        var file = site().get(named.group(1).substring(1));
        assertEquals(200, file.statusCode(), named.group());
        if (!named.group(1).endsWith(".js")) continue;
        assertTrue(Site.type(file).startsWith("text/javascript"), named + Site.type(file));
        boolean library = named.group(1).matches("\\./(webjars|_static)/.*");
        assertEquals(library, Site.header(file, "Cache-Control").contains("immutable"), "" + named);
        files++;
      }
      assertTrue(files > 15, files + " scripts");
    }

    @Test
    void fifty_callers_are_gone_in_mid_stream_and_the_next_is_served() throws Exception {
      model.hold();
      try {
        for (int i = 0; i < 50; i++) {
          Socket caller = site().caller();
          caller.setSoLinger(i % 2 == 0, 0);
          caller.close();
        }
      } finally {
        model.free();
      }
      site().page();
      var jvm = new Jvm(container.pid());
      Await.none(() -> Await.named(jvm.threads(), "viewer", "page-\\d"));
    }

    @Test
    void addresses_that_it_names_lead_back_to_it() throws Exception {
      var created = site().post("/api/pages", Site.BODY);
      assertEquals(201, created.statusCode(), created.body());
      URI page = site().at("/api/pages").resolve(Site.header(created, "Location"));
      assertTrue(page.toString().startsWith(site().at("/api/pages/").toString()), page.toString());
      assertEquals(200, Site.send(HttpRequest.newBuilder(page)).statusCode());
      if (path.isEmpty()) return;
      var bare = site().get("");
      assertTrue(List.of(301, 302, 307, 308).contains(bare.statusCode()), bare.toString());
      assertEquals(site().at("/"), site().at("").resolve(Site.header(bare, "Location")));
    }

    @Test
    void the_builder_makes_a_page() throws Exception {
      List<String> complaints = new ArrayList<>();
      try (Page page = chromium.page()) {
        Chromium.listen(page, complaints);
        page.navigate(site().at("/").toString());
        assertThat(page.locator("#generate")).containsText("Generate with AI");
        page.locator("#prompt").fill(ModelPages.PROMPT);
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#progress"))
            .containsText(
                "All sections generated!",
                new LocatorAssertions.ContainsTextOptions().setTimeout(90_000));
        // A reload finds it again under its address.
        page.reload();
        assertThat(page.locator("[data-section=Footer]")).containsText("Footer");
        assertTrue(page.url().startsWith(site().at("/?page=").toString()), page.url());
      }
      assertEquals(List.of(), complaints);
    }
  }
}
