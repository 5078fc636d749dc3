package pageloom.war;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// What axe finds on a page at rest.
final class Accessibility {
  /// Frames without scripts run no axe; the same documents are looked at when they are downloaded.
  private static final List<String> FRAMES = List.of("#preview", ".still iframe", ".face");

  private Accessibility() {}

  /// Fails where axe finds anything.
  ///
  /// @param state what is looked at, for the message
  static void assertNoViolations(String state, Page page) {
    // Between two colours there is one that nobody reads.
    page.evaluate(
        """
        () => Promise.allSettled(
          document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished))\
        """);
    var axe = new AxeBuilder(page);
    FRAMES.forEach(axe::exclude);
    List<String> found = new ArrayList<>();
    axe.analyze()
        .getViolations()
        .forEach(violation ->
            violation
                .getNodes()
                .forEach(node ->
                    found.add(
                        state
                            + ": "
                            + violation.getId()
                            + " "
                            + node.getTarget()
                            + " "
                            + node.getFailureSummary())));
    assertEquals(List.of(), found);
  }
}
