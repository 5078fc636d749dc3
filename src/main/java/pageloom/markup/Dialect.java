package pageloom.markup;

import java.util.List;

/// How one language spells the parts of a tree; [TreeWriter] lays them out.
interface Dialect {
  /// Each as it stands in a tag, e.g. `class="card"`.
  List<String> attributes(Node.Element element);

  /// What an element is called in its tags.
  default String tag(Node.Element element) {
    return element.name();
  }

  /// Characters whose white space is rendered as one space at most.
  ///
  /// @param first whether nothing stands between them and their element's start
  /// @param last whether nothing stands between them and their element's end
  String text(String text, boolean first, boolean last);

  /// Characters of which every one counts.
  String verbatim(String text);

  /// What stands between an element's tags.
  default List<Node> children(Node.Element element) {
    return element.children();
  }

  /// The end of a tag that nothing follows.
  String closed(Node.Element element);

  /// A space that survives at the start or end of a line; empty when the language has none.
  default String spaceAtLineEnd() {
    return "";
  }

  /// Whether a new line may start between any two parts, as the language drops it.
  default boolean breaksAnywhere() {
    return !spaceAtLineEnd().isEmpty();
  }
}
