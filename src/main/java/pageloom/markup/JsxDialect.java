package pageloom.markup;

import java.util.List;

/// JSX as React reads it.
///
/// @param typed whether a TypeScript compiler checks it, too
record JsxDialect(boolean typed) implements Dialect {
  @Override
  public List<String> attributes(Node.Element element) {
    return new JsxAttributes(typed).of(element);
  }

  @Override
  public String text(String text, boolean first, boolean last) {
    var jsx = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> jsx.append("&amp;");
        case '<' -> jsx.append("&lt;");
        case '>' -> jsx.append("&gt;");
        case '{' -> jsx.append("&#123;");
        case '}' -> jsx.append("&#125;");
        case '\u00A0' -> jsx.append("&nbsp;");
        default -> {
          if (JsString.isPlain(c) || Character.isSurrogate(c)) {
            jsx.append(c);
          } else {
            jsx.append("&#").append((int) c).append(';');
          }
        }
      }
    }
    return jsx.toString();
  }

  @Override
  public String verbatim(String text) {
    return "{" + JsString.literal(text) + "}";
  }

  /// React takes what stands in a text area as an attribute.
  @Override
  public List<Node> children(Node.Element element) {
    return element.is("textarea") ? List.of() : element.children();
  }

  @Override
  public String closed(Node.Element element) {
    return " />";
  }

  @Override
  public String spaceAtLineEnd() {
    return "{\" \"}";
  }
}
