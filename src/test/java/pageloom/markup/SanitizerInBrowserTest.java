package pageloom.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import pageloom.Chromium;

/// In a real browser, in a page that would let scripts run, nothing of a sanitized payload does.
final class SanitizerInBrowserTest {
  /// Pictures and films may come from anywhere that is encrypted.
  private static final Set<String> MEDIA = Set.of("image", "media", "texttrack");

  @Test
  void nothing_runs_asks_or_leaves() {
    var sanitizer = new Sanitizer();
    List<String> clean = new ArrayList<>();
    for (String payload : variations()) {
      clean.add(sanitizer.sanitize(payload, "hero").html());
    }
    try (Chromium chromium = Chromium.open()) {
      List<String> seen = watch(chromium.page(), clean);
      assertEquals(List.of(), seen);
    }
  }

  @Test
  void the_watch_would_see_what_runs_asks_or_leaves() {
    try (Chromium chromium = Chromium.open()) {
      List<String> seen =
          watch(
              chromium.page(),
              List.of(
                  "<script>alert(1)</script>",
                  "<img src=x onerror='window.ran=1'>",
                  "<link rel=stylesheet href=https://evil.example/x.css>"));
      assertTrue(seen.contains("dialog"), () -> "saw only " + seen);
      assertTrue(seen.contains("flag"), () -> "saw only " + seen);
      assertTrue(seen.stream().anyMatch(s -> s.startsWith("request")), () -> "saw only " + seen);
    }
  }

  /// Every payload as it is, and in the middle of what else confuses a parser.
  private static List<String> variations() {
    List<String> variations = new ArrayList<>(Payloads.all());
    var random = new Random(7);
    for (String payload : Payloads.all()) {
      variations.add("<table><tr>" + payload);
      variations.add("<svg><desc>" + payload);
      variations.add("<select><option>" + payload);
      variations.add("<math><mtext>" + payload + "</mtext></math>" + payload);
      variations.add(new RandomMarkup(random.nextLong()).fragment() + payload);
    }
    return variations;
  }

  private static List<String> watch(Page page, List<String> fragments) {
    List<String> seen = new ArrayList<>();
    String home = "https://page.example/";
    page.onDialog(dialog -> {
      seen.add("dialog");
      dialog.dismiss();
    });
    page.onPopup(popup -> seen.add("popup"));
    page.route(
        "**/*",
        route -> {
          if (route.request().url().equals(home)) {
            route.fulfill(
                new Route.FulfillOptions().setContentType("text/html").setBody(page(fragments)));
            return;
          }
          if (!MEDIA.contains(route.request().resourceType())
              || !route.request().url().startsWith("https:")) {
            seen.add("request " + route.request().resourceType() + " " + route.request().url());
          }
          route.abort();
        });
    page.navigate(home);
    // Written by the server is one way in; written by a script is another.
    page.evaluate(
        """
        fragments => {
          for (const html of fragments) {
            const holder = document.createElement("div");
            document.body.append(holder);
            holder.innerHTML = html;
            const again = document.createElement("div");
            again.innerHTML = holder.innerHTML;
            document.body.append(again);
          }
        }
        """,
        fragments);
    page.evaluate(
        """
        async () => {
          document.addEventListener("submit", (e) => { window.submitted = true; e.preventDefault(); });
          for (const e of document.querySelectorAll("summary, label, button, input, textarea")) {
            e.focus();
            e.click();
            e.dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
          }
          for (const e of document.querySelectorAll("a")) {
            const href = e.getAttribute("href") ?? e.getAttribute("xlink:href") ?? "";
            if (!/^https?:/.test(href)) e.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
          }
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }
        """);
    if (page.evaluate("() => typeof window.ran === 'number'").equals(true)) {
      seen.add("flag");
    }
    if (page.evaluate("() => window.submitted === true").equals(true)) {
      seen.add("submitted");
    }
    if (!page.url().replaceFirst("#.*", "").equals(home)) {
      seen.add("went to " + page.url());
    }
    return seen.stream().distinct().collect(Collectors.toList());
  }

  private static String page(List<String> fragments) {
    return "<!doctype html><html><body>"
        + fragments.stream().map(f -> "<div>" + f + "</div>").collect(Collectors.joining("\n"))
        + "</body></html>";
  }
}
