package pageloom.markup;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import pageloom.markup.Finding.Kind;

/// Colours come from the theme's tokens: a class that names another one would survive a change of
/// theme, or show nothing at all.
final class StyleCheck implements Check {
  private static final Pattern DETAIL = Pattern.compile("[-\\[].*");

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    for (Element e : fragment.elements()) {
      if (e.hasAttr("style")) {
        sink.found(
            Kind.STYLE,
            Fragment.line(e),
            "<"
                + Sink.shortened(e.normalName())
                + "> has a style attribute, which is taken out: use utility classes over the"
                + " tokens");
      }
      ClassList.of(e).strange().forEach(u -> look(u, e, sink));
    }
  }

  private static void look(Utility utility, Element e, Sink sink) {
    if (utility.foreign()) {
      sink.found(
          Kind.RAW_COLOUR,
          Fragment.line(e),
          "The class "
              + Sink.shortened(utility.written())
              + " is no colour of the theme: use "
              + instead(utility));
    } else {
      sink.found(
          Kind.RAW_COLOUR,
          Fragment.line(e),
          "The class "
              + Sink.shortened(utility.written())
              + " has a dark: variant: leave it out, every token has its dark colour already");
    }
  }

  private static String instead(Utility utility) {
    return switch (DETAIL.matcher(utility.name()).replaceFirst("")) {
      case "text", "placeholder", "caret" ->
          "text-ink, text-muted, text-brand-ink, or the text-on-... of the background";
      case "border", "divide", "ring", "outline" -> "border-line, border-ink or border-brand";
      case "shadow", "drop" -> "shadow-card";
      case "fill" -> "fill-current, fill-brand, fill-tint or fill-accent";
      case "stroke" -> "stroke-current, stroke-line or stroke-brand";
      default ->
          "bg-surface, bg-subtle, bg-card, bg-tint, bg-brand, bg-accent or bg-inverse, with the"
              + " text colour made for it";
    };
  }
}
