package pageloom.markup;

import java.util.ArrayList;
import java.util.List;

/// The canonical white space of a fragment: what a browser would not render is not there, so that
/// code can be laid out on lines and still be the same tree. Where utilities keep white space
/// (`whitespace-pre`...), in `pre` and in `textarea`, every character stays but a leading line end,
/// which HTML itself does not keep.
final class Whitespace {
  private Whitespace() {}

  static Node.Element canonical(Node.Element element) {
    return canonical(element, false);
  }

  /// Whether the characters directly in an element are rendered as they are.
  static boolean isPreserving(Node.Element element, boolean inherited) {
    if (element.is("pre") || element.is("textarea")) {
      return true;
    }
    return switch (ClassList.of(element).whitespace()) {
      case KEPT -> true;
      case COLLAPSED -> false;
      case INHERITED -> inherited;
    };
  }

  /// What classes say about white space in text.
  enum Said {
    KEPT,
    COLLAPSED,
    INHERITED
  }

  static Said said(List<String> words) {
    Said said = Said.INHERITED;
    for (String word : words) {
      String base = word.substring(word.lastIndexOf(':') + 1);
      if (base.startsWith("whitespace-pre")
          || base.startsWith("whitespace-break")
          || base.startsWith("[white-space")) {
        return Said.KEPT;
      }
      // Only a word without a variant ends it for every screen.
      if (word.equals("whitespace-normal") || word.equals("whitespace-nowrap")) {
        said = Said.COLLAPSED;
      }
    }
    return said;
  }

  static String collapsed(String text) {
    var collapsed = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Characters.isSpace(c)) {
        space = true;
      } else {
        if (space) {
          collapsed.append(' ');
        }
        space = false;
        collapsed.append(c);
      }
    }
    return space ? collapsed.append(' ').toString() : collapsed.toString();
  }

  private static Node.Element canonical(Node.Element element, boolean inherited) {
    boolean preserving = isPreserving(element, inherited);
    Display display = Display.of(element);
    List<Node> source = element.children();
    List<Node> children = new ArrayList<>();
    for (int i = 0; i < source.size(); i++) {
      switch (source.get(i)) {
        case Node.Element child -> children.add(canonical(child, preserving));
        case Node.Text(String text) -> {
          String kept =
              preserving
                  ? firstLineKept(element, i, text)
                  : trimmed(
                      collapsed(text), edge(source, i - 1, display), edge(source, i + 1, display));
          if (!kept.isEmpty() && !isUnseen(element)) {
            children.add(new Node.Text(kept));
          }
        }
      }
    }
    return element.with(children);
  }

  /// Whether white space in front of the child with this index, or at the end behind the last one,
  /// would not be rendered: there, code may go on in a new line.
  static boolean isFree(Node.Element parent, int gap) {
    Display display = Display.of(parent);
    return edge(parent.children(), gap - 1, display) || edge(parent.children(), gap, display);
  }

  /// Whether white space towards this neighbour falls at the end of a line.
  private static boolean edge(List<Node> siblings, int i, Display parent) {
    if (i < 0 || i >= siblings.size()) {
      return parent.inside();
    }
    return parent.separating()
        || (siblings.get(i) instanceof Node.Element element && Display.of(element).outside());
  }

  private static String trimmed(String text, boolean start, boolean end) {
    int from = start && text.startsWith(" ") ? 1 : 0;
    int to = end && text.endsWith(" ") ? text.length() - 1 : text.length();
    return from >= to ? "" : text.substring(from, to);
  }

  private static String firstLineKept(Node.Element element, int index, String text) {
    if (index > 0 || !(element.is("pre") || element.is("textarea"))) {
      return text;
    }
    int start = 0;
    while (start < text.length() && text.charAt(start) == '\n') {
      start++;
    }
    return text.substring(start);
  }

  /// Characters directly in an SVG shape or group are never drawn.
  private static boolean isUnseen(Node.Element element) {
    return (element.space() == Node.Space.SVG && Display.of(element).separating())
        || element.is("select")
        || element.is("optgroup");
  }
}
