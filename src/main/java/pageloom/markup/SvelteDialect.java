package pageloom.markup;

import java.util.List;

/// A Svelte component, in which braces are code, in text and in attributes.
final class SvelteDialect implements Dialect {
  @Override
  public List<String> attributes(Node.Element element) {
    return HtmlDialect.spelled(element).stream().map(SvelteDialect::braced).toList();
  }

  @Override
  public String text(String text) {
    return braced(HtmlText.escaped(text));
  }

  @Override
  public String verbatim(String text) {
    return "{" + JsString.literal(text) + "}";
  }

  @Override
  public String closed(Node.Element element) {
    return element.isVoid() || element.space() == Node.Space.SVG
        ? " />"
        : "></" + element.name() + ">";
  }

  private static String braced(String text) {
    return text.replace("{", "&#123;").replace("}", "&#125;");
  }
}
