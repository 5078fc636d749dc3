package pageloom.plan;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// Names and anchors of one page's sections, each unique. An anchor is never another's beginning up
/// to a dash, since the ids inside a section are its anchor, a dash and more.
final class SectionNames {
  static final int MAX_LENGTH = 60;
  private static final Pattern HUMP =
      Pattern.compile("(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll}{2})");

  private final Set<String> names = new HashSet<>();
  private final Set<String> anchors = new HashSet<>();

  /// The name as given, with a number behind it if the page has it already.
  String name(String given) {
    String name = given;
    for (int n = 2; !names.add(Folding.phrase(spaced(name)).replace(" ", "") + marks(name)); n++) {
      String number = String.valueOf(n);
      name = cut(given, MAX_LENGTH - number.length()) + number;
    }
    return name;
  }

  /// The anchor of a name that [#name] gave.
  String anchor(String name, String kind) {
    String kebab = ascii(Folding.phrase(spaced(name)));
    if (kebab.isEmpty()) kebab = kind.replace('_', '-');
    if (Character.isDigit(kebab.charAt(0))) kebab = "section-" + kebab;
    String base = clashes(kebab) ? kebab.replace("-", "") : kebab;
    String anchor = base;
    for (int n = 2; clashes(anchor); n++) anchor = base + n;
    anchors.add(anchor);
    return anchor;
  }

  /// One line of plain text of at most 60 characters; empty if nothing visible is left.
  static String clean(String raw) {
    String line = Words.of(raw).text().replaceAll("[<>{}\\s\\p{Z}]+", " ").strip();
    return cut(line, MAX_LENGTH);
  }

  /// `SocialProof` as "Social Proof", `contact_form` as "contact form".
  static String spaced(String name) {
    return HUMP.matcher(name).replaceAll(" ").replace('_', ' ').replace('-', ' ').strip();
  }

  private boolean clashes(String anchor) {
    for (String taken : anchors) {
      if (taken.equals(anchor)) return true;
      if (taken.startsWith(anchor + "-") || anchor.startsWith(taken + "-")) return true;
    }
    return false;
  }

  /// Names of signs alone differ by their signs.
  private static String marks(String name) {
    return Words.of(name).size() == 0 ? name : "";
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) return text;
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end).strip();
  }

  private static String ascii(String phrase) {
    return phrase.replaceAll("[^a-z0-9 ]+", "").strip().replaceAll(" +", "-");
  }
}
