package pageloom.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a model writes is looked at to the end, soon.
final class FindingsFuzzTest {
  private static final FindingsContext CONTEXT = FindingsTest.context("about", "a bakery");

  @Test
  void any_markup_gives_a_short_list_that_is_the_same_every_time() {
    for (long seed = 0; seed < 500; seed++) {
      String html = new RandomMarkup(seed).fragment();
      List<Finding> findings = Findings.of(html, CONTEXT);
      assertEquals(findings, Findings.of(html, CONTEXT));
      assertTrue(findings.size() <= Finding.Kind.values().length * Sink.MAX_PER_KIND);
      findings.forEach(f -> assertFalse(f.message().isBlank() || f.message().contains("\n"), html));
    }
  }

  @Test
  void any_text_gives_a_list() {
    for (long seed = 0; seed < 1500; seed++) {
      var random = new Random(seed);
      var text = new StringBuilder();
      for (int i = random.nextInt(300); i > 0; i--) {
        text.append(
            (char)
                (random.nextInt(8) == 0
                    ? random.nextInt(0x10000)
                    : "<>/=\"' !-&#;ab\n%5,.+".charAt(random.nextInt(20))));
      }
      Findings.of(text.toString(), CONTEXT);
    }
  }

  @Test
  void every_payload_gives_a_list() {
    Payloads.all().forEach(payload -> Findings.of(payload, CONTEXT));
  }

  static Stream<String> floods() {
    return Stream.of(
        "<",
        "<a",
        "<!--",
        "<b>",
        "<p>",
        "<div>",
        "</div>",
        "<div/>",
        "<p><button>",
        "<a href='#x'>x</a>",
        "<li>",
        "<td>",
        "<tr>",
        "<svg>",
        "<svg/>",
        "<svg><g>",
        "<h3>x</h3>",
        "<script>",
        "<textarea>",
        "\"",
        "<b class=\"bg-red-500\">x</b>",
        "<b class=\"",
        "bg-red-500 ",
        "<img>",
        "1,",
        "1 ",
        "9",
        "9%",
        "$9 ",
        "10,000+ ",
        "★",
        "🚀",
        "“",
        "<blockquote>x",
        "<q>x</q>",
        "<blockquote>Jane Miller, CEO</blockquote>",
        "a",
        "A ",
        "a@",
        "a@a.",
        "+1 ",
        "{{",
        "...",
        "[your ",
        "Sample ",
        "over ",
        "over 1 ",
        "1,000 a-b ",
        "customers ",
        "customers\n",
        "used by ",
        "used by a ",
        " ",
        "\n",
        "&",
        "<br>",
        "<p>x",
        "<i>x</i>",
        "<span>",
        "<b style=x>",
        "<label><input></label>",
        "<figure><figcaption>",
        "<section id=\"about\">",
        "<div class=\"absolute inset-0\"></div>",
        "<b>x</b>\n",
        "#1 ",
        "4.9",
        "4/5 ",
        "rated 4.9 ",
        "years ",
        "1 years ");
  }

  @ParameterizedTest
  @MethodSource("floods")
  void the_largest_markup_is_looked_at_in_time(String flood) {
    String html =
        "<section id=\"about\"><p>"
            + flood.repeat(Sanitizer.MAX_BYTES / flood.getBytes(StandardCharsets.UTF_8).length - 1);
    assertTimeoutPreemptively(Duration.ofSeconds(8), () -> Findings.of(html, CONTEXT));
  }

  @Test
  void what_is_too_large_or_too_deep_is_said() {
    assertEquals(
        List.of(Finding.Kind.TOO_LARGE),
        Findings.of("x".repeat(Sanitizer.MAX_BYTES + 1), CONTEXT).stream()
            .map(Finding::kind)
            .toList());
    assertTrue(
        Findings.of("<div>".repeat(300), CONTEXT).stream()
            .anyMatch(f -> f.kind() == Finding.Kind.TOO_DEEP));
  }
}
