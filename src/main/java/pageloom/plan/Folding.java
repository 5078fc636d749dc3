package pageloom.plan;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// How words are compared: lower case, without accents, compatibility forms unified. `Bäckerei`,
/// `BACKEREI` and full-width `ｂäckerei` are one word.
final class Folding {
  private static final Set<String> NO_PLURAL =
      Set.of("news", "saas", "paas", "iaas", "does", "goes", "less", "yes", "always");

  private Folding() {}

  /// One word; only letters and digits remain.
  static String word(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))) return lower;
    var out = new StringBuilder(lower.length());
    Normalizer.normalize(lower, Normalizer.Form.NFKD)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> append(out, c));
    return out.toString();
  }

  /// A folded word without the plural ending that English, Spanish and French nouns share.
  static String stem(String key) {
    int length = key.length();
    if (length < 4 || key.charAt(length - 1) != 's' || NO_PLURAL.contains(key)) return key;
    if (key.endsWith("ies")) return key.substring(0, length - 3) + "y";
    if (key.endsWith("sses") || key.endsWith("ches") || key.endsWith("shes") || key.endsWith("xes"))
      return key.substring(0, length - 2);
    char before = key.charAt(length - 2);
    return before == 's' || before == 'u' || before == 'i' ? key : key.substring(0, length - 1);
  }

  /// Several words, folded one by one and joined by single spaces.
  static String phrase(String text) {
    return Words.of(text).list().stream().map(Word::key).collect(Collectors.joining(" "));
  }

  private static void append(StringBuilder out, int letter) {
    switch (letter) {
      case 'ß' -> out.append("ss");
      case 'ø' -> out.append('o');
      case 'æ' -> out.append("ae");
      case 'œ' -> out.append("oe");
      case 'ł' -> out.append('l');
      case 'đ', 'ð' -> out.append('d');
      case 'ı' -> out.append('i');
      default -> out.appendCodePoint(Character.toLowerCase(letter));
    }
  }
}
