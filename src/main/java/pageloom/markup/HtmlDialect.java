package pageloom.markup;

import java.util.ArrayList;
import java.util.List;

/// HTML for a person to read.
final class HtmlDialect implements Dialect {
  @Override
  public List<String> attributes(Node.Element element) {
    return spelled(element);
  }

  /// As HTML and the template languages built on it spell them.
  static List<String> spelled(Node.Element element) {
    List<String> attributes = new ArrayList<>();
    element
        .attributes()
        .forEach((name, value) ->
            attributes.add(
                Flags.of(element, name) ? name : name + "=\"" + HtmlText.attribute(value) + "\""));
    return attributes;
  }

  @Override
  public String text(String text, boolean first, boolean last) {
    return HtmlText.escaped(text);
  }

  @Override
  public String verbatim(String text) {
    return HtmlText.escaped(text);
  }

  @Override
  public String closed(Node.Element element) {
    if (element.isVoid()) {
      return ">";
    }
    return element.space() == Node.Space.SVG ? " />" : "></" + element.name() + ">";
  }
}
