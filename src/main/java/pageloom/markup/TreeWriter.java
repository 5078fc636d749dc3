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
    List<String> attributes = dialect.attributes(element);
    List<Node> children = dialect.children(element);
    var line = new StringBuilder();
    boolean fits =
        inline(line, element, attributes, inherited, room(indent)) && line.indexOf("\n") < 0;
    boolean small = fits && children.stream().noneMatch(TreeWriter::isLarge);
    if (small || !splits(element, preserving)) {
      if (!fits && children.isEmpty()) {
        open(element, attributes, indent, dialect.closed(element));
        return;
      }
      if (!fits) {
        line.setLength(0);
        inline(line, element, attributes, inherited, Integer.MAX_VALUE);
      }
      line(indent, line);
      return;
    }
    open(element, attributes, indent, ">");
    int start = 0;
    for (int end = 1; end <= children.size(); end++) {
      if (end == children.size() || Whitespace.isFree(element, end)) {
        run(children.subList(start, end), indent + 1, preserving);
        start = end;
      }
    }
    line(indent, "</" + dialect.tag(element) + ">");
  }

  /// How many characters a line holds.
  private static int room(int indent) {
    return WIDTH - indent * INDENT.length();
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
    boolean edged =
        !preserving && (startsWithSpace(nodes.getFirst()) || endsWithSpace(nodes.getLast()));
    boolean whole = !dialect.breaksAnywhere() || (!edged && nodes.size() == 1);
    if (whole || !edged) {
      var line = new StringBuilder();
      int room = whole ? Integer.MAX_VALUE : room(indent);
      if (nodes.stream().allMatch(node -> inline(line, node, preserving, false, false, room))) {
        line(indent, line);
        return;
      }
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

  /// Adds a node as it stands within a line. An element that does not fit is left half written:
  /// what is tried on every level of a tree must not cost a look at all that is below.
  ///
  /// @param room how long the line may become
  /// @return whether it did not become longer
  private boolean inline(
      StringBuilder line, Node node, boolean preserving, boolean first, boolean last, int room) {
    return switch (node) {
      case Node.Text(String text) -> {
        line.append(preserving ? dialect.verbatim(text) : dialect.text(text, first, last));
        yield line.length() <= room;
      }
      case Node.Element element ->
          inline(line, element, dialect.attributes(element), preserving, room);
    };
  }

  private boolean inline(
      StringBuilder line,
      Node.Element element,
      List<String> attributes,
      boolean preserving,
      int room) {
    line.append('<').append(dialect.tag(element));
    attributes.forEach(a -> line.append(' ').append(a));
    List<Node> children = dialect.children(element);
    if (children.isEmpty()) {
      return line.append(dialect.closed(element)).length() <= room;
    }
    line.append('>');
    boolean inside = Whitespace.isPreserving(element, preserving);
    int last = children.size() - 1;
    for (int i = 0; i <= last && line.length() <= room; i++) {
      inline(line, children.get(i), inside, i == 0, i == last, room);
    }
    return line.length() <= room
        && line.append("</").append(dialect.tag(element)).append('>').length() <= room;
  }

  private void open(Node.Element element, List<String> attributes, int indent, String end) {
    String line = String.join(" ", attributes);
    String start = "<" + dialect.tag(element);
    if (attributes.size() < 2
        || start.length() + 1 + line.length() + end.length() <= room(indent)) {
      line(indent, start + (attributes.isEmpty() ? "" : " " + line) + end);
      return;
    }
    line(indent, start);
    attributes.forEach(a -> line(indent + 1, a));
    line(indent, end.strip());
  }

  private void line(int indent, CharSequence text) {
    out.repeat(INDENT, indent).append(text).append('\n');
  }
}
