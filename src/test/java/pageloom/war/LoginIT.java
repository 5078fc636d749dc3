package pageloom.war;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.Chromium;

/// Signing in and out, links for others, and other sites' pages, in a real browser on the archive.
@Timeout(180)
final class LoginIT {
  private static final String PASSWORD = "correct horse battery";
  private static final String TOKEN = "token-0123456789abcdef";
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  @TempDir static Path data;
  private static WarProcess war;
  private static Chromium chromium;

  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() throws Exception {
    war =
        WarProcess.serving(
            data, "PAGELOOM_PASSWORD", PASSWORD, "PAGELOOM_TOKEN", TOKEN, "PAGELOOM_SHARING", "on");
    chromium = Chromium.open();
    // Pages are made in here, beside whatever else the machine does.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
  }

  @AfterAll
  static void stop() {
    chromium.close();
    war.close();
  }

  @BeforeEach
  void open() {
    context = chromium.browser().newContext();
    page = context.newPage();
  }

  @AfterEach
  void close() {
    context.close();
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("login-" + name + ".png")));
  }

  private static void signIn(Page page) {
    page.locator("#password").fill(PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL(Pattern.compile("^(?!.*login).*$"));
  }

  private void make(String prompt) {
    page.locator("#prompt").fill(prompt);
    page.keyboard().press("Control+Enter");
    assertThat(page.locator("#progress")).containsText("All sections generated!");
  }

  @Test
  void one_signs_in_where_one_wanted_to_go_and_out_again() {
    String there = war.base() + "/?page=00000000-0000-4000-8000-000000000000";
    page.navigate(there);
    assertThat(page).hasURL(Pattern.compile(".*/login\\.html\\?next=.*"));
    assertThat(page.locator("#password")).isFocused();
    Accessibility.assertNoViolations("login", page);
    picture(page, "light");
    page.locator("#password").fill("not the password");
    page.keyboard().press("Enter");
    assertThat(page.locator("#problem")).containsText("That is not the password");
    assertThat(page.locator("#password")).isFocused();
    picture(page, "wrong");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.setViewportSize(360, 640);
    Accessibility.assertNoViolations("login, dark, wrong", page);
    picture(page, "dark-phone");
    page.locator("#show").click();
    assertThat(page.locator("#password")).hasAttribute("type", "text");
    signIn(page);
    assertEquals(there, page.url());
    page.setViewportSize(1280, 800);
    page.navigate(war.base() + "/");
    assertThat(page.locator("#sign-out")).isVisible();
    picture(page, "builder");
    page.locator("#sign-out").click();
    page.waitForURL(Pattern.compile(".*login.*"));
    page.navigate(war.base() + "/");
    assertThat(page).hasURL(Pattern.compile(".*/login\\.html.*"));
  }

  @Test
  void the_login_leads_nowhere_else() {
    for (String next :
        List.of(
            "https://evil.example/", "//evil.example/", "javascript:alert(1)", "/\\evil.example")) {
      page.navigate(
          war.base()
              + "/login.html?next="
              + java.net.URLEncoder.encode(next, StandardCharsets.UTF_8));
      signIn(page);
      assertEquals(war.base() + "/", page.url(), next);
      context.clearCookies();
    }
  }

  @Test
  void whoever_is_signed_out_is_told_and_keeps_what_they_wrote() {
    page.navigate(war.base() + "/");
    signIn(page);
    assertThat(page.locator("#sign-out")).isVisible();
    page.locator("#prompt").fill("A bakery in Lyon");
    context.clearCookies();
    page.keyboard().press("Control+Enter");
    Locator toast = page.locator("#toast");
    assertThat(toast).containsText("You were signed out");
    picture(page, "over");
    Page popup = page.waitForPopup(() -> toast.locator("button").click());
    signIn(popup);
    popup.close();
    assertThat(page.locator("#prompt")).hasValue("A bakery in Lyon");
    page.locator("#prompt").press("Control+Enter");
    assertThat(page.locator("#progress")).containsText("All sections generated!");
  }

  @Test
  void a_link_shows_the_page_to_somebody_else_until_it_is_taken_back() {
    page.navigate(war.base() + "/");
    signIn(page);
    make("A bakery in Lyon");
    page.locator("#export-button").click();
    picture(page, "export-menu");
    page.locator("#share").click();
    Locator dialog = page.locator("#share-links");
    assertThat(dialog).containsText("There is no link to this page.");
    dialog.locator("select").selectOption("1");
    dialog.locator("button[type=submit]").click();
    // The first sheet of styles that a server makes takes it some seconds.
    assertThat(dialog.locator("#share-url"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    assertThat(dialog.locator("#share-url")).isFocused();
    Accessibility.assertNoViolations("links", page);
    picture(page, "links");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    page.setViewportSize(360, 640);
    Accessibility.assertNoViolations("links, dark", page);
    picture(page, "links-dark-phone");
    String link = dialog.locator("#share-url").inputValue();
    try (var other =
        chromium.browser().newContext(new NewContextOptions().setViewportSize(1280, 800))) {
      Page seen = other.newPage();
      seen.navigate(link);
      assertThat(seen.locator("#hero")).isVisible();
      assertEquals("null", seen.evaluate("() => origin"), "of no origin");
      seen.navigate(war.base() + "/");
      assertThat(seen).hasURL(Pattern.compile(".*/login\\.html.*"));
      dialog.getByText("Take back").click();
      assertThat(dialog).containsText("There is no link to this page.");
      assertEquals(404, seen.navigate(link).status());
    }
    page.keyboard().press("Escape");
    assertThat(dialog).isHidden();
  }

  @Test
  void another_sites_page_reaches_nothing() throws Exception {
    page.navigate(war.base() + "/");
    signIn(page);
    make("A bakery in Lyon");
    String before = war(context);
    HttpServer site =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
    byte[] html =
        "<!doctype html><title>evil</title><body><iframe id=f></iframe>"
            .getBytes(StandardCharsets.UTF_8);
    site.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/html");
          exchange.sendResponseHeaders(200, html.length);
          exchange.getResponseBody().write(html);
          exchange.close();
        });
    site.start();
    try {
      // The same host at another port is the same site; the other name is another one.
      for (String host : List.of("127.0.0.1", "localhost")) {
        Page evil = context.newPage();
        evil.navigate("http://" + host + ":" + site.getAddress().getPort() + "/");
        for (String attempt : attempts()) {
          Object got =
              evil.evaluate(
                  "base => Promise.race([(async () => {"
                      + attempt
                      + "})(), new Promise(r => setTimeout(r, 3000, 'nothing'))])",
                  war.base().toString());
          assertEquals("nothing", got, host + ": " + attempt);
        }
        evil.close();
      }
    } finally {
      site.stop(0);
    }
    assertEquals(before, war(context), "nothing was changed");
  }

  /// Each says "nothing" where it got nothing.
  private static List<String> attempts() {
    String fetched =
        "return fetch(base + '/api/pages'%s).then(r => r.type === 'opaque' ? 'nothing' : r.text(),"
            + " () => 'nothing')";
    return List.of(
        fetched.formatted(""),
        fetched.formatted(", {credentials: 'include'}"),
        fetched.formatted(
            ", {mode: 'no-cors', credentials: 'include', method: 'POST', body:"
                + " '{\"prompt\":\"x\"}'}"),
        fetched.formatted(
            ", {credentials: 'include', method: 'POST', headers: {'Content-Type':"
                + " 'application/json'}, body: '{\"prompt\":\"x\"}'}"),
        fetched.formatted(", {credentials: 'include', headers: {Authorization: 'Bearer x'}}"),
        "return new Promise(done => { const s = new EventSource(base + '/api/events?after=x',"
            + " {withCredentials: true}); s.onopen = () => done('open'); s.onerror = () => {"
            + " s.close(); done('nothing'); }; })",
        "return new Promise(done => { const s = document.createElement('script'); s.src = base +"
            + " '/api/pages'; s.onload = () => done('loaded'); s.onerror = () => done('nothing');"
            + " document.body.append(s); })",
        "return new Promise(done => { const i = new Image(); i.src = base + '/icon.svg';"
            + " i.onload = () => done('loaded'); i.onerror = () => done('nothing'); })",
        "return new Promise(done => { f.onload = () => { let d = null; try { d = f.contentDocument;"
            + " } catch {} done(d && d.body && d.body.children.length ? 'framed' : 'nothing'); };"
            + " f.src = base + '/'; })",
        "return new Promise(done => { const form = document.createElement('form'); form.method ="
            + " 'post'; form.action = base + '/api/logout'; form.target = 'f'; f.name = 'f';"
            + " f.onload = () => done('nothing'); document.body.append(form); form.submit(); })",
        "const w = window.open(base + '/'); await new Promise(r => setTimeout(r, 500)); let seen ="
            + " 'nothing'; try { if (w && w.document.title) seen = w.document.title; } catch {}"
            + " w?.close(); return seen");
  }

  private static String war(BrowserContext context) {
    String pages = context.request().get(war.base() + "/api/pages").text();
    var list = JsonParser.parseString(pages).getAsJsonObject().getAsJsonArray("pages");
    assertFalse(list.isEmpty(), "signed in");
    assertTrue(pages.contains("bakery"), pages);
    return pages;
  }
}
