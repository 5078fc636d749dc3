package pageloom.markup;

/// The canonical serialisation of a tree: one line, double quotes, no optional tag left out.
final class HtmlWriter {
  private final StringBuilder out = new StringBuilder();

  private HtmlWriter() {}

  static String write(Node node) {
    var writer = new HtmlWriter();
    writer.node(node);
    return writer.out.toString();
  }

  private void node(Node node) {
    switch (node) {
      case Node.Text(String text) -> HtmlText.append(out, text, false);
      case Node.Element element -> {
        out.append('<').append(element.name());
        element
            .attributes()
            .forEach((name, value) -> {
              out.append(' ').append(name).append("=\"");
              HtmlText.append(out, value, true);
              out.append('"');
            });
        out.append('>');
        element.children().forEach(this::node);
        if (!element.isVoid()) {
          out.append("</").append(element.name()).append('>');
        }
      }
    }
  }
}
