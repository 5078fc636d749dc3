package pageloom.war;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pageloom.author.LoopbackModel;

/// What a person does and sees in one tab of the builder, on a page that a model writes.
final class Tab {
  private static final Pattern ROOT = Pattern.compile("<(\\w+) id=\"([a-z0-9-]+)\"");
  private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
      new LocatorAssertions.ContainsTextOptions().setTimeout(90_000);

  private Tab() {}

  static LoopbackModel.Answer answer(LoopbackModel.Request request) {
    Matcher root = ROOT.matcher(request.messages().get(1));
    root.find();
    String heading = root.group(1).equals("header") ? "h1" : "h2";
    String fragment =
        "<%1$s id=\"%2$s\" aria-label=\"%2$s\" class=\"bg-surface text-ink py-section\"><%3$s class=\"font-display text-title\">What %2$s says, in a line</%3$s><p class=\"mt-4\">A paragraph that says something plain, so that nobody has to guess at it.</p></%1$s>"
            .formatted(root.group(1), root.group(2), heading);
    return new LoopbackModel.Text(
        "<<<SECTION\n" + fragment + "\nSECTION>>>", "stop", new BigDecimal("0.004"), 60);
  }

  /// Has a page made, and waits until its sections are planned.
  static void generate(Page tab) {
    assertThat(tab.locator("#generate")).containsText("Generate with AI");
    tab.locator("#prompt").fill("Build a modern SaaS landing page");
    tab.keyboard().press("Control+Enter");
    assertThat(tab.locator("#cards")).containsText("Footer", PATIENTLY);
  }

  static String id(Page tab) {
    return tab.url().replaceAll(".*page=", "");
  }

  static void awaitDone(Page tab) {
    assertThat(tab.locator("#progress")).containsText("All sections generated!", PATIENTLY);
    assertThat(tab.locator("[data-state=completed]")).hasCount(7);
  }

  static String preview(Page tab) {
    assertThat(tab.frameLocator("#preview").locator("#footer")).isVisible();
    return tab.frameLocator("#preview").locator("body").innerHTML();
  }

  static void awaitTitle(Page tab, String title) {
    tab.waitForFunction("title => document.title.includes(title)", title);
  }

  /// How long an ordinary call takes in a tab.
  static long callMillis(Page tab) {
    Object took =
        tab.evaluate(
            """
            async () => {
              const begun = performance.now();
              await (await fetch('api/pages', { cache: 'no-store' })).json();
              return Math.round(performance.now() - begun);
            }\
            """);
    return ((Number) took).longValue();
  }

  /// As if the person went to another window, or came back.
  static void look(Page tab, boolean away) {
    tab.evaluate(
        """
        away => {
          Object.defineProperty(document, 'hidden', { value: away, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }\
        """,
        away);
  }
}
