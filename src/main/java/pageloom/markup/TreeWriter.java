package pageloom.markup;

import java.util.List;

/// A tree as indented code. A new line starts only where it does not change the tree: where white
/// space is not rendered ([Whitespace#isFree]), or where the language drops it.
final class TreeWriter {
  private static final int WIDTH = 100;
  private static final String INDENT = "  ";

  private final Dialect dialect;
  private final StringBuilder out = new StringBuilder();

  private TreeWriter(Dialect dialect) {
    this.dialect = dialect;
  }

  /// Ends with a line end.
  static String write(Dialect dialect, Node.Element root, int indent) {
    var writer = new TreeWriter(dialect);
    writer.lines(root, indent, false);
    return writer.out.toString();
  }

  /// An element on lines of its own.
  private void lines(Node.Element element, int indent, boolean inherited) {
    boolean preserving = Whitespace.isPreserving(element, inherited);
    List<Node> children = dialect.children(element);
    String line = inline(element, inherited, false, false);
    boolean fits = indent * INDENT.length() + line.length() <= WIDTH && line.indexOf('\n') < 0;
    boolean small = fits && children.stream().noneMatch(TreeWriter::isLarge);
    if (small || !splits(element, preserving)) {
      if (fits || !children.isEmpty()) {
        line(indent, line);
      } else {
        open(element, indent, dialect.closed(element));
      }
      return;
    }
    open(element, indent, ">");
    int start = 0;
    for (int end = 1; end <= children.size(); end++) {
      if (end == children.size() || Whitespace.isFree(element, end)) {
        run(children.subList(start, end), indent + 1, preserving);
        start = end;
      }
    }
    line(indent, "</" + dialect.tag(element) + ">");
  }

  private boolean splits(Node.Element element, boolean preserving) {
    int last = dialect.children(element).size();
    return last > 0
        && (dialect.breaksAnywhere()
            || (!preserving && Whitespace.isFree(element, 0) && Whitespace.isFree(element, last)));
  }

  private static boolean isLarge(Node node) {
    return node instanceof Node.Element element && Display.of(element).outside();
  }

  /// Nodes between which white space counts.
  private void run(List<Node> nodes, int indent, boolean preserving) {
    if (nodes.size() == 1 && nodes.getFirst() instanceof Node.Element element) {
      lines(element, indent, preserving);
      return;
    }
    var line = new StringBuilder();
    nodes.forEach(node -> line.append(inline(node, preserving, false, false)));
    boolean edged =
        !preserving && (startsWithSpace(nodes.getFirst()) || endsWithSpace(nodes.getLast()));
    boolean fits = indent * INDENT.length() + line.length() <= WIDTH;
    if (!dialect.breaksAnywhere() || (!edged && (fits || nodes.size() == 1))) {
      line(indent, line.toString());
      return;
    }
    for (Node node : nodes) {
      switch (node) {
        case Node.Element element -> lines(element, indent, preserving);
        case Node.Text(String text) ->
            line(indent, preserving ? dialect.verbatim(text) : held(text));
      }
    }
  }

  /// Text whose spaces at either end survive the ends of its line.
  private String held(String text) {
    if (text.equals(" ")) {
      return dialect.spaceAtLineEnd();
    }
    String start = text.startsWith(" ") ? dialect.spaceAtLineEnd() : "";
    String end = text.endsWith(" ") ? dialect.spaceAtLineEnd() : "";
    return start
        + dialect.text(
            text.substring(start.isEmpty() ? 0 : 1, text.length() - (end.isEmpty() ? 0 : 1)),
            false,
            false)
        + end;
  }

  private static boolean startsWithSpace(Node node) {
    return node instanceof Node.Text(String text) && text.startsWith(" ");
  }

  private static boolean endsWithSpace(Node node) {
    return node instanceof Node.Text(String text) && text.endsWith(" ");
  }

  private String inline(Node node, boolean preserving, boolean first, boolean last) {
    return switch (node) {
      case Node.Text(String text) ->
          preserving ? dialect.verbatim(text) : dialect.text(text, first, last);
      case Node.Element element -> {
        var line = new StringBuilder("<").append(dialect.tag(element));
        dialect.attributes(element).forEach(a -> line.append(' ').append(a));
        List<Node> children = dialect.children(element);
        if (children.isEmpty()) {
          yield line.append(dialect.closed(element)).toString();
        }
        line.append('>');
        boolean inside = Whitespace.isPreserving(element, preserving);
        for (int i = 0; i < children.size(); i++) {
          line.append(inline(children.get(i), inside, i == 0, i == children.size() - 1));
        }
        yield line.append("</").append(dialect.tag(element)).append('>').toString();
      }
    };
  }

  private void open(Node.Element element, int indent, String end) {
    List<String> attributes = dialect.attributes(element);
    String line = String.join(" ", attributes);
    String start = "<" + dialect.tag(element);
    if (attributes.size() < 2
        || indent * INDENT.length() + start.length() + 1 + line.length() + end.length() <= WIDTH) {
      line(indent, start + (attributes.isEmpty() ? "" : " " + line) + end);
      return;
    }
    line(indent, start);
    attributes.forEach(a -> line(indent + 1, a));
    line(indent, end.strip());
  }

  private void line(int indent, String text) {
    out.append(INDENT.repeat(indent)).append(text).append('\n');
  }
}
