package pageloom.plan;

/// One word of a text.
///
/// @param text as written
/// @param key folded, for comparing
/// @param stem the key without a plural ending
/// @param start where it begins in the text
/// @param end where it ends, exclusive
/// @param gap what stands between the word before and this one
record Word(String text, String key, String stem, int start, int end, String gap) {
  /// Whether a comma, a full stop, a dash or a line break parts it from the word before.
  boolean parted() {
    for (int i = 0; i < gap.length(); i++) {
      char c = gap.charAt(i);
      if ((Character.isWhitespace(c) && c != '\n') || Character.isSpaceChar(c)) continue;
      if ((c == '-' && gap.length() == 1) || c == '&' || c == '+' || c == '\'' || c == '’')
        continue;
      if (c == '/' || (c == '.' && gap.length() == 1)) continue;
      return true;
    }
    return false;
  }

  /// Whether it begins with a capital or a digit, as names do.
  boolean capital() {
    int first = text.codePointAt(0);
    return Character.isUpperCase(first) || Character.isTitleCase(first) || Character.isDigit(first);
  }

  /// Whether it is written in a script that puts no spaces between words.
  boolean unspaced() {
    return Words.unspaced(text.codePointAt(0));
  }
}
