package pageloom.markup;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// A fragment as its author wrote it, parsed at most once for whoever looks at it and for whoever
/// cleans it, by the parsing rules of browsers as the content of a `body`. One owner.
public final class RawMarkup {
  private final String text;
  private @Nullable Element body;

  /// @param text anything
  public RawMarkup(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /// What it says, in a `body`. Whoever is given it may not change it.
  Element body() {
    Element known = body;
    if (known == null) {
      known = parsed(false);
      body = known;
    }
    return known;
  }

  /// The same, and each node knows its place in the text, which makes parsing half as slow again.
  Element bodyWithPlaces() {
    return parsed(true);
  }

  private Element parsed(boolean places) {
    // More than is allowed, so that too deep is seen; the parser flattens what is deeper still.
    Parser parser =
        Parser.htmlParser().setMaxDepth(FragmentParser.MAX_DEPTH + 16).setTrackPosition(places);
    Element into = Document.createShell("").body();
    List<Node> nodes = parser.parseFragmentInput(text, into, "");
    return into.appendChildren(nodes);
  }
}
