package pageloom.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Raw markup as a browser would read it. Confined to one check run.
final class Fragment {
  private static final Sieve MARK =
      new Sieve(
          "(?iu)\\b(?:samples?|examples?|placeholders?|illustrative|stand-?ins?|figures to come"
              + "|ejemplos?|de muestra|beispiele?|beispiel\\w{0,20}|muster\\w{0,20}|exemples?"
              + "|exemplos?|esemp(?:io|i))\\b|サンプル|示例|样本|見本");
  private static final int MAX_MARK = 60;
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Set<String> UNMARKING =
      Set.of("a", "button", "summary", "option", "label", "title", "script", "style");

  private final Element body;
  private final List<Element> elements = new ArrayList<>();
  private final List<Given> attributes = new ArrayList<>();
  private final List<Comment> comments = new ArrayList<>();
  private final VisibleText spoken;
  private final VisibleText seen;
  private final Stated stated;
  private final boolean sample;

  /// An attribute of an element.
  ///
  /// @param key its name as it is written
  /// @param name its name in lower case
  record Given(Element element, String key, String name, String value) {}

  Fragment(Element body, FindingsContext context) {
    this.body = body;
    body.traverse((node, depth) -> {
      if (depth > 0 && node instanceof Element e) {
        elements.add(e);
        for (Attribute a : e.attributes()) {
          String key = a.getKey();
          attributes.add(new Given(e, key, key.toLowerCase(Locale.ROOT), a.getValue()));
        }
      } else if (node instanceof Comment c) {
        comments.add(c);
      }
    });
    spoken = VisibleText.spoken(body);
    seen = VisibleText.seen(body);
    stated = new Stated(context.stated());
    sample = elements.stream().anyMatch(Fragment::isMark);
  }

  /// What stands at the top, blank text left out.
  List<Node> roots() {
    return body.childNodes().stream()
        .filter(n -> n instanceof Element || (n instanceof TextNode t && !t.isBlank()))
        .toList();
  }

  Element body() {
    return body;
  }

  /// In the order of the source.
  List<Element> elements() {
    return elements;
  }

  List<Element> elements(String name) {
    return elements.stream().filter(e -> e.nameIs(name)).toList();
  }

  /// Of all elements, in the order of the source.
  List<Given> attributes() {
    return attributes;
  }

  List<Comment> comments() {
    return comments;
  }

  /// What a reader is told: without what is hidden from screen readers, with the labels that only
  /// these say.
  VisibleText spoken() {
    return spoken;
  }

  /// What a reader sees.
  VisibleText seen() {
    return seen;
  }

  Stated stated() {
    return stated;
  }

  /// Whether it says itself that what it shows stands in for the real thing.
  boolean saysSample() {
    return sample;
  }

  /// In the source, from 1; 0 where places were not kept.
  static int line(Node node) {
    return node.sourceRange().isTracked() ? node.sourceRange().start().lineNumber() : 0;
  }

  static boolean isHeading(Element e) {
    return HEADINGS.contains(e.normalName());
  }

  /// A short line of its own, seen by all, which is neither a heading nor something to press.
  private static boolean isMark(Element e) {
    if (isHeading(e) || UNMARKING.contains(e.normalName())) {
      return false;
    }
    String text = e.ownText();
    return !text.isEmpty()
        && text.length() <= MAX_MARK
        && MARK.in(text)
        && !e.hasClass("sr-only")
        && !e.hasClass("hidden");
  }
}
