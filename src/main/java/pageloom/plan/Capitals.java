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

  /// A phrase whose last word loses its plural ending, as before another noun.
  static String singular(String phrase) {
    int space = phrase.lastIndexOf(' ') + 1;
    String last = phrase.substring(space);
    boolean plain = last.chars().allMatch(c -> c >= 'a' && c <= 'z') && !last.endsWith("ics");
    return plain && last.length() > 4 ? phrase.substring(0, space) + Folding.stem(last) : phrase;
  }

  /// Whether nearly every longer word is all capitals.
  static boolean shouted(Words words) {
    int longer = 0;
    int loud = 0;
    for (Word word : words.list()) {
      if (word.text().length() < 4) continue;
      longer++;
      if (word.text().equals(word.text().toUpperCase(Locale.ROOT))) loud++;
    }
    return longer >= 2 && loud * 5 > longer * 4;
  }

  /// Lower case, but for words such as `AI`, `iOS` and `B2B` whose capitals are their spelling.
  static String lower(Word word, boolean shouted) {
    String text = word.text();
    boolean inner = text.chars().skip(1).anyMatch(Character::isUpperCase);
    return inner && !shouted ? text : text.toLowerCase(Locale.ROOT);
  }
}
