package pageloom.markup;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Stands between every author and every reader: makes any text a section that can be shown.
///
/// Why its output is safe in any parser, not only in the one used here: every tag that it writes is
/// on the allow-list, with allowed attributes, whatever stands around it; no element that it writes
/// makes a parser read on as raw text, but `textarea`, which holds characters alone; angle brackets
/// occur in tags only. So a parser that nests the tags in another way still finds nothing else.
///
/// Parsing the output again gives the output: it is parsed, filtered and written until nothing
/// changes any more. Stateless; any thread.
public final class Sanitizer {
  /// Both of what comes in and of what goes out, in bytes of UTF-8.
  public static final int MAX_BYTES = 256 * 1024;

  /// Odd nesting is settled in two or three; what is not by then was made not to be.
  private static final int MAX_PASSES = 12;

  private static final Set<String> ROOTS =
      Set.of("section", "nav", "header", "footer", "main", "article", "aside", "div", "search");

  /// The one root element of a section, out of whatever an author wrote.
  ///
  /// @param html anything, as an author gave it
  /// @param anchor id of the section in its page: letters, digits and `-_.:` only
  /// @throws MarkupRejected when it is over [#MAX_BYTES], nested too deep, or does not settle
  public Sanitized sanitize(String html, String anchor) {
    return sanitize(new RawMarkup(html), anchor);
  }

  /// The same for markup that others look at too.
  ///
  /// @throws MarkupRejected as above
  public Sanitized sanitize(RawMarkup markup, String anchor) {
    if (!IdScope.isAnchor(anchor)) {
      throw new IllegalArgumentException("not an anchor: \"" + anchor + "\"");
    }
    var removals = new Removals();
    String before = limited(markup.text());
    List<Node> parsed = FragmentParser.tree(markup);
    for (int pass = 0; pass < MAX_PASSES; pass++) {
      String after = limited(once(parsed, anchor, removals));
      if (after.equals(before)) {
        return new Sanitized(after, removals.list(), parsed);
      }
      before = after;
      parsed = FragmentParser.parse(before);
    }
    throw new MarkupRejected("the elements are nested in a way that no parser reads back the same");
  }

  private static String once(List<Node> parsed, String anchor, Removals removals) {
    List<Node> copies = new AllowListWalk(removals).copy(parsed);
    Node.Element root = IdScope.apply(root(copies), anchor);
    return HtmlWriter.write(Whitespace.canonical(root));
  }

  private static Node.Element root(List<Node> nodes) {
    List<Node> seen =
        nodes.stream()
            .filter(n -> !(n instanceof Node.Text(String text) && Characters.isBlank(text)))
            .toList();
    return seen.size() == 1
            && seen.getFirst() instanceof Node.Element root
            && root.space() == Node.Space.HTML
            && ROOTS.contains(root.name())
        ? root
        : Node.Element.html("section", new LinkedHashMap<>(), nodes);
  }

  private static String limited(String html) {
    if (html.length() > MAX_BYTES
        || (html.length() > MAX_BYTES / 3
            && html.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES)) {
      throw new MarkupRejected("the markup is larger than " + MAX_BYTES / 1024 + " KiB");
    }
    return html;
  }
}
