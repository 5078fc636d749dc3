package pageloom.war;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.ReducedMotion;
import com.sun.net.httpserver.HttpServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pageloom.Chromium;
import pageloom.Npm;
import pageloom.export.Scaffold;

/// What the archive hands out, built by the tools that it is for and looked at in Chromium.
final class ExportIT {
  private static final Path HOME = Path.of("target/exports").toAbsolutePath();

  @TempDir static Path data;
  private static WarProcess war;
  private static Chromium chromium;
  private static HttpClient client;
  private static String page;
  private static byte[] preview;

  @BeforeAll
  static void start() throws Exception {
    war = WarProcess.serving(data);
    chromium = Chromium.open();
    client = HttpClient.newHttpClient();
    var request =
        HttpRequest.newBuilder(URI.create(war.base() + "/api/generate-multi-section"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    "{\"prompt\":\"Build a modern SaaS landing page\"}"))
            .build();
    String body = client.send(request, BodyHandlers.ofString()).body();
    page = JsonParser.parseString(body).getAsJsonObject().get("page_id").getAsString();
    Files.createDirectories(HOME);
    Path file = HOME.resolve("page.html");
    Files.write(file, export("html"));
    preview = picture(file.toUri().toString());
    Files.write(HOME.resolve("html.png"), preview);
  }

  @AfterAll
  static void stop() {
    client.close();
    chromium.close();
    war.close();
  }

  private static byte[] export(String format) throws Exception {
    URI address = URI.create(war.base() + "/api/pages/" + page + "/export?format=" + format);
    var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    assertEquals(200, answer.statusCode());
    return answer.body();
  }

  private static byte[] picture(String address) {
    var options =
        new Browser.NewContextOptions()
            .setViewportSize(1280, 900)
            .setReducedMotion(ReducedMotion.REDUCE);
    List<String> complaints = new ArrayList<>();
    try (var context = chromium.browser().newContext(options)) {
      Page look = context.newPage();
      look.onPageError(complaints::add);
      look.onConsoleMessage(message -> {
        if (message.type().matches("error|warning")) complaints.add(message.text());
      });
      look.navigate(address);
      look.locator("#footer").waitFor();
      byte[] picture = look.screenshot(new Page.ScreenshotOptions().setFullPage(true));
      assertEquals(List.of(), complaints);
      return picture;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"react", "typescript", "vue", "svelte"})
  void a_project_installs_builds_and_looks_like_the_preview(String format) throws Exception {
    Path folder = HOME.resolve(format);
    Scaffold.clear(folder);
    Projects.unpack(export(format), folder);
    var npm = new Npm(folder);
    npm.install();
    npm.script("build");
    assertLooksAlike(format, folder.resolve("dist"));
  }

  @Test
  void the_static_site_looks_like_the_preview_and_has_no_script() throws Exception {
    Path folder = HOME.resolve("static");
    Projects.unpack(export("static"), folder);
    assertTrue(!Files.readString(folder.resolve("index.html")).contains("<script"));
    assertLooksAlike("static", folder);
  }

  private static void assertLooksAlike(String format, Path folder) throws Exception {
    HttpServer server = Projects.serve(folder);
    try {
      byte[] built = picture("http://127.0.0.1:" + server.getAddress().getPort() + "/");
      Files.write(HOME.resolve(format + ".png"), built);
      double difference = Projects.difference(preview, built);
      System.out.printf(
          "ExportIT: %s differs in %.4f %% of its pixels%n", format, difference * 100);
      assertTrue(difference < 0.01, format + " differs in " + difference * 100 + " %");
    } finally {
      server.stop(0);
    }
  }

  /// Each page has another theme and other sections.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "A sourdough bakery that takes pre-orders, warm and round",
        "Portfolio of a product photographer, dark",
        "A two-day conference on soil and farming"
      })
  void without_a_browser_the_file_is_the_one_that_the_builder_makes(String prompt)
      throws Exception {
    try (var context = chromium.browser().newContext()) {
      Page builder = context.newPage();
      builder.navigate(war.base() + "/");
      builder.locator("#prompt").fill(prompt);
      builder.keyboard().press("Control+Enter");
      assertThat(builder.locator("#progress")).containsText("All sections generated!");
      builder.locator("#export-button").click();
      var download = builder.waitForDownload(() -> builder.locator("[data-format=html]").click());
      Path saved = data.resolve("saved.html");
      download.saveAs(saved);
      String link = builder.locator("#export-menu [data-format=static]").getAttribute("href");
      URI address = URI.create(link.replace("format=static", "format=html"));
      var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
      assertEquals(Files.readString(saved), answer.body());
      String disposition = answer.headers().firstValue("Content-Disposition").orElse("");
      assertTrue(disposition.contains(download.suggestedFilename()), disposition);
    }
  }

  @Test
  void the_menu_is_used_by_keyboard_and_its_links_save_files() {
    try (var context = chromium.browser().newContext()) {
      Page builder = context.newPage();
      builder.navigate(war.base() + "/?page=" + page);
      var button = builder.locator("#export-button");
      assertThat(button).isEnabled();
      button.focus();
      builder.keyboard().press("ArrowDown");
      assertEquals("html", focused(builder));
      builder.keyboard().press("ArrowUp");
      assertEquals("svelte", focused(builder));
      builder.keyboard().press("r");
      assertEquals("react", focused(builder));
      builder.keyboard().press("Escape");
      assertEquals("export-button", builder.evaluate("document.activeElement.id"));
      assertEquals("false", button.getAttribute("aria-expanded"));
      builder.keyboard().press("ArrowUp");
      var download = builder.waitForDownload(() -> builder.keyboard().press("Enter"));
      assertTrue(download.suggestedFilename().endsWith("-svelte.zip"));
      button.click();
      for (int width : new int[] {360, 768, 1280, 1920}) {
        builder.setViewportSize(width, 800);
        assertThat(builder.locator("#export-menu"))
            .isInViewport(new IsInViewportOptions().setRatio(1));
      }
      var results = new AxeBuilder(builder).exclude("#preview");
      assertEquals(List.of(), results.analyze().getViolations());
      builder.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/export-menu.png")));
    }
  }

  private static Object focused(Page builder) {
    return builder.evaluate("document.activeElement.dataset.format");
  }
}
