package pageloom.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/// HTML to tree, by the parsing rules of browsers, as the content of a `body`. Comments, processing
/// instructions and the text of scripts and styles are left out. Names are in lower case, but where
/// SVG spells them otherwise.
final class FragmentParser {
  /// No page that a person would write is nested this deep; a model that got lost is.
  static final int MAX_DEPTH = 256;

  private FragmentParser() {}

  /// @throws MarkupRejected when elements are nested deeper than [#MAX_DEPTH]
  static List<Node> parse(String html) {
    return tree(new RawMarkup(html));
  }

  /// @throws MarkupRejected when elements are nested deeper than [#MAX_DEPTH]
  static List<Node> tree(RawMarkup markup) {
    return nodes(markup.body().childNodes(), 1);
  }

  /// The one element of a fragment that came out of the sanitizer.
  ///
  /// @throws IllegalArgumentException when it is not exactly one element
  static Node.Element root(List<Node> nodes) {
    if (nodes.size() == 1 && nodes.getFirst() instanceof Node.Element root) {
      return root;
    }
    throw new IllegalArgumentException("not a sanitized fragment: it has no single root element");
  }

  private static List<Node> nodes(List<org.jsoup.nodes.Node> parsed, int depth) {
    List<Node> nodes = new ArrayList<>(parsed.size());
    for (org.jsoup.nodes.Node node : parsed) {
      switch (node) {
        case TextNode text -> nodes.add(new Node.Text(text.getWholeText()));
        case org.jsoup.nodes.Element element -> nodes.add(element(element, depth));
        default -> {}
      }
    }
    return nodes;
  }

  private static Node.Element element(org.jsoup.nodes.Element parsed, int depth) {
    if (depth > MAX_DEPTH) {
      throw new MarkupRejected("elements are nested more than " + MAX_DEPTH + " deep");
    }
    var attributes = new LinkedHashMap<String, String>();
    for (Attribute attribute : parsed.attributes()) {
      attributes.putIfAbsent(attribute.getKey(), attribute.getValue());
    }
    Node.Space space =
        switch (parsed.tag().namespace()) {
          case Parser.NamespaceHtml -> Node.Space.HTML;
          case Parser.NamespaceSvg -> Node.Space.SVG;
          default -> Node.Space.OTHER;
        };
    return new Node.Element(
        space, parsed.tagName(), attributes, nodes(parsed.childNodes(), depth + 1));
  }
}
