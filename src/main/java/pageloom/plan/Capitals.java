package pageloom.plan;

import java.util.Locale;
import java.util.regex.Pattern;

/// Upper and lower case of words that move to another place in a sentence.
final class Capitals {
  private static final Pattern WORD_START = Pattern.compile("(?<![\\p{L}\\p{N}'’])\\p{Ll}");

  private Capitals() {}

  /// The first letter in upper case.
  static String first(String text) {
    if (text.isEmpty()) return text;
    int length = Character.charCount(text.codePointAt(0));
    return text.substring(0, length).toUpperCase(Locale.ROOT) + text.substring(length);
  }

  /// Every word's first letter in upper case.
  static String words(String text) {
    return WORD_START.matcher(text).replaceAll(m -> m.group().toUpperCase(Locale.ROOT));
  }

  /// Lower case, but for words such as `AI`, `iOS` and `B2B` whose capitals are their spelling.
  static String lower(Word word) {
    String text = word.text();
    boolean inner = text.chars().skip(1).anyMatch(Character::isUpperCase);
    return inner ? text : text.toLowerCase(Locale.ROOT);
  }
}
