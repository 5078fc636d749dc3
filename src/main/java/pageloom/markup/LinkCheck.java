package pageloom.markup;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import pageloom.markup.Finding.Kind;

/// Links lead somewhere: to a section of the page, to an id of the fragment, to a person, or to a
/// site that the person named.
final class LinkCheck implements Check {
  private static final Set<String> TO_TOP = Set.of("navigation", "footer");
  private static final Pattern TOP = Pattern.compile("(?iu).*\\b(?:top|home|start|up)\\b.*");
  private static final Pattern SITE =
      Pattern.compile("(?i)(?:https?:)?//(?:www\\.)?([^/?#:\\s]+).*");
  private static final Pattern PERSON = Pattern.compile("(?i)(?:mailto|tel|sms):\\S.*");
  private static final int MAX_NAMED = 12;

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    Set<String> ids = new HashSet<>(context.anchors());
    fragment.elements().forEach(e -> ids.add(e.id()));
    ids.add(context.anchor());
    ids.remove("");
    boolean home = TO_TOP.contains(context.kind());
    String targets =
        context.anchors().stream()
            .filter(a -> !a.equals(context.anchor()))
            .sorted()
            .limit(MAX_NAMED)
            .map(a -> "#" + a)
            .collect(Collectors.joining(", "));
    for (Element e : fragment.elements()) {
      if (e.nameIs("a")) {
        String href = e.attr("href").strip();
        boolean top = href.equals("#") || href.equals("#top");
        if (top && (home || TOP.matcher(e.text()).matches())) {
          home = home && TOP.matcher(e.text()).matches();
          continue;
        }
        if (!leads(href, ids, fragment)) {
          sink.found(
              Kind.DEAD_LINK,
              Fragment.line(e),
              (e.hasAttr("href") ? "href=" + Sink.quoted(href) : "A link without href")
                  + " leads nowhere: link to a section"
                  + (targets.isEmpty() ? "" : " (" + targets + ")")
                  + " or leave the link out");
        }
      }
      refers(e, "popovertarget", ids, sink);
      refers(e, "for", ids, sink);
      refers(e, "aria-labelledby", ids, sink);
      refers(e, "aria-controls", ids, sink);
    }
  }

  private static boolean leads(String href, Set<String> ids, Fragment fragment) {
    if (href.startsWith("#")) {
      return ids.contains(href.substring(1));
    }
    var site = SITE.matcher(href);
    if (site.matches()) {
      return fragment.stated().says(site.group(1));
    }
    // What runs is another check's.
    return PERSON.matcher(href).matches() || HandlerCheck.runs(href);
  }

  private static void refers(Element e, String attribute, Set<String> ids, Sink sink) {
    if (!e.hasAttr(attribute)) {
      return;
    }
    for (String id : Characters.words(e.attr(attribute))) {
      if (!ids.contains(id)) {
        sink.found(
            Kind.DEAD_LINK,
            Fragment.line(e),
            attribute + "=" + Sink.quoted(id) + " names no id of the fragment: give it one");
      }
    }
  }
}
