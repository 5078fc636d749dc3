package pageloom.author;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import pageloom.markup.ReactRenderer;

/// Every pattern with the copy it ships with: planned, rendered, sanitized, converted, and rendered
/// again by real React to the same tree.
final class PagesInReactTest {
  @Test
  void the_jsx_of_every_pattern_renders_to_the_fragment_itself() {
    try (var react = ReactRenderer.open()) {
      var outcome = react.render(PatternFragments.all());
      assertEquals(List.of(), outcome.wrong());
      assertEquals(List.of(), outcome.warnings());
    }
  }
}
