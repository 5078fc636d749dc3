package pageloom.war;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pageloom.Chromium;

/// The page that shows the API, in a real browser on the archive as it ships.
@Timeout(120)
final class ReferenceIT {
  @TempDir static Path data;
  private static WarProcess war;
  private static Chromium chromium;

  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    war = WarProcess.serving(data);
    chromium = Chromium.open();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    war.close();
  }

  @AfterEach
  void nothing_was_complained_about() {
    assertEquals(List.of(), complaints);
  }

  private Page open(String path, int width, ColorScheme colours) {
    var options =
        new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(colours);
    Page page = chromium.browser().newContext(options).newPage();
    Chromium.listen(page, complaints);
    page.navigate(war.base() + path);
    return page;
  }

  @Test
  void it_shows_every_call_and_every_schema_at_an_address_of_its_own() throws Exception {
    JsonObject document =
        JsonParser.parseString(war.get("/api/openapi.json").body()).getAsJsonObject();
    Page page = open("/api.html", 1280, ColorScheme.LIGHT);
    assertThat(page.locator("h1")).containsText("Pageloom API");
    for (var path : document.getAsJsonObject("paths").entrySet()) {
      for (var method : path.getValue().getAsJsonObject().entrySet()) {
        if (!(method.getValue() instanceof JsonObject operation)) continue;
        var call = page.locator("#" + operation.get("operationId").getAsString());
        assertThat(call.locator(".address")).containsText(path.getKey());
        assertThat(call.locator(".method"))
            .hasText(method.getKey().toUpperCase(java.util.Locale.ROOT));
      }
    }
    JsonObject schemas = document.getAsJsonObject("components").getAsJsonObject("schemas");
    for (String name : schemas.keySet()) {
      assertThat(page.locator("#schema-" + name + " h3")).hasText(name);
    }
    Object dangling =
        page.evaluate(
            "[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash)"
                + ".filter(hash => !document.getElementById(hash.slice(1)))");
    assertEquals(List.of(), dangling);
  }

  @Test
  void a_link_into_it_leads_there_and_the_builder_links_to_it() {
    Page page = open("/api.html#schema-Problem", 1280, ColorScheme.LIGHT);
    assertThat(page.locator("#schema-Problem")).isInViewport();
    page.locator("#schema-Problem").getByText("requestId").waitFor();
    Page builder = open("/", 360, ColorScheme.LIGHT);
    builder.getByText("Use it from your program").click();
    assertThat(builder.locator("h1")).containsText("Pageloom API");
  }

  @ParameterizedTest
  @CsvSource({"360,LIGHT", "360,DARK", "1280,LIGHT", "1280,DARK"})
  void it_fits_and_can_be_read_by_everybody(int width, ColorScheme colours) {
    Page page = open("/api.html", width, colours);
    page.locator("#schemas").waitFor();
    assertEquals(width, page.evaluate("document.documentElement.scrollWidth"));
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots/api-" + width + "-" + colours + ".png")));
    assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
  }
}
