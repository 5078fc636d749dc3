package pageloom.container;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/// Waits for what is left over to go.
final class Await {
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private Await() {}

  /// Asks until the answer is empty.
  static void none(Callable<List<String>> left) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      List<String> found = left.call();
      if (found.isEmpty()) return;
      if (Instant.now().isAfter(deadline)) throw new AssertionError("still there: " + found);
      Thread.sleep(200);
    }
  }

  /// Those that begin so.
  ///
  /// @param beginnings regular expressions
  static List<String> named(List<String> names, String... beginnings) {
    var pattern = Pattern.compile(String.join("|", beginnings));
    return names.stream().filter(name -> pattern.matcher(name).lookingAt()).toList();
  }
}
