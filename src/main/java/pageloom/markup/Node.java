package pageloom.markup;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A fragment as a plain tree: what remains when a parser's own classes are left behind. Immutable.
sealed interface Node {
  /// Which vocabulary an element's name belongs to.
  enum Space {
    HTML,
    SVG,
    OTHER
  }

  /// A tag with what stands between it and its end.
  ///
  /// @param name in the case that the vocabulary spells it, e.g. `div`, `linearGradient`
  /// @param attributes by name, in source order; whoever makes the element lets go of them
  record Element(
      Space space, String name, SequencedMap<String, String> attributes, List<Node> children)
      implements Node {
    public Element {
      attributes = Collections.unmodifiableSequencedMap(attributes);
      children = List.copyOf(children);
    }

    static Element html(String name, Map<String, String> attributes, List<Node> children) {
      return new Element(Space.HTML, name, new LinkedHashMap<>(attributes), children);
    }

    Element with(SequencedMap<String, String> newAttributes) {
      return new Element(space, name, newAttributes, children);
    }

    Element with(List<Node> newChildren) {
      return new Element(space, name, attributes, newChildren);
    }

    boolean is(String htmlName) {
      return space == Space.HTML && name.equals(htmlName);
    }

    boolean isVoid() {
      return space == Space.HTML && AllowedElements.VOID.contains(name);
    }

    Optional<String> attribute(String attributeName) {
      return Optional.ofNullable(attributes.get(attributeName));
    }

    boolean has(String attributeName) {
      return attributes.containsKey(attributeName);
    }
  }

  /// Characters, with every entity resolved.
  record Text(String text) implements Node {}
}
