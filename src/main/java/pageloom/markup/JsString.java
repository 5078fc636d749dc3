package pageloom.markup;

/// Characters as a JavaScript string literal in double quotes: printable, on one line.
final class JsString {
  private JsString() {}

  static String literal(String text) {
    return literal(text, "");
  }

  /// @param more characters that must not occur in the literal as they are
  static String literal(String text, String more) {
    var literal = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> literal.append(more.indexOf(c) >= 0 ? "\\u0022" : "\\\"");
        case '\\' -> literal.append("\\\\");
        case '\n' -> literal.append("\\n");
        case '\t' -> literal.append("\\t");
        default -> {
          if (isPlain(c) && more.indexOf(c) < 0) {
            literal.append(c);
          } else {
            literal.append(String.format("\\u%04x", (int) c));
          }
        }
      }
    }
    return literal.append('"').toString();
  }

  /// Whether a reader of code sees what the character is.
  static boolean isPlain(char c) {
    if (c < 0x7F) {
      return c >= ' ';
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
