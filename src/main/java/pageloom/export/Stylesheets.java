package pageloom.export;

import java.util.Set;

/// Makes the style sheet of a page out of the class names that it uses.
@FunctionalInterface
public interface Stylesheets {
  /// Blocks until it is compiled; any thread.
  ///
  /// @throws IllegalStateException when there is no compiler, or it was closed
  String of(Set<String> classes);
}
