package pageloom.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import pageloom.markup.Finding.Kind;

/// Text has the contrast of WCAG's level AA with its background, wherever classes alone tell both:
/// a picture, a gradient or something laid over it leaves the answer open, and an open answer is no
/// finding.
final class ContrastCheck implements Check {
  private static final Pattern SHARE = Pattern.compile("/.*");
  private static final double NORMAL = 4.5;
  private static final double LARGE = 3.0;
  private static final int MAX_ROW = 40;

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    Map<String, Colour> colours = new HashMap<>();
    for (String token : Tokens.COLOURS) {
      String hex =
          context
              .colours()
              .getOrDefault(token, context.colours().getOrDefault("--pl-" + token, ""));
      Colour.of(hex).ifPresent(c -> colours.put(token, c));
    }
    Colour ink = colours.get("ink");
    Colour surface = colours.get("surface");
    if (ink == null || surface == null) {
      return;
    }
    Set<Element> laidOver = laidOver(fragment);
    Deque<Surface> open = new ArrayDeque<>();
    open.push(Surface.page(ink, surface));
    fragment
        .body()
        .traverse(
            new NodeVisitor() {
              @Override
              public void head(Node node, int depth) {
                if (node instanceof Element e) {
                  open.push(open.element().inside(e, laidOver, colours));
                } else if (node instanceof TextNode t && !t.isBlank()) {
                  look(open.element(), t, sink);
                }
              }

              @Override
              public void tail(Node node, int depth) {
                if (node instanceof Element) {
                  open.pop();
                }
              }
            });
  }

  /// Elements whose place a sibling covers.
  private static Set<Element> laidOver(Fragment fragment) {
    Set<Element> laidOver = new HashSet<>();
    for (Element e : fragment.elements()) {
      Element parent = e.parent();
      if (ClassList.of(e.attr("class")).cover()
          && parent != null
          && parent.childrenSize() <= MAX_ROW) {
        parent.children().stream().filter(s -> !s.equals(e)).forEach(laidOver::add);
      }
    }
    return laidOver;
  }

  private static void look(Surface surface, TextNode text, Sink sink) {
    double contrast = surface.contrast();
    double needed = surface.large() ? LARGE : NORMAL;
    if (contrast < needed) {
      sink.found(
          Kind.LOW_CONTRAST,
          Fragment.line(text),
          "text-"
              + surface.textName()
              + " on bg-"
              + surface.backgroundName()
              + " has a contrast of "
              + tenths(contrast)
              + ":1 and needs "
              + tenths(needed)
              + ":1: use "
              + Tokens.textFor(SHARE.matcher(surface.backgroundName()).replaceFirst("")));
    }
  }

  /// Rounded down: 4.47 is not 4.5.
  private static String tenths(double ratio) {
    return String.valueOf(Math.floor(ratio * 10) / 10);
  }
}
