package pageloom.export;

/// Style rules on one line as lines for a person, one declaration each.
final class ReadableCss {
  private ReadableCss() {}

  static String of(String css) {
    var lines = new StringBuilder();
    int depth = 0;
    int brackets = 0;
    char quote = 0;
    boolean lineStart = true;
    for (int i = 0; i < css.length(); i++) {
      char c = css.charAt(i);
      if (quote != 0) {
        if (c == quote && css.charAt(i - 1) != '\\') quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(') {
        brackets++;
      } else if (c == ')') {
        brackets--;
      } else if (c == '\n') {
        continue;
      } else if (c == '}') {
        if (!lineStart) lines.append(";\n");
        depth--;
        lines.append("  ".repeat(depth)).append("}\n");
        lineStart = true;
        continue;
      }
      if (lineStart && c == ' ') continue;
      if (lineStart) lines.append("  ".repeat(depth));
      lineStart = false;
      if (quote == 0 && c == '{') {
        lines.append(" {\n");
        depth++;
        lineStart = true;
      } else if (quote == 0 && brackets == 0 && c == ';') {
        lines.append(";\n");
        lineStart = true;
      } else {
        lines.append(c);
        boolean value = quote == 0 && c == ':' && brackets == 0 && isDeclaration(css, i);
        if (value) lines.append(' ');
      }
    }
    return lines.toString();
  }

  /// Whether this colon stands between a property and its value, not in a selector.
  private static boolean isDeclaration(String css, int colon) {
    for (int i = colon; i < css.length(); i++) {
      char c = css.charAt(i);
      if (c == ';' || c == '}') return true;
      if (c == '{') return false;
    }
    return true;
  }
}
