package pageloom.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Copies a tree, taking along only what the allow-lists name. Nothing is edited in place: what is
/// not copied is not there.
final class AllowListWalk {
  private static final Set<String> OPTIONS = Set.of("option", "optgroup");

  private final Removals removals;

  AllowListWalk(Removals removals) {
    this.removals = removals;
  }

  List<Node> copy(List<Node> nodes) {
    List<Node> copies = new ArrayList<>();
    copy(nodes, Place.FLOW, copies);
    return copies;
  }

  /// Where a node stands, as far as it matters to what may stand there.
  private enum Place {
    FLOW,
    /// Inside `select` and `datalist`: options and groups of them, which stand nowhere else.
    OPTIONS,
    /// Inside `option`, SVG's `title` and the like: characters alone.
    CHARACTERS,
    SVG,
    /// Inside an SVG element that has an id: another may draw it again, so it draws none itself. A
    /// drawing of drawings of drawings grows beyond any memory.
    NAMED_SVG
  }

  private void copy(List<Node> nodes, Place place, List<Node> into) {
    for (Node node : nodes) {
      switch (node) {
        case Node.Text(String text) -> {
          if (place != Place.OPTIONS) {
            append(Characters.plain(text), into);
          }
        }
        case Node.Element element -> copy(element, place, into);
      }
    }
  }

  private void copy(Node.Element element, Place place, List<Node> into) {
    switch (verdict(element, place)) {
      case DROP -> removals.element(element.name());
      case UNWRAP -> {
        removals.element(element.name());
        copy(element.children(), place, into);
      }
      case KEEP -> {
        var attributes = FormLooks.of(element, AllowedAttributes.of(element, removals), removals);
        List<Node> children = new ArrayList<>();
        copy(element.children(), inside(element, place), children);
        into.add(
            FormLooks.of(new Node.Element(element.space(), element.name(), attributes, children)));
      }
    }
  }

  private static AllowedElements.Verdict verdict(Node.Element element, Place place) {
    AllowedElements.Verdict general = AllowedElements.of(element);
    if (general != AllowedElements.Verdict.KEEP) {
      return general;
    }
    boolean html = element.space() == Node.Space.HTML;
    boolean fits =
        switch (place) {
          case FLOW -> !(html && OPTIONS.contains(element.name()));
          case OPTIONS -> html && OPTIONS.contains(element.name());
          case CHARACTERS -> false;
          case SVG -> !html && !(element.name().equals("use") && element.has("id"));
          case NAMED_SVG -> !html && !element.name().equals("use");
        };
    if (fits) {
      return AllowedElements.Verdict.KEEP;
    }
    return html ? AllowedElements.Verdict.UNWRAP : AllowedElements.Verdict.DROP;
  }

  private static Place inside(Node.Element element, Place place) {
    return switch (element.name()) {
      case "select", "optgroup", "datalist" ->
          element.space() == Node.Space.HTML ? Place.OPTIONS : place;
      case "option", "textarea", "title", "desc" -> Place.CHARACTERS;
      default -> {
        if (element.space() != Node.Space.SVG) {
          yield place;
        }
        yield place == Place.NAMED_SVG || element.has("id") ? Place.NAMED_SVG : Place.SVG;
      }
    };
  }

  private static void append(String text, List<Node> into) {
    if (text.isEmpty()) {
      return;
    }
    if (!into.isEmpty() && into.getLast() instanceof Node.Text(String before)) {
      into.set(into.size() - 1, new Node.Text(before + text));
    } else {
      into.add(new Node.Text(text));
    }
  }
}
