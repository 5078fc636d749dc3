package pageloom.war;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.gson.Gson;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.Chromium;

/// The gallery, and through it every pattern in a real browser: what models are held to holds for
/// us.
@Timeout(600)
final class GalleryIT {
  private static final Gson GSON = new Gson();

  @TempDir static Path data;
  private static WarProcess war;
  private static Chromium chromium;
  private static Sheet sheet;

  /// What the gallery draws, and the styles of all of it.
  record Sheet(List<Palette> palettes, List<Pattern> patterns, String css) {}

  record Palette(String id, String css) {}

  record Pattern(String kind, String layout, String html) {
    String name() {
      return kind + "/" + layout;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    war =
        WarProcess.start(
            Map.of("PAGELOOM_DATA", data.toString(), "PAGELOOM_DEV", "on"), "--port", "0");
    chromium = Chromium.open();
    try (Page page = chromium.page()) {
      page.navigate(war.base() + "/gallery.html?kind=navigation");
      Object found =
          page.evaluate(
              """
              async () => {
                const { devPatterns } = await import('./builder/api.js');
                const { Stylist } = await import('./builder/preview/stylist.js');
                const sheet = await devPatterns();
                const template = document.createElement('template');
                template.innerHTML = sheet.patterns.map((one) => one.html).join('');
                const named = [...template.content.querySelectorAll('[class]')];
                const css = await new Stylist().ensure(named.flatMap((e) => [...e.classList]));
                return JSON.stringify({ ...sheet, css });
              }\
              """);
      sheet = GSON.fromJson((String) found, Sheet.class);
    }
  }

  @AfterAll
  static void stop() {
    chromium.close();
    war.close();
  }

  @Test
  void without_the_setting_there_is_nothing_at_its_addresses(@TempDir Path other) throws Exception {
    try (var plain = WarProcess.serving(other)) {
      for (String path :
          List.of(
              "/gallery.html",
              "/gallery/gallery.js",
              "/api/dev/patterns",
              "/WEB-INF/gallery/gallery.html"))
        assertEquals(404, plain.get(path).statusCode(), path);
    }
    for (String path : List.of("/gallery.html", "/gallery/gallery.js", "/api/dev/patterns"))
      assertEquals(200, war.get(path).statusCode(), path);
    assertEquals(404, war.get("/gallery/other.js").statusCode());
    assertEquals(404, war.get("/WEB-INF/gallery/gallery.html").statusCode());
  }

  @Test
  void it_shows_a_kind_in_light_and_dark_at_three_widths_and_nothing_runs() {
    List<String> complaints = new ArrayList<>();
    try (Page page = chromium.page()) {
      Chromium.listen(page, complaints);
      page.setViewportSize(1600, 1000);
      page.navigate(war.base() + "/gallery.html?kind=pricing&palette=blossom");
      assertThat(page.locator("#count")).hasText("4 patterns, 1 of 18 palettes");
      assertThat(page.locator(".cell[data-painted]").nth(11)).isAttached();
      assertThat(page.locator("iframe:not([sandbox='allow-same-origin'])")).hasCount(0);
      shoot(page, "gallery");
      page.locator("select[name=palette]").selectOption("");
      assertThat(page.locator("h2")).hasCount(4 * sheet.palettes().size());
    }
    assertEquals(List.of(), complaints);
  }

  @Test
  void no_pattern_is_wider_than_a_phone() {
    List<String> wide = new ArrayList<>();
    try (Page page = blank()) {
      for (int width : List.of(320, 360, 768, 1280))
        for (Pattern pattern : sheet.patterns()) {
          page.setViewportSize(width, 800);
          show(page, pattern);
          Object over =
              page.evaluate("document.documentElement.scrollWidth - document.body.clientWidth");
          if (((Number) over).intValue() > 0)
            wide.add(pattern.name() + " at " + width + " px by " + over);
        }
    }
    assertEquals(List.of(), wide);
  }

  @Test
  void axe_finds_nothing_in_any_pattern() {
    List<String> found = new ArrayList<>();
    try (Page page = blank()) {
      for (Pattern pattern : sheet.patterns()) {
        show(page, pattern);
        new AxeBuilder(page)
            .disableRules(
                List.of("page-has-heading-one", "region", "landmark-one-main", "document-title"))
            .analyze()
            .getViolations()
            .forEach(v ->
                found.add(
                    pattern.name() + ": " + v.getId() + " " + v.getNodes().getFirst().getHtml()));
      }
    }
    assertEquals(List.of(), found);
  }

  /// On the colours that the browser computed, layers of translucent ones and opacity included, and
  /// also of what is folded away. Where text lies on a picture nobody can tell.
  @Test
  void all_text_of_every_pattern_has_contrast_in_every_palette_in_both_modes() {
    List<String> weak = new ArrayList<>();
    int measured = 0;
    try (Page page = blank()) {
      page.setViewportSize(1280, 800);
      String all = String.join("", sheet.patterns().stream().map(GalleryIT::framed).toList());
      page.evaluate("html => document.body.innerHTML = html", all);
      page.evaluate(PREPARE);
      for (Palette palette : sheet.palettes())
        for (String mode : List.of("light", "dark")) {
          @SuppressWarnings("unchecked")
          var result =
              (Map<String, Object>)
                  page.evaluate(MEASURE, List.of(palette.id(), palette.css(), mode));
          measured += ((Number) result.getOrDefault("measured", 0)).intValue();
          @SuppressWarnings("unchecked")
          var found = (List<String>) result.get("weak");
          weak.addAll(found);
        }
    }
    assertEquals("", String.join("\n", weak));
    assertTrue(measured > 50_000, "measured " + measured);
  }

  @Test
  void the_menu_opens_and_leads_on_by_keyboard_alone() {
    try (Page page = blank()) {
      page.setViewportSize(360, 740);
      for (Pattern pattern : sheet.patterns()) {
        if (!pattern.kind().equals("navigation")) continue;
        show(page, pattern);
        Locator summary = page.locator("summary");
        Locator link = page.locator("details li a").first();
        assertThat(link).isHidden();
        summary.focus();
        page.keyboard().press("Enter");
        assertThat(link).isVisible();
        page.keyboard().press("Tab");
        assertThat(link).isFocused();
        Object fits =
            page.evaluate(
                "[...document.querySelectorAll('details a')].every(a =>"
                    + " a.getBoundingClientRect().right <= innerWidth &&"
                    + " a.getBoundingClientRect().height >= 40)");
        assertEquals(true, fits, pattern.name());
        summary.focus();
        page.keyboard().press("Space");
        assertThat(link).isHidden();
      }
    }
  }

  @Test
  void tabs_show_every_panel_by_keyboard_alone() {
    try (Page page = blank()) {
      for (String name : List.of("features/tabs", "menu/tabs")) {
        show(page, pattern(name));
        Locator tabs = page.locator("input[type=radio]");
        Locator panels = page.locator("input[type=radio] + label + *");
        int count = tabs.count();
        assertTrue(count > 1, name);
        page.keyboard().press("Tab");
        assertThat(tabs.first()).isFocused();
        for (int i = 0; i < count; i++) {
          for (int j = 0; j < count; j++)
            if (i == j) assertThat(panels.nth(j)).isVisible();
            else assertThat(panels.nth(j)).isHidden();
          page.keyboard().press("ArrowDown");
        }
        assertThat(panels.first()).isVisible();
      }
    }
  }

  @Test
  void the_switch_shows_prices_of_a_year_by_keyboard_alone() {
    try (Page page = blank()) {
      show(page, pattern("pricing/toggle"));
      Locator month = page.getByText("billed monthly");
      Locator year = page.locator("article").nth(1).getByText("billed yearly");
      assertThat(month).isVisible();
      assertThat(year).isHidden();
      page.keyboard().press("Tab");
      page.keyboard().press("ArrowRight");
      assertThat(year).isVisible();
      assertThat(month).isHidden();
      page.keyboard().press("ArrowLeft");
      assertThat(month).isVisible();
    }
  }

  @Test
  void a_carousel_moves_by_its_links_and_by_arrow_keys() {
    try (Page page = blank()) {
      for (String name : List.of("gallery/carousel", "social_proof/carousel")) {
        show(page, pattern(name));
        Locator slides = page.locator("li[id]");
        Locator next = slides.first().locator("a").last();
        follow(page, next);
        Locator track = page.locator("[tabindex]");
        track.evaluate("track => track.scrollTo({ left: 0, behavior: 'instant' })");
        track.focus();
        page.keyboard().press("ArrowRight");
        await(page, "() => document.querySelector('[tabindex]').scrollLeft > 20");
      }
    }
  }

  /// By keyboard, once more where nothing came of it: a browser on a busy machine forgets the
  /// scroll to a fragment when it lays the document out anew in that moment.
  private static void follow(Page page, Locator link) {
    for (int attempt = 1; attempt <= 5; attempt++) {
      link.focus();
      page.keyboard().press("Enter");
      for (int look = 0; look < 20; look++) {
        if (page.evaluate(SECOND_SLIDE_SHOWS).equals(true)) return;
        page.waitForTimeout(100);
      }
    }
    throw new AssertionError("the link leads nowhere");
  }

  /// By the clock: the driver's default asks once an animation frame, of which a browser on a busy
  /// machine may give none.
  private static void await(Page page, String condition) {
    page.waitForFunction(
        condition, null, new Page.WaitForFunctionOptions().setPollingInterval(100));
  }

  @Test
  void neighbours_on_one_ground_share_the_space_between_them() {
    assertEquals(0.75, overlap("features/rows", "social_proof/quotes"), 0.01);
    assertEquals(0.75, overlap("social_proof/quotes", "faq/accordion"), 0.01);
    assertEquals(0.75, overlap("gallery/carousel", "features/grid"), 0.01);
    assertEquals(0, overlap("features/grid", "social_proof/quotes"));
    assertEquals(0, overlap("signature/emblem", "social_proof/quotes"));
  }

  /// How far the second one reaches into the first, in spaces of a section.
  private static double overlap(String one, String two) {
    try (Page page = blank()) {
      page.evaluate(
          "html => document.body.innerHTML = html", pattern(one).html() + pattern(two).html());
      Object overlap =
          page.evaluate(
              """
              () => {
                const [one, two] = document.body.children;
                const ruler = document.body.appendChild(document.createElement('div'));
                ruler.style.height = 'var(--pl-space-section)';
                const reach = one.getBoundingClientRect().bottom - two.getBoundingClientRect().top;
                return reach / ruler.getBoundingClientRect().height;
              }\
              """);
      return ((Number) overlap).doubleValue();
    }
  }

  private static final String SECOND_SLIDE_SHOWS =
      "() => Math.abs(document.querySelectorAll('li[id]')[1].getBoundingClientRect().left"
          + " - document.querySelector('[tabindex]').getBoundingClientRect().left) < 120";

  private static Pattern pattern(String name) {
    return sheet.patterns().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
  }

  private static String framed(Pattern pattern) {
    return "<div data-pattern=\"" + pattern.name() + "\">" + pattern.html() + "</div>";
  }

  /// An empty document in the first palette.
  private static Page blank() {
    Page page = chromium.page();
    page.setContent(
        "<!doctype html><html lang=\"en\"><head><title>Patterns</title><style id=\"theme\">"
            + sheet.palettes().getFirst().css()
            + "</style><style>"
            + sheet.css()
            + "</style></head><body></body></html>");
    return page;
  }

  private static void show(Page page, Pattern pattern) {
    page.evaluate(
        "html => { document.activeElement?.blur(); document.body.innerHTML = html; }",
        pattern.html());
  }

  private static void shoot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/" + name + ".png")));
  }

  private static final String PREPARE =
      """
      () => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        window.told = [];
        const picture = (e) => e.querySelector(':scope > .absolute svg, :scope > svg.absolute');
        while (texts.nextNode()) {
          const element = texts.currentNode.parentElement;
          if (!texts.currentNode.data.trim() || element.closest('svg, .sr-only')) continue;
          const chain = [];
          for (let e = element; e; e = e.parentElement) chain.push(e);
          if (!chain.some(picture)) window.told.push(chain);
        }
      }\
      """;

  private static final String MEASURE =
      """
      ([id, css, mode]) => {
        document.documentElement.dataset.mode = mode;
        document.getElementById('theme').textContent = css;
        const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
        const known = new Map();
        const rgba = (colour) => {
          if (!known.has(colour)) {
            canvas.clearRect(0, 0, 1, 1);
            canvas.fillStyle = colour;
            canvas.fillRect(0, 0, 1, 1);
            known.set(colour, [...canvas.getImageData(0, 0, 1, 1).data].map((n) => n / 255));
          }
          return known.get(colour);
        };
        const over = (front, back, by = 1) => [0, 1, 2].map((i) => front[i] * front[3] * by + back[i] * (1 - front[3] * by));
        const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        const luminance = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
        const styles = new Map();
        const style = (e) => styles.get(e) ?? styles.set(e, getComputedStyle(e)).get(e);
        const weak = new Set();
        for (const chain of window.told) {
          let ground = [1, 1, 1];
          let opacity = 1;
          for (const e of chain.toReversed()) {
            ground = over(rgba(style(e).backgroundColor), ground);
            opacity *= Number(style(e).opacity);
          }
          const own = style(chain[0]);
          const text = over(rgba(own.color), ground, opacity);
          const [dark, light] = [luminance(ground), luminance(text)].sort((a, b) => a - b);
          const ratio = (light + 0.05) / (dark + 0.05);
          const size = parseFloat(own.fontSize);
          const large = size >= 24 || (size >= 18.66 && Number(own.fontWeight) >= 700);
          if (ratio < (large ? 3 : 4.5)) {
            const pattern = chain.find((e) => e.dataset.pattern)?.dataset.pattern;
            weak.add(`${id} ${mode} ${pattern} ${ratio.toFixed(2)} ${chain[0].outerHTML.slice(0, 120)}`);
          }
        }
        return { measured: window.told.length, weak: [...weak] };
      }\
      """;
}
