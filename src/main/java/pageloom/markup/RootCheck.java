package pageloom.markup;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import pageloom.markup.Finding.Kind;

/// A section is one element, of the sort that its kind calls for, with the section's anchor as id.
final class RootCheck implements Check {
  private static final int MAX_NAMED = 4;

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    List<Node> roots = fragment.roots();
    String wanted = wanted(context.kind());
    String tag = "<" + wanted + " id=\"" + context.anchor() + "\">";
    if (roots.size() != 1 || !(roots.getFirst() instanceof Element root)) {
      sink.found(
          Kind.NOT_ONE_ROOT,
          roots.size() < 2 ? 0 : Fragment.line(roots.get(1)),
          roots.isEmpty()
              ? "There is no element: write the section as one " + tag
              : "The top holds " + named(roots) + ": put everything into one " + tag);
      return;
    }
    if (!allowed(context.kind()).contains(root.normalName())) {
      sink.found(
          Kind.WRONG_ROOT,
          Fragment.line(root),
          "The root is <" + Sink.shortened(root.normalName()) + ">: make it " + tag);
    }
    if (!root.id().equals(context.anchor())) {
      sink.found(
          Kind.WRONG_ID,
          Fragment.line(root),
          (root.id().isEmpty()
                  ? "The root has no id"
                  : "The id of the root is " + Sink.quoted(root.id()))
              + ": it must be id=\""
              + context.anchor()
              + "\"");
    }
  }

  /// The root element that a section of this kind has.
  static String wanted(String kind) {
    return switch (kind) {
      case "navigation" -> "nav";
      case "hero" -> "header";
      case "footer" -> "footer";
      default -> "section";
    };
  }

  private static Set<String> allowed(String kind) {
    return switch (kind) {
      case "navigation" -> Set.of("nav", "header");
      case "hero" -> Set.of("header", "section");
      case "footer" -> Set.of("footer");
      default -> Set.of("section");
    };
  }

  private static String named(List<Node> roots) {
    String names =
        roots.stream()
            .limit(MAX_NAMED)
            .map(n -> n instanceof Element e ? "<" + Sink.shortened(e.normalName()) + ">" : "text")
            .collect(Collectors.joining(", "));
    return roots.size() > MAX_NAMED
        ? names + " and " + (roots.size() - MAX_NAMED) + " more"
        : names;
  }
}
