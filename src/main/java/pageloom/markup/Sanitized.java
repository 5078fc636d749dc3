package pageloom.markup;

import java.util.List;

/// What the sanitizer lets through, and what it took out. Immutable.
public final class Sanitized {
  private final String html;
  private final List<String> removed;
  private final List<Node> parsed;

  /// @param parsed what a parser reads in the HTML
  Sanitized(String html, List<String> removed, List<Node> parsed) {
    this.html = html;
    this.removed = List.copyOf(removed);
    this.parsed = List.copyOf(parsed);
  }

  /// One root element whose id is the section's anchor; sanitizing it again changes nothing.
  public String html() {
    return html;
  }

  /// What was taken out, each kind once, e.g. `<script>` or `onclick on <button>`; never a value.
  public List<String> removed() {
    return removed;
  }

  List<Node> parsed() {
    return parsed;
  }
}
