package pageloom.war;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.Chromium;
import pageloom.author.LoopbackModel;
import pageloom.author.ModelPages;
import pageloom.plan.Plan;

/// Theme, limit, title and the history of pages, in a real browser on the archive as it ships.
@Timeout(180)
final class PanelsIT {
  private static final Plan PLAN = ModelPages.plan(ModelPages.PROMPT);
  private static final Map<String, String> GOOD = ModelPages.fragments(ModelPages.PROMPT);
  private static final BigDecimal PRICE = new BigDecimal("0.004");
  private static final String COLOUR =
      "() => { const d = document.querySelector('#preview').contentDocument;"
          + " return d.defaultView.getComputedStyle(d.documentElement)"
          + ".getPropertyValue('--pl-brand'); }";

  @TempDir static Path data;
  private static WarProcess war;
  private static Chromium chromium;

  private BrowserContext context;
  private Page page;
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

  @BeforeEach
  void open() {
    context = chromium.browser().newContext();
    page = window(context);
  }

  @AfterEach
  void close() {
    context.close();
    assertEquals(List.of(), complaints);
  }

  private Page window(BrowserContext context) {
    Page opened = context.newPage();
    Chromium.listen(opened, complaints);
    return opened;
  }

  private static String make(WarProcess war, String prompt, String more) throws Exception {
    String body = war.post("/api/pages", "{\"prompt\":\"" + prompt + "\"" + more + "}").body();
    return JsonParser.parseString(body).getAsJsonObject().get("id").getAsString();
  }

  private static String made(String prompt) throws Exception {
    String id = make(war, prompt, ",\"sections\":[\"Navigation\",\"Hero\",\"Pricing\",\"Footer\"]");
    war.readUntil("/api/pages/" + id + "/events", "\"type\":\"complete\"");
    return id;
  }

  private static void show(Page page, WarProcess war, String id) {
    page.navigate(war.base() + "/?page=" + id);
  }

  private void awaitDone() {
    assertThat(page.locator("#progress")).containsText("All sections generated!");
    assertThat(page.frameLocator("#preview").locator("#footer")).isVisible();
  }

  private static LoopbackModel.Answer good(LoopbackModel.Request request) {
    String fragment = GOOD.get(ModelPages.section(request, PLAN));
    String text = "<<<SECTION\n" + fragment + "\nSECTION>>>";
    return new LoopbackModel.Text(text, "stop", PRICE, 60);
  }

  private static WarProcess with(LoopbackModel model, Path data) throws Exception {
    return WarProcess.start(
        Map.of(
            "PAGELOOM_DATA",
            data.toString(),
            "PAGELOOM_BASE_URL",
            model.base().toString(),
            "PAGELOOM_MODEL",
            "loop/one",
            "PAGELOOM_API_KEY",
            "sk-loop"),
        "--port",
        "0");
  }

  @Test
  void a_theme_is_shown_within_100_ms_and_costs_nothing_while_sections_are_written(
      @TempDir Path data) throws Exception {
    try (var model = new LoopbackModel(PanelsIT::good);
        var war = with(model, data)) {
      model.pace = Duration.ofMillis(15);
      page.navigate(war.base() + "/");
      assertThat(page.locator("#generate")).containsText("Generate with AI");
      page.locator("#prompt").fill(ModelPages.PROMPT);
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("[data-section=Hero]")).hasAttribute("data-state", "completed");
      page.locator("#theme").click();
      var rosewood = page.locator("input[value=rosewood]");
      assertThat(rosewood).isAttached();
      Accessibility.assertNoViolations("theme, generating", page);
      int spent = model.calls();
      double millis =
          ((Number)
                  page.evaluate(
                      """
                      async () => {
                        const document = window.document.querySelector('#preview').contentDocument;
                        const colour = () => document.defaultView
                            .getComputedStyle(document.documentElement).getPropertyValue('--pl-brand');
                        const before = colour();
                        const begun = performance.now();
                        window.document.querySelector('input[value=rosewood]').click();
                        if (colour() === before) throw new Error('not repainted');
                        await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
                        return performance.now() - begun;
                      }\
                      """))
              .doubleValue();
      System.out.println("PanelsIT: a theme was painted " + Math.round(millis) + " ms after it");
      assertTrue(millis < 100, millis + " ms");
      assertThat(page.locator("#toast")).containsText("Colours: Rosewood");
      page.waitForFunction(
          "() => /generated!/.test(document.querySelector('#progress').textContent)");
      assertTrue(model.calls() <= GOOD.size() && spent <= model.calls(), model.calls() + " calls");
      int calls = model.calls();
      Locator other = page.locator("input[name=theme-radius]:not(:checked)").first();
      String radius = other.inputValue();
      page.locator("label:has(input[name=theme-radius][value=" + radius + "])").click();
      assertThat(page.locator("#toast")).containsText("Corners: ");
      var snapshot =
          JsonParser.parseString(war.get("/api/pages/" + idOf(page)).body()).getAsJsonObject();
      assertEquals(calls, model.calls());
      assertEquals(
          0,
          PRICE
              .multiply(BigDecimal.valueOf(7))
              .compareTo(snapshot.get("costUsd").getAsBigDecimal()));
      var theme = snapshot.getAsJsonObject("brief").getAsJsonObject("theme");
      assertEquals("rosewood", theme.get("palette").getAsString());
      assertEquals(radius, theme.get("radius").getAsString());
      // What is tried on before the server says it is the same to the letter.
      Object tried =
          page.evaluate(
              """
              async theme => {
                const { cssOf } = await import('./builder/theme-css.js');
                return cssOf(await (await fetch('api/themes')).json(), theme);
              }\
              """,
              Map.of(
                  "palette", "rosewood",
                  "mode", theme.get("mode").getAsString(),
                  "type", theme.get("type").getAsString(),
                  "radius", radius,
                  "density", theme.get("density").getAsString()));
      assertEquals(theme.get("css").getAsString(), tried);
      page.close();
    }
  }

  private static String idOf(Page page) {
    return page.url().substring(page.url().indexOf("page=") + 5);
  }

  @Test
  void a_theme_is_chosen_by_keyboard_alone_at_phone_width_too() throws Exception {
    String id = made("A bakery that takes pre-orders");
    for (int width : List.of(1280, 360)) {
      page.setViewportSize(width, 760);
      show(page, war, id);
      if (width == 1280) awaitDone();
      Object before = page.evaluate(COLOUR);
      assertThat(page.locator("#theme")).isEnabled();
      page.locator("#theme").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#theme-panel input:checked").first()).isFocused();
      page.keyboard().press("ArrowRight");
      page.waitForFunction("before => (" + COLOUR + ")() !== before", before);
      Object after = page.evaluate(COLOUR);
      assertThat(page.locator("#toast")).containsText("Colours: ");
      page.keyboard().press("Escape");
      assertThat(page.locator("#theme")).isFocused();
      assertThat(page.locator("#theme-panel")).isHidden();
      page.reload();
      page.waitForFunction("after => (" + COLOUR + ")() === after", after);
      assertEquals(0, overflow());
    }
  }

  @Test
  void what_is_pointed_at_is_only_tried_on() throws Exception {
    show(page, war, made("A bakery that takes pre-orders"));
    awaitDone();
    Object before = page.evaluate(COLOUR);
    page.locator("#theme").click();
    page.locator("label:has(input[value=mint])").hover();
    page.waitForFunction("before => (" + COLOUR + ")() !== before", before);
    page.locator("#theme-title").hover();
    page.waitForFunction("before => (" + COLOUR + ")() === before", before);
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      Accessibility.assertNoViolations("theme " + scheme, page);
    }
  }

  @Test
  void a_page_that_stopped_at_its_limit_goes_on_when_the_limit_is_raised(@TempDir Path data)
      throws Exception {
    try (var model = new LoopbackModel(PanelsIT::good);
        var war = with(model, data)) {
      String id = make(war, ModelPages.PROMPT, ",\"budgetUsd\":0.01");
      show(page, war, id);
      assertThat(page.locator("#progress")).containsText("0 of 7 sections generated");
      assertThat(page.locator("#budget-open")).hasText("Limit $0.01");
      page.locator("#budget-open").focus();
      page.keyboard().press("Enter");
      assertThat(page.locator("#page-budget")).isFocused();
      assertThat(page.locator("#budget-form")).containsText("Stopped at the limit: Navigation");
      page.keyboard().type("9");
      page.keyboard().press("Enter");
      assertThat(page.locator("#page-budget-problem")).containsText("allows up to $0.50");
      assertThat(page.locator("#page-budget")).isFocused();
      page.setViewportSize(360, 760);
      Accessibility.assertNoViolations("limit, refused", page);
      page.keyboard().press("Escape");
      assertThat(page.locator("#budget-open")).isFocused();
      page.keyboard().press("Enter");
      page.keyboard().type("0.45");
      page.keyboard().press("Enter");
      assertThat(page.locator("#budget-open")).hasText("Limit $0.45");
      page.waitForFunction(
          "() => /generated!/.test(document.querySelector('#progress').textContent)");
      assertThat(page.locator("#total")).containsText("$0.0280 in total");
      assertEquals(0, overflow());
      page.close();
    }
  }

  @Test
  void all_pages_are_found_renamed_copied_and_deleted_by_keyboard_alone() throws Exception {
    String first = made("A lighthouse museum with tours");
    String second = made("A lighthouse keeper's diary");
    page.navigate(war.base() + "/");
    page.locator("#all-pages").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#history-search")).isFocused();
    page.keyboard().type("lighthouse");
    assertThat(page.locator(".history-status")).hasText("2 pages found");
    assertThat(page.locator(".history-page")).hasCount(2);
    assertThat(page.locator(".face[data-drawn]")).hasCount(2);
    assertThat(page.frameLocator(".face iframe >> nth=0").locator("h1")).isAttached();
    Locator top = page.locator(".history-page").first();
    assertThat(top.locator("a")).hasAttribute("href", "?page=" + second);
    Accessibility.assertNoViolations("history", page);

    tabTo(top.locator("[data-action=rename]"));
    page.keyboard().press("Enter");
    page.keyboard().type("The keeper");
    Accessibility.assertNoViolations("history, renaming", page);
    page.keyboard().press("Enter");
    assertThat(top.locator("a")).hasText("The keeper");
    assertThat(top.locator("[data-action=rename]")).isFocused();
    assertThat(page.locator(".history-status")).hasText("Renamed to The keeper");

    tabTo(top.locator("[data-action=delete]"));
    page.keyboard().press("Enter");
    assertThat(top.locator("[data-action=keep]")).isFocused();
    Accessibility.assertNoViolations("history, deleting", page);
    page.keyboard().press("Escape");
    assertThat(top.locator("[data-action=delete]")).isFocused();
    assertThat(page.locator("dialog.history")).isVisible();
    page.keyboard().press("Enter");
    tabTo(top.locator(".danger"));
    page.keyboard().press("Enter");
    assertThat(page.locator(".history-status")).hasText("The keeper deleted");
    assertThat(page.locator(".history-page a")).hasAttribute("href", "?page=" + first);
    assertThat(page.locator(".history-page a")).isFocused();
    assertEquals(404, war.get("/api/pages/" + second).statusCode());

    tabTo(page.locator("[data-action=copy]"));
    page.keyboard().press("Enter");
    assertThat(page.locator("dialog.history")).isHidden();
    awaitDone();
    assertTrue(!idOf(page).equals(first), page.url());
    assertThat(page.locator("#prompt")).hasValue("A lighthouse museum with tours");
  }

  private void tabTo(Locator target) {
    for (int i = 0; i < 40; i++) {
      if (Boolean.TRUE.equals(target.evaluate("e => e === document.activeElement"))) return;
      page.keyboard().press("Tab");
    }
    assertThat(target).isFocused();
  }

  @Test
  void more_pages_come_when_asked_for_and_nothing_found_says_so() throws Exception {
    for (int i = 0; i < 26; i++) make(war, "Orchard number " + i, ",\"sections\":[\"Hero\"]");
    for (int width : List.of(1280, 360)) {
      page.setViewportSize(width, 760);
      page.navigate(war.base() + "/");
      page.getByText("All pages", new Page.GetByTextOptions().setExact(true)).first().click();
      page.locator("#history-search").fill("orchard");
      assertThat(page.locator(".history-status")).hasText("24+ pages found");
      assertThat(page.locator(".face[data-drawn]").first()).isVisible();
      int frames = page.locator(".face iframe").count();
      assertTrue(frames < 24, frames + " thumbnails, though most are out of sight");
      page.getByText("Load more").click();
      assertThat(page.locator(".history-status")).hasText("26 pages found");
      assertThat(page.locator(".history-page").nth(24).locator("a")).isFocused();
      assertEquals(0, overflow());
      Accessibility.assertNoViolations("history " + width, page);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(Path.of("target/screenshots/history-" + width + ".png")));
      page.locator("#history-search").fill("zebra crossing");
      assertThat(page.locator(".history-none")).containsText("zebra crossing");
      Accessibility.assertNoViolations("nothing found " + width, page);
      page.getByText("Show all pages").click();
      assertThat(page.locator("#history-search")).isFocused();
      assertThat(page.locator(".history-page").first()).isVisible();
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog.history")).isHidden();
    }
  }

  @Test
  void the_open_page_is_renamed_in_the_top_bar() throws Exception {
    String id = made("A bakery that takes pre-orders");
    for (int width : List.of(1280, 1100, 768, 360)) {
      page.setViewportSize(width, 760);
      show(page, war, id);
      Locator title = page.locator("#page-title button");
      title.focus();
      page.keyboard().press("Enter");
      page.keyboard().type("Oven " + width);
      Accessibility.assertNoViolations("title " + width, page);
      page.keyboard().press("Enter");
      assertThat(title).hasText("Oven " + width);
      assertThat(title).isFocused();
      assertThat(page).hasTitle("Oven " + width + " · Pageloom");
      page.keyboard().press("Enter");
      page.keyboard().type("Not this");
      page.keyboard().press("Escape");
      assertThat(title).hasText("Oven " + width);
      assertEquals(0, overflow());
    }
  }

  @Test
  void a_page_that_is_deleted_elsewhere_says_so_and_leads_to_a_new_one() throws Exception {
    String id = made("A bakery that takes pre-orders");
    show(page, war, id);
    awaitDone();
    page.evaluate("id => fetch('api/pages/' + id, {method: 'DELETE'})", id);
    assertThat(page.locator("#progress")).hasText("This page was deleted.");
    assertThat(page.locator("#gone")).containsText("can still be downloaded");
    assertThat(page.frameLocator("#preview").locator("#hero")).isVisible();
    assertThat(page.locator("#theme")).isDisabled();
    Accessibility.assertNoViolations("gone", page);
    page.locator("#gone-new").click();
    assertThat(page.locator("#prompt")).isFocused();
    assertTrue(!page.url().contains("page="), page.url());
    // The browser itself reports that the page is not there any more.
    complaints.removeIf(line -> line.contains("404"));
  }

  @Test
  void what_one_window_does_the_other_shows_within_a_second() throws Exception {
    String id = made("A bakery that takes pre-orders");
    show(page, war, id);
    awaitDone();
    try (var elsewhere = chromium.browser().newContext()) {
      Page other = window(elsewhere);
      show(other, war, id);
      assertThat(other.frameLocator("#preview").locator("#footer")).isVisible();
      Object before = other.evaluate(COLOUR);
      long begun = System.nanoTime();
      page.locator("#theme").click();
      page.locator("label:has(input[value=rosewood])").click();
      other.waitForFunction(
          "before => (" + COLOUR + ")() !== before",
          before,
          new Page.WaitForFunctionOptions().setTimeout(1_000).setPollingInterval(20));
      long theme = (System.nanoTime() - begun) / 1_000_000;
      begun = System.nanoTime();
      page.evaluate(
          """
          id => fetch('api/pages/' + id + '/commands', {
            method: 'POST',
            headers: {'Content-Type': 'application/json'},
            body: JSON.stringify({id: '0b6f2a52-5a53-4a53-9d8a-9d3f3e5b7c11', type: 'move', section: 'Pricing', order: 1}),
          })\
          """,
          id);
      String order =
          "() => [...document.querySelector('#preview').contentDocument.body.children]"
              + ".map(e => e.id).join(' ').startsWith('navigation pricing hero')";
      other.waitForFunction(
          order, null, new Page.WaitForFunctionOptions().setTimeout(1_000).setPollingInterval(20));
      long move = (System.nanoTime() - begun) / 1_000_000;
      System.out.println(
          "PanelsIT: the other window showed a theme after " + theme + " ms, a move after " + move);
      assertEquals(
          List.of("Navigation", "Pricing", "Hero", "Footer"),
          other.locator("[data-section]").all().stream()
              .map(c -> c.getAttribute("data-section"))
              .toList());
      // And both look the same.
      assertEquals(page.evaluate(COLOUR), other.evaluate(COLOUR));
    }
  }

  @Test
  void a_window_that_nobody_looks_at_leaves_its_connection_and_catches_up_when_seen()
      throws Exception {
    Chromium.withoutSharedWorkers(page);
    String id = made("A bakery that takes pre-orders");
    show(page, war, id);
    awaitDone();
    look(true);
    war.post(
        "/api/pages/" + id + "/commands",
        "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"rename\",\"title\":\"Seen\"}");
    var streams = new AtomicInteger();
    page.onRequest(request -> {
      if (request.url().contains("/events?")) streams.incrementAndGet();
    });
    look(false);
    page.waitForFunction("() => document.title.includes('Seen')");
    assertEquals(1, streams.get(), "the stream was closed, and opened once");
  }

  /// As if the person went to another window, or came back.
  private void look(boolean away) {
    page.evaluate(
        """
        away => {
          Object.defineProperty(document, 'hidden', { value: away, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }\
        """,
        away);
  }

  private int overflow() {
    Object wide =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return ((Number) wide).intValue();
  }
}
