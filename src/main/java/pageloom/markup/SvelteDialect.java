package pageloom.markup;

import java.util.List;

/// A Svelte component, in which braces are code, in text and in attributes.
final class SvelteDialect implements Dialect {
  /// Svelte takes away white space next to a tag's inside.
  private static final String SPACE = "{\" \"}";

  @Override
  public String tag(Node.Element element) {
    return SveltePlaces.isMarked(element) ? "svelte:element" : element.name();
  }

  @Override
  public List<String> attributes(Node.Element element) {
    return HtmlDialect.spelled(element).stream().map(SvelteDialect::braced).toList();
  }

  @Override
  public String text(String text, boolean first, boolean last) {
    int from = first && text.startsWith(" ") ? 1 : 0;
    int to = last && text.endsWith(" ") && text.length() > from ? text.length() - 1 : text.length();
    return (from > 0 ? SPACE : "")
        + braced(HtmlText.escaped(text.substring(from, to)))
        + (to < text.length() ? SPACE : "");
  }

  @Override
  public String verbatim(String text) {
    return "{" + JsString.literal(text) + "}";
  }

  @Override
  public String closed(Node.Element element) {
    return element.isVoid() || element.space() == Node.Space.SVG
        ? " />"
        : "></" + tag(element) + ">";
  }

  private static String braced(String text) {
    return text.replace("{", "&#123;").replace("}", "&#125;");
  }
}
