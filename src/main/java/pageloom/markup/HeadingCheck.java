package pageloom.markup;

import org.jsoup.nodes.Element;
import pageloom.markup.Finding.Kind;

/// The hero has the page's one `h1`, every other section begins at `h2`, and no level is skipped on
/// the way down.
final class HeadingCheck implements Check {
  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    boolean hero = context.kind().equals("hero");
    int before = hero ? 0 : 1;
    int first = 0;
    for (Element e : fragment.elements()) {
      if (!Fragment.isHeading(e)) {
        continue;
      }
      int level = e.normalName().charAt(1) - '0';
      if (level == 1 && !hero) {
        sink.found(
            Kind.HEADING_ORDER,
            Fragment.line(e),
            "<h1> belongs to the hero alone: make the title of this section an <h2>");
      } else if (level == 1 && ++first > 1) {
        sink.found(
            Kind.HEADING_ORDER,
            Fragment.line(e),
            "There is a second <h1>: a page has one, make this an <h2>");
      } else if (level > before + 1) {
        sink.found(
            Kind.HEADING_ORDER,
            Fragment.line(e),
            "<h"
                + level
                + "> comes "
                + (before == (hero ? 0 : 1) && first == 0 ? "first" : "after <h" + before + ">")
                + ": the next heading here is <h"
                + (before + 1)
                + ">");
      }
      if (e.text().isBlank() && e.select("img[alt], svg[aria-label]").isEmpty()) {
        sink.found(
            Kind.HEADING_ORDER,
            Fragment.line(e),
            "An <h" + level + "> is empty: give it words or take it away");
      }
      before = level;
    }
    if (hero && first == 0) {
      sink.found(Kind.HEADING_ORDER, "The hero has no <h1>: make its title the page's <h1>");
    }
  }
}
