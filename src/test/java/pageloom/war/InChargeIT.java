package pageloom.war;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.Chromium;
import pageloom.author.LoopbackModel;

/// A person in charge of a page: its making, its sections and their order, by mouse, by touch and
/// by keyboard alone, with a model that writes slowly and with none.
@Timeout(180)
final class InChargeIT {
  private static final String PROMPT = "Build a modern SaaS landing page";
  private static final String AS_PLANNED =
      "Navigation Hero Features SocialProof Pricing CTA Footer";
  private static final Pattern ROOT = Pattern.compile("<(\\w+) id=\"([a-z0-9-]+)\"");

  @TempDir static Path data;
  @TempDir static Path modelData;
  private static WarProcess patterns;
  private static WarProcess models;
  private static LoopbackModel model;
  private static Chromium chromium;
  private static final List<String> asked = new CopyOnWriteArrayList<>();

  /// Anchor of the section that the model fails at.
  private static volatile String faulty = "";

  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    model = new LoopbackModel(InChargeIT::answer);
    patterns = WarProcess.serving(data);
    models =
        WarProcess.start(
            Map.of(
                "PAGELOOM_DATA",
                modelData.toString(),
                "PAGELOOM_BASE_URL",
                model.base().toString(),
                "PAGELOOM_MODEL",
                "loop/one"),
            "--port",
            "0");
    models.base();
    chromium = Chromium.open();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    patterns.close();
    models.close();
    model.close();
  }

  @BeforeEach
  void begin() {
    faulty = "";
    asked.clear();
    model.pace = Duration.ofMillis(10);
  }

  @AfterEach
  void close() {
    context.close();
    complaints.removeIf(line -> line.contains("409"));
    assertEquals(List.of(), complaints);
  }

  private static LoopbackModel.Answer answer(LoopbackModel.Request request) {
    Matcher root = ROOT.matcher(request.messages().get(1));
    root.find();
    String anchor = root.group(2);
    asked.add(anchor + " " + request.model());
    String heading = root.group(1).equals("header") ? "h1" : "h2";
    String fragment =
        "<%1$s id=\"%2$s\" aria-label=\"%2$s\" class=\"bg-surface text-ink py-section%4$s\"><%3$s class=\"font-display text-title\">What %2$s says, in a line</%3$s><p class=\"mt-4\">A paragraph that says something plain, so that nobody has to guess at it.</p></%1$s>"
            .formatted(root.group(1), anchor, heading, anchor.equals(faulty) ? " bg-red-500" : "");
    return new LoopbackModel.Text(
        "<<<SECTION\n" + fragment + "\nSECTION>>>", "stop", new BigDecimal("0.004"), 60);
  }

  private void open(WarProcess war, Browser.NewContextOptions options) {
    context = chromium.browser().newContext(options);
    page = context.newPage();
    Chromium.listen(page, complaints);
    page.navigate(war.base() + "/");
    if (war == models) assertThat(page.locator("#generate")).containsText("Generate with AI");
  }

  private void generate() {
    page.locator("#prompt").fill(PROMPT);
    page.keyboard().press("Control+Enter");
  }

  private void awaitDone() {
    assertThat(page.locator("#progress"))
        .containsText(
            Pattern.compile("sections generated"),
            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                .setTimeout(60_000));
  }

  private Locator card(String section) {
    return page.locator("[data-section=\"" + section + "\"]");
  }

  private void choose(String section, String item) {
    card(section).locator(".card-more").click();
    page.locator("[data-item=" + item + "]").click();
  }

  private void awaitOrder(String names) {
    page.waitForFunction(
        "names => [...document.querySelectorAll('[data-section]')].map(e =>"
            + " e.dataset.section).join(' ') === names",
        names);
  }

  /// The order of the page itself.
  private void awaitPreview(String anchors) {
    page.waitForFunction(
        "anchors => [...document.querySelector('#preview').contentDocument.body.children].map(e =>"
            + " e.id).join(' ') === anchors",
        anchors);
  }

  private String focused() {
    return (String)
        page.evaluate(
            "document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()");
  }

  /// Goes by the Tab key to what has this name.
  private void tabTo(String name) {
    for (int i = 0; i < 150; i++) {
      if (name.equals(focused())) return;
      page.keyboard().press("Tab");
    }
    throw new AssertionError("no way by Tab to " + name);
  }

  private void keys(String... keys) {
    for (String key : keys) page.keyboard().press(key);
  }

  @Test
  void by_mouse_while_other_sections_stream() {
    model.pace = Duration.ofMillis(40);
    open(models, new Browser.NewContextOptions().setViewportSize(1280, 1000));
    generate();
    assertThat(card("Navigation")).hasAttribute("data-state", "completed");
    page.locator("[data-control=pause]").click();
    assertThat(card("Footer")).hasClass(Pattern.compile("bg-amber-50.*border-amber-300"));
    assertThat(card("Footer")).containsText("Paused");
    assertThat(card("Footer")).containsText("⏸");
    assertThat(page.locator("#progress")).containsText("Paused:");
    Accessibility.assertNoViolations("paused", page);
    page.locator("[data-control=resume]").click();
    drag("Navigation", "Features");
    awaitOrder("Hero Features Navigation SocialProof Pricing CTA Footer");
    assertThat(page.locator("[data-state=generating]").first()).isVisible();
    page.keyboard().press("Control+z");
    awaitOrder(AS_PLANNED);
    choose("Hero", "remove");
    awaitOrder("Navigation Features SocialProof Pricing CTA Footer");
    page.locator("#toast").getByText("Undo").click();
    awaitOrder(AS_PLANNED);
    page.locator("[data-control=cancel]").click();
    assertThat(card("Footer")).containsText("Not made");
    assertThat(page.locator("#progress")).containsText("Cancelled:");
    Accessibility.assertNoViolations("cancelled", page);
    card("Footer").locator("[data-quick=retry]").click();
    assertThat(card("Footer")).hasAttribute("data-state", "completed");
    page.locator("[data-control=resume]").click();
    awaitDone();
    assertThat(page.locator("[data-state=completed]")).hasCount(7);
    awaitPreview("navigation hero features social-proof pricing cta footer");
  }

  /// Drags a card by its grip until it covers another.
  private void drag(String from, String to) {
    Locator grip = card(from).locator(".grip");
    BoundingBox start = grip.boundingBox();
    BoundingBox end = card(to).boundingBox();
    double x = start.x + start.width / 2;
    page.mouse().move(x, start.y + start.height / 2);
    page.mouse().down();
    page.mouse()
        .move(
            x,
            end.y + end.height / 2,
            new com.microsoft.playwright.Mouse.MoveOptions().setSteps(12));
    page.mouse().up();
  }

  @Test
  void by_keyboard_alone() {
    open(patterns, new Browser.NewContextOptions());
    generate();
    awaitDone();
    tabTo("Reorder Features");
    keys("Space", "ArrowDown", "ArrowDown");
    assertThat(page.locator("#live")).hasText("Features: 5 of 7");
    assertThat(card("Features")).hasAttribute("data-lifted", "");
    Accessibility.assertNoViolations("lifted", page);
    awaitPreview("navigation hero features social-proof pricing cta footer");
    keys("Escape");
    awaitOrder(AS_PLANNED);
    assertEquals("Reorder Features", focused());
    keys("Space", "ArrowUp", "Space");
    awaitPreview("navigation features hero social-proof pricing cta footer");
    assertEquals("Reorder Features", focused());
    keys("Control+z");
    awaitPreview("navigation hero features social-proof pricing cta footer");
    keys("Control+Shift+z");
    awaitPreview("navigation features hero social-proof pricing cta footer");
    keys("Control+z");
    awaitOrder(AS_PLANNED);

    tabTo("More for Features");
    keys("Enter");
    assertEquals("Rewrite...", focused());
    Accessibility.assertNoViolations("menu", page);
    keys("Escape");
    assertEquals("More for Features", focused());
    keys("Enter", "End");
    assertEquals("Remove", focused());
    keys("Enter");
    awaitOrder("Navigation Hero SocialProof Pricing CTA Footer");
    assertEquals("More for SocialProof", focused());
    keys("Control+z");
    awaitPreview("navigation hero features social-proof pricing cta footer");

    keys("Enter", "a", "a");
    assertEquals("Add a section below", focused());
    keys("Enter");
    page.keyboard().type("FAQ");
    Accessibility.assertNoViolations("adding", page);
    keys("Enter");
    awaitPreview("navigation hero features social-proof faq pricing cta footer");
    assertEquals("More for SocialProof", focused());
    keys("Control+z");
    awaitPreview("navigation hero features social-proof pricing cta footer");
    keys("Control+Shift+z");
    awaitPreview("navigation hero features social-proof faq pricing cta footer");
    keys("Control+z");
    awaitPreview("navigation hero features social-proof pricing cta footer");

    tabTo("Edit the text of Hero");
    tabTo("More for Hero");
    keys("Enter", "Enter");
    assertThat(card("Hero")).containsText("Rewriting needs a model, and none is connected.");
    Accessibility.assertNoViolations("no model", page);
    keys("Escape");
    assertEquals("More for Hero", focused());
    String before = page.frameLocator("#preview").locator("#hero").innerHTML();
    keys("Enter", "t");
    assertEquals("Try another layout", focused());
    keys("Enter");
    page.waitForFunction(
        "html =>"
            + " document.querySelector('#preview').contentDocument.querySelector('#hero').innerHTML"
            + " !== html",
        before);
    awaitDone();
    keys("Control+z");
    page.waitForFunction(
        "html =>"
            + " document.querySelector('#preview').contentDocument.querySelector('#hero').innerHTML"
            + " === html",
        before);
  }

  @Test
  void on_a_phone_by_touch_light_and_dark() {
    for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      open(
          models,
          new Browser.NewContextOptions()
              .setViewportSize(360, 780)
              .setHasTouch(true)
              .setIsMobile(true)
              .setColorScheme(scheme));
      generate();
      assertThat(card("Navigation")).hasAttribute("data-state", "completed");
      choose("Navigation", "rewrite");
      assertThat(card("Navigation").locator("textarea")).isFocused();
      look("rewrite", scheme);
      page.keyboard().press("Escape");
      card("Navigation").locator(".card-more").tap();
      look("menu", scheme);
      page.locator("[data-item=below]").tap();
      look("adding", scheme);
      page.keyboard().press("Escape");
      awaitDone();
      touchDrag("CTA", "Footer");
      awaitOrder("Navigation Hero Features SocialProof Pricing Footer CTA");
      look("moved", scheme);
      if (scheme == ColorScheme.LIGHT) context.close();
    }
  }

  private void look(String state, ColorScheme scheme) {
    Accessibility.assertNoViolations(state + " " + scheme, page);
    Object wider =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertEquals(0, ((Number) wider).intValue(), state);
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots/in-charge-" + state + "-" + scheme + ".png")));
  }

  private void touchDrag(String from, String to) {
    Locator grip = card(from).locator(".grip");
    grip.scrollIntoViewIfNeeded();
    BoundingBox start = grip.boundingBox();
    BoundingBox end = card(to).boundingBox();
    var devtools = context.newCDPSession(page);
    double x = start.x + start.width / 2;
    double y = start.y + start.height / 2;
    touch(devtools, "touchStart", x, y);
    for (int i = 1; i <= 8; i++)
      touch(devtools, "touchMove", x, y + (end.y - start.y + 24) * i / 8);
    touch(devtools, "touchEnd", -1, -1);
  }

  private static void touch(
      com.microsoft.playwright.CDPSession devtools, String type, double x, double y) {
    var points = new com.google.gson.JsonArray();
    if (x >= 0) {
      var point = new JsonObject();
      point.addProperty("x", x);
      point.addProperty("y", y);
      points.add(point);
    }
    var event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    devtools.send("Input.dispatchTouchEvent", event);
  }

  @Test
  void a_failed_section_is_retried_by_another_model_and_a_failed_rewrite_keeps_the_text() {
    faulty = "pricing";
    open(models, new Browser.NewContextOptions());
    generate();
    awaitDone();
    assertThat(card("Pricing").locator("[data-quick=retry]")).hasText("Retry");
    choose("Pricing", "model");
    assertThat(card("Pricing").locator("select")).containsText("Loop Two · $2 / $8");
    Accessibility.assertNoViolations("another model", page);
    card("Pricing").locator("select").selectOption("loop/two");
    faulty = "";
    card("Pricing").locator("[type=submit]").click();
    assertThat(card("Pricing")).hasAttribute("data-state", "completed");
    assertEquals("pricing loop/two", asked.getLast());
    assertThat(card("Pricing")).containsText("loop/two");
    faulty = "hero";
    String before = page.frameLocator("#preview").locator("#hero").innerHTML();
    card("Hero").locator("[data-quick=rewrite]").click();
    page.getByText("Make it shorter").click();
    page.keyboard().press("Control+Enter");
    assertThat(card("Hero").locator(".card-reason"))
        .containsText("The last try failed; the text before it stays.");
    assertThat(card("Hero")).hasAttribute("data-state", "completed");
    assertEquals(before, page.frameLocator("#preview").locator("#hero").innerHTML());
    Accessibility.assertNoViolations("failed rewrite", page);
  }

  @Test
  void a_rewrite_of_what_was_changed_meanwhile_says_so_and_keeps_the_words() throws Exception {
    open(models, new Browser.NewContextOptions());
    generate();
    awaitDone();
    card("Hero").locator("[data-quick=rewrite]").click();
    card("Hero").locator("textarea").fill("Speak of bread");
    var write = new JsonObject();
    write.addProperty("id", UUID.randomUUID().toString());
    write.addProperty("type", "write");
    write.addProperty("section", "Hero");
    write.addProperty("html", "<header id=\"hero\"><h1>Somebody else's</h1></header>");
    String id = page.url().replaceAll(".*page=", "");
    models.post("/api/pages/" + id + "/commands", new Gson().toJson(write));
    assertThat(page.frameLocator("#preview").locator("#hero")).containsText("Somebody else's");
    card("Hero").locator("[type=submit]").click();
    assertThat(card("Hero").getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
        .containsText("Hero was changed meanwhile.");
    assertThat(card("Hero").locator("textarea")).hasValue("Speak of bread");
    Accessibility.assertNoViolations("conflict", page);
    card("Hero").locator("[type=submit]").click();
    assertThat(page.frameLocator("#preview").locator("#hero")).containsText("What hero says");
    awaitDone();
  }

  @Test
  void a_section_that_comes_back_is_whole_in_a_window_that_never_saw_it() {
    open(patterns, new Browser.NewContextOptions());
    generate();
    awaitDone();
    choose("Hero", "remove");
    awaitOrder("Navigation Features SocialProof Pricing CTA Footer");
    Page second = context.newPage();
    second.navigate(page.url());
    assertThat(second.locator("[data-state=completed]")).hasCount(6);
    page.keyboard().press("Control+z");
    assertThat(second.frameLocator("#preview").locator("nav + #hero h1")).isVisible();
    assertThat(second.locator("[data-state=completed]")).hasCount(7);
  }

  @Test
  void cards_ask_for_what_changes_them_elsewhere() {
    open(patterns, new Browser.NewContextOptions());
    generate();
    awaitDone();
    // Written down before anybody acts on it, and nobody does.
    page.evaluate(
        """
        () => {
          window.wanted = [];
          for (const what of ['edit-section', 'edit-html', 'section-versions']) {
            window.addEventListener(what, (event) => {
              event.stopImmediatePropagation();
              window.wanted.push(what + ' ' + event.detail.name);
            }, {capture: true});
          }
        }\
        """);
    choose("Hero", "edit");
    choose("Hero", "html");
    choose("Features", "versions");
    @SuppressWarnings("unchecked")
    var wanted = (List<String>) page.evaluate("window.wanted");
    assertEquals(
        List.of("edit-section Hero", "edit-html Hero", "section-versions Features"), wanted);
  }
}
