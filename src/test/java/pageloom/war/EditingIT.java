package pageloom.war;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

/// What a person does to a section with their own hands, by mouse and by keyboard.
@Timeout(120)
final class EditingIT {
  private static final String PROMPT = "Build a modern SaaS landing page";

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
    page = newPage(new Browser.NewContextOptions());
    context = page.context();
  }

  private Page newPage(Browser.NewContextOptions options) {
    Page fresh = chromium.browser().newContext(options).newPage();
    Chromium.listen(fresh, complaints);
    return fresh;
  }

  @AfterEach
  void close() {
    context.close();
    // A conflict is an answer that the browser notes; a click on a frame without scripts is one of
    // the driver's own.
    complaints.removeIf(line -> line.contains("409") || line.contains("Blocked script execution"));
    assertEquals(List.of(), complaints);
  }

  private void generate() {
    page.navigate(war.base() + "/");
    page.locator("#prompt").fill(PROMPT);
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#progress")).containsText("All sections generated!");
    assertThat(hero(page)).isVisible();
  }

  private static void ask(Page page, String event) {
    page.evaluate(
        "type => document.dispatchEvent(new CustomEvent(type, {detail: {name: 'Hero'}}))", event);
  }

  private static Locator hero(Page page) {
    return page.frameLocator("#preview").locator("#hero h1");
  }

  private static Locator edited(Page page) {
    return page.frameLocator("#preview").locator("[contenteditable]");
  }

  private static JsonObject section(WarProcess war, Page page, String name) throws Exception {
    String id = page.url().replaceFirst(".*[=/]", "");
    var snapshot = JsonParser.parseString(war.get("/api/pages/" + id).body()).getAsJsonObject();
    for (JsonElement section : snapshot.getAsJsonArray("sections")) {
      if (section.getAsJsonObject().get("name").getAsString().equals(name)) {
        return section.getAsJsonObject();
      }
    }
    throw new AssertionError(name + " is not in " + snapshot);
  }

  private static String html(WarProcess war, Page page) throws Exception {
    return section(war, page, "Hero").get("html").getAsString();
  }

  @Test
  void a_text_is_edited_by_double_click_while_another_section_streams() throws Exception {
    Plan plan = ModelPages.plan(ModelPages.PROMPT);
    Map<String, String> good = ModelPages.fragments(ModelPages.PROMPT);
    try (var model =
            new LoopbackModel(request -> {
              String name = ModelPages.section(request, plan);
              return name.equals("Footer")
                  ? new LoopbackModel.Endless("<<<SECTION\n<footer id=\"footer\">Half a")
                  : new LoopbackModel.Text(
                      "<<<SECTION\n" + good.get(name) + "\nSECTION>>>",
                      "stop",
                      new BigDecimal("0.004"),
                      20);
            });
        var served =
            WarProcess.start(
                Map.of(
                    "PAGELOOM_DATA",
                    data.resolve("model").toString(),
                    "PAGELOOM_BASE_URL",
                    model.base().toString(),
                    "PAGELOOM_MODEL",
                    "loop/one"),
                "--port",
                "0")) {
      page.navigate(served.base() + "/");
      assertThat(page.locator("#generate")).containsText("Generate with AI");
      page.locator("#prompt").fill(ModelPages.PROMPT);
      page.keyboard().press("Control+Enter");
      assertThat(page.locator("[data-section=Hero]")).hasAttribute("data-state", "completed");
      assertThat(page.locator("[data-section=CTA]")).hasAttribute("data-state", "completed");
      assertThat(page.locator("[data-section=Footer]")).hasAttribute("data-state", "generating");
      int calls = model.calls();
      String before = html(served, page);
      String title = hero(page).textContent();
      page.evaluate(
          """
          () => {
            const document = window.document.querySelector('#preview').contentDocument;
            const title = document.querySelector('#hero h1');
            window.touched = 0;
            new MutationObserver((records) => {
              for (const { target } of records) if (!title.contains(target)) window.touched++;
            }).observe(document.querySelector('#hero'), {subtree: true, childList: true, characterData: true, attributes: true});
          }\
          """);
      doubleClick(hero(page));
      assertThat(edited(page)).hasText(title);
      Accessibility.assertNoViolations("text", page);
      page.keyboard().press("Control+a");
      page.keyboard().type("Fewer words & <b>more</b>");
      page.keyboard().press("Enter");
      assertThat(edited(page)).hasCount(0);
      assertThat(page.locator("#live")).containsText("Text changed in Hero");
      String after = html(served, page);
      String was = ">" + title + "<";
      assertTrue(before.contains(was), before);
      assertEquals(before.replace(was, ">Fewer words &amp; &lt;b&gt;more&lt;/b&gt;<"), after);
      assertEquals(0, page.evaluate("window.touched"), "nodes touched beside the text");
      assertEquals(calls, model.calls());
      assertThat(page.locator("[data-section=Footer]")).hasAttribute("data-state", "generating");
      // The server goes first.
      page.navigate("about:blank");
      System.out.println("EditingIT: one text changed, 0 model calls, 0 other nodes touched");
    }
  }

  /// Without the driver's own wait for a still element: it counts animation frames, and a browser
  /// on a busy machine gives a frame without scripts few of them, or none.
  private void doubleClick(Locator text) {
    text.evaluate("text => text.scrollIntoView({ block: 'center', behavior: 'instant' })");
    BoundingBox last = null;
    BoundingBox box = text.boundingBox();
    while (!same(last, box)) {
      page.waitForTimeout(100);
      last = box;
      box = text.boundingBox();
    }
    page.mouse().dblclick(box.x + 20, box.y + box.height / 2);
  }

  private static boolean same(@Nullable BoundingBox one, BoundingBox other) {
    return one != null && one.x == other.x && one.y == other.y;
  }

  @Test
  void texts_are_edited_by_keyboard_alone_and_escape_takes_it_back() throws Exception {
    generate();
    String before = html(war, page);
    String title = hero(page).textContent();
    page.locator("[data-section=Hero] button").first().focus();
    ask(page, "edit-section");
    page.keyboard().press("Control+a");
    page.keyboard().type("Gone again");
    page.keyboard().press("Escape");
    assertThat(edited(page)).hasCount(0);
    assertEquals(before, html(war, page));
    assertThat(page.locator("[data-section=Hero] button").first()).isFocused();
    ask(page, "edit-section");
    page.keyboard().press("Tab");
    assertThat(edited(page)).hasCount(1);
    String second = edited(page).textContent();
    page.keyboard().press("Control+a");
    page.keyboard().type("Another text");
    page.keyboard().press("Shift+Tab");
    assertThat(edited(page)).not().hasText(second);
    page.keyboard().press("Enter");
    assertThat(edited(page)).hasCount(0);
    assertThat(page.locator("#live")).containsText("Text changed in Hero");
    assertTrue(html(war, page).contains(">Another text<"), html(war, page));
    assertThat(hero(page)).hasText(title);
    assertFalse(html(war, page).contains("contenteditable"));
  }

  @Test
  void markup_is_saved_without_what_no_page_may_have_and_that_is_said() throws Exception {
    generate();
    page.locator("[data-section=Hero] button").first().focus();
    ask(page, "edit-html");
    Locator editor = page.locator("#html-editor");
    Locator code = editor.locator(".cm-content");
    assertThat(code).isFocused();
    assertThat(editor.locator(".findings")).containsText("The checks find nothing");
    Accessibility.assertNoViolations("editor", page);
    page.keyboard().press("Control+End");
    page.keyboard().insertText("<script>alert(1)</script><p class=\"bg-red-500\">Added</p>");
    assertThat(editor.locator(".findings")).containsText("Saving takes out: <script>");
    assertThat(editor.locator(".findings")).containsText("The class bg-red-500 is no colour");
    assertThat(editor.locator(".cm-lint-marker").first()).isVisible();
    page.keyboard().press("Escape");
    assertThat(editor).containsText("Discard your changes?");
    Accessibility.assertNoViolations("editor asks", page);
    page.keyboard().press("Enter");
    assertThat(code).isFocused();
    page.keyboard().press("Control+s");
    assertThat(editor.getByRole(com.microsoft.playwright.options.AriaRole.STATUS))
        .containsText("Saved. Taken out, as no page may have it: <script>");
    String saved = html(war, page);
    assertFalse(saved.contains("alert"), saved);
    assertTrue(saved.contains(">Added<"), saved);
    Accessibility.assertNoViolations("editor saved", page);
    page.keyboard().press("Escape");
    assertThat(editor).not().isVisible();
    assertThat(page.locator("[data-section=Hero] button").first()).isFocused();
    assertThat(page.frameLocator("#preview").locator("#hero")).containsText("Added");
  }

  @Test
  void of_two_who_change_the_same_section_neither_loses_anything() throws Exception {
    generate();
    Page other = newPage(new Browser.NewContextOptions());
    other.navigate(page.url());
    assertThat(hero(other)).isVisible();
    type(page, "My words");
    type(other, "Their words");
    other.keyboard().press("Enter");
    assertThat(page.locator(".edit-bar")).containsText("Hero was changed meanwhile");
    assertThat(edited(page)).hasText("My words");
    page.keyboard().press("Enter");
    Locator conflict = page.locator("#conflict");
    assertThat(conflict).isVisible();
    assertThat(still(page, "Theirs")).containsText("Their words");
    assertThat(still(page, "Yours")).containsText("My words");
    Accessibility.assertNoViolations("conflict", page);
    // The choice that loses nothing has the focus.
    page.keyboard().press("Enter");
    Locator code = page.locator("#html-editor .cm-content");
    assertThat(code).containsText("My words");
    assertThat(code).isFocused();
    assertThat(hero(other)).hasText("Their words");
    // They go on while the editor is open: it says so, and asks again.
    type(other, "Their next words");
    other.keyboard().press("Enter");
    assertThat(page.locator("#html-editor")).containsText("Hero was changed meanwhile");
    page.keyboard().press("Control+Enter");
    assertThat(still(page, "Theirs")).containsText("Their next words");
    conflict.getByText("Use mine").click();
    assertThat(hero(other)).hasText("My words");
    assertThat(hero(page)).hasText("My words");
    type(page, "Not kept");
    type(other, "Kept");
    other.keyboard().press("Enter");
    assertThat(page.locator(".edit-bar")).containsText("Hero was changed meanwhile");
    page.keyboard().press("Enter");
    conflict.getByText("Keep theirs").click();
    assertThat(hero(page)).hasText("Kept");
    other.context().close();
  }

  private static void type(Page page, String words) {
    page.bringToFront();
    ask(page, "edit-section");
    focusTitle(page);
    page.keyboard().press("Control+a");
    page.keyboard().type(words);
  }

  /// The title is not the first text of every layout.
  private static void focusTitle(Page page) {
    for (int step = 0; step < 20; step++) {
      assertThat(edited(page)).hasCount(1);
      if ("H1".equals(edited(page).evaluate("e => e.tagName"))) return;
      String before = edited(page).textContent();
      page.keyboard().press("Tab");
      assertThat(edited(page)).not().hasText(before);
    }
    throw new AssertionError("no title");
  }

  private static Locator still(Page page, String title) {
    return page.frameLocator("iframe[title=\"" + title + "\"]").locator("body");
  }

  @Test
  void versions_are_compared_and_restored_by_keyboard() throws Exception {
    generate();
    String first = html(war, page);
    String title = hero(page).textContent();
    type(page, "Second words");
    page.keyboard().press("Enter");
    assertThat(page.locator("#live")).containsText("Text changed in Hero");
    page.locator("[data-section=Hero] button").first().focus();
    ask(page, "section-versions");
    Locator versions = page.locator("#versions");
    assertThat(versions.locator(".version")).hasCount(2);
    assertThat(versions.locator(".version").first()).containsText("edited by hand");
    assertThat(versions.locator(".version").first()).containsText("shown now");
    assertThat(versions.locator(".version").last()).containsText("built-in pattern");
    assertThat(still(page, "Version shown now")).containsText("Second words");
    assertThat(still(page, "Chosen version")).containsText(title);
    Accessibility.assertNoViolations("versions", page);
    page.keyboard().press("ArrowUp");
    assertThat(versions.locator("footer button")).isDisabled();
    page.keyboard().press("ArrowDown");
    assertThat(versions.locator("footer button")).hasText("Restore version 1");
    versions.locator("footer button").focus();
    page.keyboard().press("Enter");
    assertThat(versions).not().isVisible();
    assertThat(hero(page)).hasText(title);
    assertEquals(first, html(war, page));
    assertThat(page.locator("[data-section=Hero] button").first()).isFocused();
    // What was restored over is still there.
    ask(page, "section-versions");
    assertThat(versions.locator(".version")).hasCount(3);
    assertThat(versions.locator(".version").first()).containsText("version 1 again");
    versions.locator(".version").nth(1).click();
    versions.locator("footer button").click();
    assertThat(hero(page)).hasText("Second words");
  }

  @Test
  void a_restore_can_be_undone_and_done_again() throws Exception {
    generate();
    String title = hero(page).textContent();
    type(page, "Second words");
    page.keyboard().press("Enter");
    assertThat(page.locator("#live")).containsText("Text changed in Hero");
    // The builder's own commands, held by the test.
    page.evaluate(
        """
        async () => {
          const [{ Commands }, { Store }, api] = await Promise.all(
              ['commands', 'store', 'api'].map((name) => import(`${location.origin}/builder/${name}.js`)));
          const id = new URLSearchParams(location.search).get('page');
          const store = new Store();
          const look = async () => store.dispatch({ type: 'opened', snapshot: await api.page(id) });
          const commands = new Commands(store, () => {});
          await look();
          window.restore = () => commands.send({ type: 'restore', section: 'Hero', revision: 1 }, 'Restored').then(look);
          window.undo = () => commands.undo().then(look);
          window.redo = () => commands.redo().then(look);
        }\
        """);
    page.evaluate("restore()");
    assertThat(hero(page)).hasText(title);
    page.evaluate("undo()");
    assertThat(hero(page)).hasText("Second words");
    page.evaluate("redo()");
    assertThat(hero(page)).hasText(title);
  }

  @Test
  void a_phone_in_the_dark_has_it_all() throws Exception {
    context.close();
    page =
        newPage(
            new Browser.NewContextOptions()
                .setViewportSize(360, 740)
                .setColorScheme(ColorScheme.DARK));
    context = page.context();
    page.navigate(war.base() + "/");
    page.locator("#prompt").fill(PROMPT);
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#progress")).containsText("All sections generated!");
    type(page, "On the way");
    Accessibility.assertNoViolations("text", page);
    page.locator(".edit-bar .filled").click();
    assertThat(hero(page)).hasText("On the way");
    assertThat(page.locator("#live")).containsText("Text changed in Hero");
    assertTrue(html(war, page).contains("On the way"));
    ask(page, "edit-html");
    assertThat(page.locator("#html-editor .cm-content")).containsText("On the way");
    Accessibility.assertNoViolations("editor", page);
    assertFits(page);
    page.keyboard().press("Escape");
    ask(page, "section-versions");
    assertThat(page.locator("#versions .version")).hasCount(2);
    assertThat(still(page, "Version shown now")).containsText("On the way");
    Accessibility.assertNoViolations("versions", page);
    assertFits(page);
    page.getByLabel("Close").last().click();
    assertThat(page.locator("#versions")).not().isVisible();
  }

  private static void assertFits(Page page) {
    var wide = (Number) page.evaluate("document.querySelector('dialog[open]').scrollWidth");
    assertTrue(wide.intValue() <= 360, wide + " px wide");
  }

  @Test
  void the_versions_say_what_was_taken_out() throws Exception {
    generate();
    String id = page.url().replaceFirst(".*[=/]", "");
    var write = new JsonObject();
    write.addProperty("id", "6f9619ff-8b86-4011-b42d-00cf4fc964ff");
    write.addProperty("type", "write");
    write.addProperty("section", "Hero");
    write.addProperty("html", "<header id=\"hero\"><h1 onclick=\"x()\">Hello</h1></header>");
    assertEquals(202, war.post("/api/pages/" + id + "/commands", write.toString()).statusCode());
    JsonArray versions =
        JsonParser.parseString(war.get("/api/pages/" + id + "/versions?section=Hero").body())
            .getAsJsonObject()
            .getAsJsonArray("versions");
    JsonObject newest = versions.get(0).getAsJsonObject();
    assertEquals(
        "[\"onclick on <h1>\"]",
        newest.get("removed").toString().replace("\\u003c", "<").replace("\\u003e", ">"));
    assertFalse(newest.get("kept").getAsBoolean());
    assertThat(hero(page)).hasText("Hello");
  }
}
