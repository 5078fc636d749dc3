package pageloom.markup;

import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// A utility class, taken apart: `sm:hover:bg-ink/60!` is `bg-ink` with opacity `60` under
/// `sm:hover`.
///
/// @param written as it stands in the fragment
/// @param variants what comes before the last colon outside brackets; empty when it always applies
/// @param name without variants, marks and opacity
/// @param opacity what stands after a slash; empty when nothing does
record Utility(String written, String variants, String name, String opacity) {
  static Utility of(String written) {
    int depth = 0;
    int colon = -1;
    int slash = -1;
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c == '[' || c == '(') {
        depth++;
      } else if (c == ']' || c == ')') {
        depth--;
      } else if (c == ':' && depth == 0) {
        colon = i;
        slash = -1;
      } else if (c == '/' && depth == 0) {
        slash = i;
      }
    }
    String rest = written.substring(colon + 1);
    String opacity = slash < 0 ? "" : written.substring(slash + 1);
    String name = slash < 0 ? rest : written.substring(colon + 1, slash);
    return new Utility(
        written, written.substring(0, Math.max(colon, 0)), bare(name), bare(opacity));
  }

  static Stream<Utility> of(Element element) {
    return Characters.words(element.className()).stream().map(Utility::of);
  }

  boolean always() {
    return variants.isEmpty();
  }

  /// What follows the prefix and a dash; empty when it has another prefix.
  String after(String prefix) {
    return name.length() > prefix.length()
            && name.startsWith(prefix)
            && name.charAt(prefix.length()) == '-'
        ? name.substring(prefix.length() + 1)
        : "";
  }

  private static String bare(String name) {
    int from = name.startsWith("!") || name.startsWith("-") ? 1 : 0;
    int to = name.endsWith("!") && name.length() > from ? name.length() - 1 : name.length();
    return name.substring(from, to).toLowerCase(Locale.ROOT);
  }
}
