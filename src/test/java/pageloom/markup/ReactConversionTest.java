package pageloom.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The code for React, rendered by React in a browser, is the fragment again.
final class ReactConversionTest {
  private static final int RANDOM_FRAGMENTS = Integer.getInteger("pageloom.fragments", 10_000);

  private static ReactRenderer react;

  @BeforeAll
  static void open() {
    react = ReactRenderer.open();
  }

  @AfterAll
  static void close() {
    react.close();
  }

  @Test
  void nasty_fragments_come_back_as_they_are() {
    var sanitizer = new Sanitizer();
    List<String> fragments =
        NastyFragments.all().stream().map(f -> sanitizer.sanitize(f, "hero").html()).toList();

    ReactRenderer.Outcome outcome = react.render(fragments);

    assertEquals(List.of(), outcome.wrong(), () -> String.join("\n\n", outcome.wrong()));
    assertEquals(List.of(), outcome.warnings().stream().filter(w -> !isExpected(w)).toList());
  }

  @Test
  void random_fragments_come_back_as_they_are() {
    long seed = Long.getLong("pageloom.seed", 20260101L);
    var sanitizer = new Sanitizer();
    List<String> fragments = new ArrayList<>();
    for (int i = 0; i < RANDOM_FRAGMENTS; i++) {
      String html = new RandomMarkup(seed + i).fragment();
      try {
        fragments.add(sanitizer.sanitize(html, "hero").html());
      } catch (MarkupRejected e) {
        fail("seed " + (seed + i) + ": " + e.getMessage() + "\n" + html);
      }
    }

    List<String> wrong = react.renderByTurns(fragments).wrong();

    assertEquals(
        List.of(),
        wrong,
        () -> wrong.size() + " wrong, from seed " + seed + ":\n" + String.join("\n\n", wrong));
  }

  /// React 18 does not know the names that React 19 wants, and hands them on.
  private static boolean isExpected(String warning) {
    return warning.contains("popoverTarget") || warning.contains("validateDOMNesting");
  }
}
