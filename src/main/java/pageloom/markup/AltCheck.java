package pageloom.markup;

import org.jsoup.nodes.Element;
import pageloom.markup.Finding.Kind;

/// Pictures say what they show, or that they show nothing.
final class AltCheck implements Check {
  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    for (Element e : fragment.elements()) {
      switch (e.normalName()) {
        case "img" -> {
          if (!e.hasAttr("alt")) {
            sink.found(
                Kind.MISSING_ALT,
                Fragment.line(e),
                "The <img> has no alt: describe it, or use alt=\"\" if it only decorates");
          }
        }
        case "svg" -> {
          boolean named =
              NameCheck.labelled(e) || e.children().stream().anyMatch(c -> c.nameIs("title"));
          if (e.attr("role").equals("img") && !named) {
            sink.found(
                Kind.MISSING_ALT,
                Fragment.line(e),
                "The <svg role=\"img\"> has no aria-label: describe it, or use aria-hidden=\"true\""
                    + " instead of the role if it only decorates");
          }
        }
        default -> {}
      }
    }
  }
}
