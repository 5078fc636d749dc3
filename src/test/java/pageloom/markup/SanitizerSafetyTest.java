package pageloom.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing that could run, load or send anything comes through, and what comes through stays.
final class SanitizerSafetyTest {
  private final Sanitizer sanitizer = new Sanitizer();

  static List<String> payloads() {
    return Payloads.all();
  }

  @Test
  void the_corpus_is_large() {
    assertTrue(payloads().size() >= 130, () -> payloads().size() + " payloads");
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void nothing_harmful_is_left(String payload) {
    String html = sanitizer.sanitize(payload, "hero").html();

    assertEquals(List.of(), Harmless.complaints(html), html);
    assertEquals(html, sanitizer.sanitize(html, "hero").html());
    assertEquals(List.of(), sanitizer.sanitize(html, "hero").removed());
  }

  @Test
  void sanitizing_again_changes_nothing() {
    for (long seed = 0; seed < 8_000; seed++) {
      String dirty = mixed(seed);
      Sanitized once = sanitizer.sanitize(dirty, "hero");
      Sanitized twice = sanitizer.sanitize(once.html(), "hero");

      assertEquals(once.html(), twice.html(), "seed " + seed);
      assertEquals(List.of(), twice.removed(), "seed " + seed);
      assertEquals(List.of(), Harmless.complaints(once.html()), "seed " + seed + "\n" + dirty);
    }
  }

  /// Random markup with pieces of payloads in it.
  private static String mixed(long seed) {
    var random = new Random(seed);
    String html = new RandomMarkup(seed).fragment();
    for (int n = random.nextInt(3); n > 0; n--) {
      String payload = payloads().get(random.nextInt(payloads().size()));
      int at = random.nextInt(html.length() + 1);
      int from = random.nextInt(payload.length());
      String piece = random.nextBoolean() ? payload : payload.substring(from);
      html = html.substring(0, at) + piece + html.substring(at);
    }
    return html;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>",
        "<b>",
        "<p><b>",
        "<a><table>",
        "<svg><g>",
        "<form>",
        "<table><tr><td>",
        "<i><p>",
        "<b><a href=1>x<p>",
        "<select><option>",
        "<p id=a>",
        "<x-y>",
        "<svg>",
        "<button>",
        "&lt;",
        "<b class=x><i class=y><p>",
        "<li><ul>",
        "<math><mi>",
        "<template>",
        "</p>",
        "{",
        "\u00A0"
      })
  void any_amount_of_anything_is_quick(String unit) {
    String html = unit.repeat(100_000).substring(0, Math.min(250_000, 100_000 * unit.length()));
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try {
            sanitizer.sanitize(html, "hero");
          } catch (MarkupRejected e) {
            assertTrue(e.getMessage().contains("deep") || e.getMessage().contains("larger"));
          }
        });
  }

  @Test
  void too_deep_and_too_large_are_rejected() {
    assertThrows(
        MarkupRejected.class, () -> sanitizer.sanitize("<div>".repeat(100_000).strip(), "hero"));
    assertThrows(MarkupRejected.class, () -> sanitizer.sanitize("<div>".repeat(300), "hero"));
    assertThrows(MarkupRejected.class, () -> sanitizer.sanitize("x".repeat(262_145), "hero"));
    assertThrows(MarkupRejected.class, () -> sanitizer.sanitize("é".repeat(140_000), "hero"));
    assertEquals(
        250, sanitizer.sanitize("<div>".repeat(250), "hero").html().split("<div", -1).length - 1);
  }
}
