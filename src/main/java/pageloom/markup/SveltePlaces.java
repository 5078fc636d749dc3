package pageloom.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Elements at places where Svelte's compiler refuses them by name, though a browser takes them: a
/// heading somewhere in a heading, a block somewhere in a paragraph. Written as elements whose name
/// is a value, they are left alone.
final class SveltePlaces {
  /// Svelte's own word for the name that is a value.
  private static final String MARK = "this";

  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> TERMS = Set.of("dt", "dd");
  private static final Set<String> RUBY = Set.of("rt", "rp");
  private static final Set<String> TABLE = Set.of("table", "thead", "tbody", "tfoot", "tr");

  private SveltePlaces() {}

  static boolean isMarked(Node.Element element) {
    return element.has(MARK);
  }

  static Node.Element marked(Node.Element root) {
    return marked(root, List.of());
  }

  /// @param above from the root to the parent
  private static Node.Element marked(Node.Element element, List<Node.Element> above) {
    List<Node.Element> here = new ArrayList<>(above);
    here.add(element);
    List<Node> children = new ArrayList<>();
    for (Node child : element.children()) {
      children.add(child instanceof Node.Element inner ? marked(inner, here) : child);
    }
    Node.Element copy = element.with(children);
    if (!isRefused(element, above)) return copy;
    var attributes = new LinkedHashMap<String, String>();
    attributes.put(MARK, element.name());
    attributes.putAll(element.attributes());
    return copy.with(attributes);
  }

  private static boolean isRefused(Node.Element element, List<Node.Element> above) {
    if (element.space() != Node.Space.HTML) return false;
    String name = element.name();
    if (HEADINGS.contains(name) && isWithin(above, HEADINGS, "")) return true;
    if (TERMS.contains(name)) return isWithin(above, TERMS, "dl");
    if (RUBY.contains(name)) return isWithin(above, RUBY, "");
    if (name.equals("form") && !above.isEmpty() && TABLE.contains(above.getLast().name())) {
      return true;
    }
    if (Set.of("a", "button", "form", "optgroup").contains(name)) {
      return isWithin(above, Set.of(name), "");
    }
    return OptionalEnds.endsParagraph(name) && isWithin(above, Set.of("p"), "");
  }

  /// Whether one of these stands above, nearer than an element that ends the search.
  private static boolean isWithin(List<Node.Element> above, Set<String> names, String end) {
    for (Node.Element element : above.reversed()) {
      if (element.name().equals(end)) return false;
      if (names.contains(element.name())) return true;
    }
    return false;
  }
}
