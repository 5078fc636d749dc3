package pageloom.markup;

import java.util.List;

/// A Vue template, in which double braces are code and runs of white space become one space.
final class VueDialect implements Dialect {
  @Override
  public List<String> attributes(Node.Element element) {
    return HtmlDialect.spelled(element);
  }

  @Override
  public String text(String text, boolean first, boolean last) {
    // A space alone next to a tag's inside is dropped, but not one that is code.
    return (first || last) && text.equals(" ")
        ? verbatim(text)
        : HtmlText.escaped(text).replace("{", "&#123;").replace("}", "&#125;");
  }

  @Override
  public String verbatim(String text) {
    // No character in the code that ends it, starts a tag, or is read as an entity.
    return "{{ " + JsString.literal(text, "{}<>&") + " }}";
  }

  @Override
  public String closed(Node.Element element) {
    return element.isVoid() || element.space() == Node.Space.SVG
        ? " />"
        : "></" + element.name() + ">";
  }
}
