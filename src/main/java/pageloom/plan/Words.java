package pageloom.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A text cut into words, in one pass whose time grows with the length and nothing else. Control
/// and format characters, lone surrogates included, count as line breaks, so that nothing invisible
/// gets into a name.
///
/// @param text the text, each control or format character replaced by a line break; same length
/// @param list its words in order
record Words(String text, List<Word> list) {
  private static final int SIGNS_READ = 8;

  Words {
    list = List.copyOf(list);
  }

  static Words of(String raw) {
    String text = visible(raw);
    var words = new ArrayList<Word>();
    int gapStart = 0;
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!Character.isLetterOrDigit(c)) {
        at += Character.charCount(c);
        continue;
      }
      int end = endOfWord(text, at, unspaced(c));
      String word = text.substring(at, end);
      String key = Folding.word(withoutPossessive(word));
      if (!key.isEmpty()) {
        words.add(new Word(word, key, Folding.stem(key), at, end, text.substring(gapStart, at)));
        gapStart = end;
      }
      at = end;
    }
    return new Words(text, words);
  }

  /// The names of a text's signs, so that a lone emoji says "slice of pizza"; the first few only.
  static Words namesOfSigns(String text) {
    var names = new StringBuilder();
    text.codePoints()
        .filter(c -> !Character.isWhitespace(c) && !Character.isLetterOrDigit(c))
        .limit(SIGNS_READ)
        .forEach(
            c -> names.append(Objects.requireNonNullElse(Character.getName(c), "")).append(' '));
    return of(names.toString());
  }

  int size() {
    return list.size();
  }

  Word at(int index) {
    return list.get(index);
  }

  /// The key at an index, or nothing past either end.
  String key(int index) {
    return index >= 0 && index < list.size() ? list.get(index).key() : "";
  }

  /// Whether a phrase may go on from the word before to this one.
  boolean joined(int index) {
    return index > 0 && index < list.size() && !list.get(index).parted();
  }

  /// The text from the first word to before the second index's word, as written.
  String span(int from, int to) {
    return from >= to ? "" : text.substring(list.get(from).start(), list.get(to - 1).end());
  }

  /// Han, kana, Hangul (whose particles cling to the noun), Thai and its neighbours.
  static boolean unspaced(int c) {
    if (c < 0x0E00) return false;
    if (c == 'ー' || c == '々') return true;
    return switch (Character.UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }

  private static int endOfWord(String text, int start, boolean unspaced) {
    int at = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      boolean mark = mark(c);
      boolean inside = mark || (Character.isLetterOrDigit(c) && unspaced(c) == unspaced);
      if (!inside && !innerApostrophe(text, start, at)) break;
      at += Character.charCount(c);
    }
    return at;
  }

  /// `Joe's` is one word, but `l'atelier` is two.
  private static boolean innerApostrophe(String text, int start, int at) {
    char c = text.charAt(at);
    if ((c != '\'' && c != '’') || at + 1 >= text.length() || at - start < 2) return false;
    if (!Character.isLetter(text.charAt(at + 1))) return false;
    return at - start > 2 || !text.substring(start, at).equalsIgnoreCase("qu");
  }

  private static boolean mark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static String withoutPossessive(String word) {
    int length = word.length();
    if (length < 3 || word.charAt(length - 1) != 's') return word;
    char before = word.charAt(length - 2);
    return before == '\'' || before == '’' ? word.substring(0, length - 2) : word;
  }

  private static String visible(String raw) {
    var out = new StringBuilder(raw.length());
    raw.codePoints()
        .forEach(c -> {
          switch (Character.getType(c)) {
            case Character.CONTROL,
                Character.FORMAT,
                Character.SURROGATE,
                Character.PRIVATE_USE,
                Character.UNASSIGNED,
                Character.LINE_SEPARATOR,
                Character.PARAGRAPH_SEPARATOR ->
                out.append(c == '\t' ? "\t" : "\n".repeat(Character.charCount(c)));
            default -> out.appendCodePoint(c);
          }
        });
    return out.toString();
  }
}
