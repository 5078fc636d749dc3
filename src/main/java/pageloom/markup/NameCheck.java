package pageloom.markup;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;
import pageloom.markup.Finding.Kind;

/// What can be pressed or filled in says what it is for.
final class NameCheck implements Check {
  private static final Set<String> SELF_NAMED = Set.of("hidden", "submit", "reset", "button");

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    Set<String> labelled = new HashSet<>();
    fragment.elements("label").forEach(l -> labelled.add(l.attr("for")));
    for (Element e : fragment.elements()) {
      switch (e.normalName()) {
        case "a", "button", "summary" -> {
          if (!labelled(e) && !hasWords(e)) {
            sink.found(
                Kind.MISSING_NAME,
                Fragment.line(e),
                "A <"
                    + e.normalName()
                    + "> has no words: write what it does, or say it in an aria-label");
          }
        }
        case "input", "select", "textarea" -> {
          boolean named =
              labelled(e)
                  || SELF_NAMED.contains(e.attr("type"))
                  || (!e.id().isEmpty() && labelled.contains(e.id()))
                  || e.closest("label") != null;
          if (!named) {
            sink.found(
                Kind.MISSING_NAME,
                Fragment.line(e),
                "An <" + e.normalName() + "> has no label: add <label for=\"its id\">");
          }
        }
        default -> {}
      }
    }
  }

  static boolean labelled(Element e) {
    return !e.attr("aria-label").isBlank()
        || !e.attr("aria-labelledby").isBlank()
        || !e.attr("title").isBlank();
  }

  private static boolean hasWords(Element e) {
    return !e.text().isBlank()
        || !e.select("img[alt]:not([alt='']), [aria-label], svg > title").isEmpty()
        || e.closest("[aria-hidden=true]") != null;
  }
}
