package pageloom.markup;

import java.util.Locale;

/// A utility class, taken apart: `sm:hover:bg-ink/60!` is `bg-ink` with opacity `60` under
/// `sm:hover`.
///
/// @param written as it stands in the fragment
/// @param variants what comes before the last colon outside brackets; empty when it always applies
/// @param name without variants, marks and opacity
/// @param opacity what stands after a slash; empty when nothing does
/// @param foreign whether it names a colour that is not the theme's
/// @param dark whether it is for dark pages only
record Utility(
    String written, String variants, String name, String opacity, boolean foreign, boolean dark) {
  private static final Remembered<Utility> KNOWN = new Remembered<>(4096, 64, Utility::takenApart);

  static Utility of(String written) {
    return KNOWN.of(written);
  }

  private static Utility takenApart(String written) {
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
    String name = bare(slash < 0 ? rest : written.substring(colon + 1, slash));
    String variants = written.substring(0, Math.max(colon, 0));
    return new Utility(
        written,
        variants,
        name,
        bare(opacity),
        ForeignColours.in(name),
        (":" + variants + ":").contains(":dark:"));
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
