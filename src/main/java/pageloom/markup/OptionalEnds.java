package pageloom.markup;

import java.util.Map;
import java.util.Set;

/// Elements that end without an end tag, and what ends them (HTML, "Optional tags", and the tree
/// construction rules for `p`).
final class OptionalEnds {
  private static final Set<String> ELEMENTS =
      Set.of(
          "li",
          "dt",
          "dd",
          "p",
          "option",
          "optgroup",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "td",
          "th",
          "colgroup",
          "caption",
          "rt",
          "rp");

  /// Elements that a start tag ends, and where the search for them stops.
  record Ends(Set<String> elements, Set<String> limits) {}

  private static final Ends CELL = new Ends(Set.of("td", "th"), Set.of("tr", "table"));
  private static final Ends GROUP =
      new Ends(
          Set.of("thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup"),
          Set.of("table"));
  private static final Ends TERM = new Ends(Set.of("dt", "dd"), Set.of("dl"));
  private static final Ends RUBY = new Ends(Set.of("rt", "rp"), Set.of("ruby"));
  private static final Ends PARAGRAPH =
      new Ends(
          Set.of("p"),
          Set.of("button", "caption", "table", "td", "th", "object", "template", "foreignobject"));

  private static final Map<String, Ends> ENDED =
      Map.ofEntries(
          Map.entry("li", new Ends(Set.of("li"), Set.of("ul", "ol", "menu"))),
          Map.entry("dt", TERM),
          Map.entry("dd", TERM),
          Map.entry("option", new Ends(Set.of("option"), Set.of("select", "datalist", "optgroup"))),
          Map.entry(
              "optgroup", new Ends(Set.of("option", "optgroup"), Set.of("select", "datalist"))),
          Map.entry(
              "tr",
              new Ends(
                  Set.of("tr", "td", "th", "caption", "colgroup"),
                  Set.of("table", "thead", "tbody", "tfoot"))),
          Map.entry("td", CELL),
          Map.entry("th", CELL),
          Map.entry("thead", GROUP),
          Map.entry("tbody", GROUP),
          Map.entry("tfoot", GROUP),
          Map.entry("rt", RUBY),
          Map.entry("rp", RUBY));

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "aside",
          "blockquote",
          "center",
          "dd",
          "details",
          "dialog",
          "dir",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hgroup",
          "hr",
          "li",
          "main",
          "menu",
          "nav",
          "ol",
          "p",
          "pre",
          "search",
          "section",
          "summary",
          "table",
          "ul");
  private static final Ends NOTHING = new Ends(Set.of(), Set.of());

  private OptionalEnds() {}

  static boolean mayStayOpen(String element) {
    return ELEMENTS.contains(element);
  }

  static boolean endsParagraph(String element) {
    return BLOCKS.contains(element);
  }

  static Ends paragraph() {
    return PARAGRAPH;
  }

  static Ends endedBy(String element) {
    return ENDED.getOrDefault(element, NOTHING);
  }
}
