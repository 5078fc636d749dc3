package pageloom.markup;

import java.util.Set;
import org.jsoup.nodes.Element;
import pageloom.markup.Finding.Kind;

/// Nothing is loaded: a fragment brings its own pictures, as markup.
final class ResourceCheck implements Check {
  private static final Set<String> LOADING =
      Set.of("src", "srcset", "poster", "background", "data", "lowsrc", "dynsrc");
  private static final Set<String> LOADING_BY_HREF = Set.of("image", "use", "feimage", "link");

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    for (Fragment.Given a : fragment.attributes()) {
      Element e = a.element();
      String element = e.normalName();
      String name = a.name();
      String value = a.value().strip();
      boolean loads =
          LOADING.contains(name)
              || ((name.equals("href") || name.equals("xlink:href"))
                  && LOADING_BY_HREF.contains(element)
                  && !value.startsWith("#"));
      if (loads && !value.startsWith("data:")) {
        found(sink, e, name + "=" + Sink.quoted(value) + " of <" + element + ">");
      } else if (name.equals("class") && value.contains("url(")) {
        found(sink, e, "url() in a class of <" + Sink.shortened(element) + ">");
      }
    }
  }

  private static void found(Sink sink, Element e, String what) {
    sink.found(
        Kind.REMOTE_RESOURCE,
        Fragment.line(e),
        what
            + " names a file that the page does not have: draw it as inline <svg> in token classes,"
            + " or leave it out");
  }
}
