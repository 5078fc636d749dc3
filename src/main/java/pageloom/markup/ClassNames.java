package pageloom.markup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The class names in sanitized fragments: what a style sheet for them must know.
public final class ClassNames {
  private ClassNames() {}

  /// Each once, in the order of the document.
  public static Set<String> of(String html) {
    Set<String> names = new LinkedHashSet<>();
    collect(FragmentParser.parse(html), names);
    return names;
  }

  private static void collect(List<Node> nodes, Set<String> names) {
    for (Node node : nodes) {
      if (node instanceof Node.Element element) {
        names.addAll(Characters.words(element.attributes().getOrDefault("class", "")));
        collect(element.children(), names);
      }
    }
  }
}
