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
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append(attribute ? "&quot;" : "\"");
        case '`' -> escaped.append(attribute ? "&#96;" : "`");
        case '\u00A0' -> escaped.append("&nbsp;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
