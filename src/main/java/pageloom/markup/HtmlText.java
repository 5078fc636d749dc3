package pageloom.markup;

/// Characters as HTML spells them. Angle brackets are escaped in attributes too: no parser, however
/// confused about where it is, can read a tag out of one.
final class HtmlText {
  private HtmlText() {}

  static String escaped(String text) {
    return escaped(text, false);
  }

  static String attribute(String value) {
    return escaped(value, true);
  }

  private static String escaped(String text, boolean attribute) {
    var escaped = new StringBuilder(text.length() + 16);
    append(escaped, text, attribute);
    return escaped.toString();
  }

  static void append(StringBuilder out, String text, boolean attribute) {
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      String spelled = spelled(text.charAt(i), attribute);
      if (!spelled.isEmpty()) {
        out.append(text, done, i).append(spelled);
        done = i + 1;
      }
    }
    out.append(text, done, text.length());
  }

  /// Empty for what stands for itself.
  private static String spelled(char c, boolean attribute) {
    return switch (c) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> attribute ? "&quot;" : "";
      case '`' -> attribute ? "&#96;" : "";
      case '\u00A0' -> "&nbsp;";
      default -> "";
    };
  }
}
