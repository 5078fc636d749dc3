package pageloom.markup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// The ids of one section. The root has the section's anchor; every other id starts with it, so
/// that no two sections of a page clash and none shadows a name that a script knows. What refers to
/// an id of the same fragment follows it; what refers elsewhere, as a link to another section does,
/// stays.
final class IdScope {
  private static final Set<String> REFERENCES =
      Set.of(
          "for",
          "form",
          "list",
          "headers",
          "popovertarget",
          "aria-activedescendant",
          "aria-controls",
          "aria-describedby",
          "aria-details",
          "aria-errormessage",
          "aria-flowto",
          "aria-labelledby",
          "aria-owns");

  private final String anchor;
  private final String prefix;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, String> renamed = new HashMap<>();
  private final Set<String> placed = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  private IdScope(String anchor) {
    this.anchor = anchor;
    this.prefix = anchor + "-";
  }

  /// Whether an anchor can be an id, a link's target and a prefix, unescaped in all of them.
  static boolean isAnchor(String anchor) {
    return !anchor.isEmpty() && anchor.equals(spelled(anchor)) && anchor.length() <= 100;
  }

  static Node.Element apply(Node.Element root, String anchor) {
    var scope = new IdScope(anchor);
    scope.taken.add(anchor);
    scope.renamed.put(anchor, anchor);
    root.attribute("id").ifPresent(id -> scope.renamed.put(id, anchor));
    List<String> ids = new ArrayList<>();
    for (Node child : root.children()) {
      collect(child, ids);
    }
    // Ids that are right already come first: they keep their names whatever the others are.
    ids.stream().filter(scope::isRight).forEach(id -> scope.claim(id, id));
    ids.stream().filter(id -> !scope.isRight(id)).forEach(scope::rename);
    return scope.rewritten(root, true);
  }

  private static void collect(Node node, List<String> ids) {
    if (node instanceof Node.Element element) {
      element.attribute("id").ifPresent(ids::add);
      element.children().forEach(child -> collect(child, ids));
    }
  }

  private boolean isRight(String id) {
    return id.startsWith(prefix) && id.equals(spelled(id));
  }

  private void claim(String id, String name) {
    taken.add(name);
    renamed.putIfAbsent(id, name);
  }

  private void rename(String id) {
    if (!renamed.containsKey(id)) {
      String name = spelled(id);
      if (!name.isEmpty()) {
        claim(id, free(name.startsWith(prefix) ? name : prefix + name));
      }
    }
  }

  private String free(String wanted) {
    String name = wanted;
    while (taken.contains(name)) {
      name = wanted + "-" + counts.merge(wanted, 2, (count, two) -> count + 1);
    }
    return name;
  }

  private Node.Element rewritten(Node.Element element, boolean root) {
    var attributes = new LinkedHashMap<String, String>();
    if (root) {
      attributes.put("id", anchor);
      placed.add(anchor);
    }
    element
        .attributes()
        .forEach((name, value) -> {
          if (name.equals("id")) {
            if (!root) {
              place(value, attributes);
            }
          } else {
            attributes.put(name, followed(element, name, value));
          }
        });
    List<Node> children = new ArrayList<>();
    for (Node child : element.children()) {
      children.add(child instanceof Node.Element e ? rewritten(e, false) : child);
    }
    return element.with((SequencedMap<String, String>) attributes).with(children);
  }

  /// The first element with an id has its name; a later one with the same id gets its own.
  private void place(String id, Map<String, String> attributes) {
    String name = renamed.get(id);
    if (name == null) {
      return;
    }
    if (!placed.add(name)) {
      name = free(name.equals(anchor) ? prefix + "2" : name);
      taken.add(name);
      placed.add(name);
    }
    attributes.put("id", name);
  }

  private String followed(Node.Element element, String name, String value) {
    if (REFERENCES.contains(name)) {
      List<String> ids = new ArrayList<>();
      for (String id : Characters.words(value)) {
        ids.add(renamed.getOrDefault(id, id));
      }
      return String.join(" ", ids);
    }
    if (name.equals("href") && value.startsWith("#")) {
      return "#" + renamed.getOrDefault(value.substring(1), value.substring(1));
    }
    if (element.space() == Node.Space.SVG) {
      return SvgValues.renamed(value, id -> renamed.getOrDefault(id, id));
    }
    if (name.equals("name") && sharesItsName(element)) {
      return value.startsWith(prefix) ? value : prefix + value;
    }
    return value;
  }

  /// Radio buttons and exclusive details work in groups by name, across the whole page.
  private static boolean sharesItsName(Node.Element element) {
    return element.is("details")
        || (element.is("input") && element.attribute("type").orElse("").equals("radio"));
  }

  private static String spelled(String id) {
    var spelled = new StringBuilder();
    id.strip()
        .codePoints()
        .forEach(c -> {
          if (isWord(c) || c == '-' || c == '_' || c == '.' || c == ':') {
            spelled.appendCodePoint(c);
          } else if (spelled.length() > 0 && spelled.charAt(spelled.length() - 1) != '-') {
            spelled.append('-');
          }
        });
    return spelled.toString();
  }

  private static boolean isWord(int c) {
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
