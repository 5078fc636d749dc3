package pageloom.markup;

import java.util.ArrayList;
import java.util.List;

/// Which characters a fragment is made of.
final class Characters {
  private Characters() {}

  /// The text without what no document may hold: controls go, line ends become `\n`, half a
  /// surrogate pair becomes U+FFFD.
  static String plain(String text) {
    if (isPlain(text)) {
      return text;
    }
    var plain = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .replace('\f', ' ')
        .codePoints()
        .forEach(c -> {
          if (c >= 0xD800 && c <= 0xDFFF) {
            plain.append('\uFFFD');
          } else if (c == '\n' || c == '\t' || !Character.isISOControl(c)) {
            plain.appendCodePoint(c);
          }
        });
    return plain.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < ' ' || c >= 0x7F) && c != '\n' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  /// White space as CSS collapses it.
  static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f';
  }

  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isSpace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// The parts between white space.
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isSpace(text.charAt(i))) {
        if (start >= 0) {
          words.add(text.substring(start, i));
        }
        start = -1;
      } else if (start < 0) {
        start = i;
      }
    }
    return words;
  }
}
