package pageloom.markup;

import java.util.LinkedHashMap;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import pageloom.markup.Finding.Kind;

/// Elements that the sanitizer takes out: better to have them written otherwise than to lose them.
final class ElementCheck implements Check {
  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    for (Element e : fragment.elements()) {
      String name = e.normalName();
      if (name.equals("script")) {
        sink.found(
            Kind.SCRIPT,
            Fragment.line(e),
            "There is a <script>: scripts never run; build what opens or switches with <details>,"
                + " popover, :target or :has variants");
      } else if (name.equals("style")) {
        sink.found(
            Kind.STYLE,
            Fragment.line(e),
            "There is a <style>: use utility classes over the tokens");
      } else if (verdict(e) != AllowedElements.Verdict.KEEP) {
        sink.found(
            Kind.FORBIDDEN_ELEMENT,
            Fragment.line(e),
            "<"
                + Sink.shortened(name)
                + "> is not allowed: say it with plain HTML or inline <svg>");
      }
    }
  }

  private static AllowedElements.Verdict verdict(Element e) {
    Node.Space space =
        switch (e.tag().namespace()) {
          case Parser.NamespaceHtml -> Node.Space.HTML;
          case Parser.NamespaceSvg -> Node.Space.SVG;
          default -> Node.Space.OTHER;
        };
    return AllowedElements.of(
        new Node.Element(space, e.tagName(), new LinkedHashMap<>(), List.of()));
  }
}
