package pageloom.markup;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import pageloom.markup.Finding.Kind;

/// Colours come from the theme's tokens: a class that names another one would survive a change of
/// theme, or show nothing at all.
final class StyleCheck implements Check {
  private static final Pattern COLOURED =
      Pattern.compile(
          "(bg|text|fill|stroke|border(?:-[trblxyse])?|divide|outline|ring|ring-offset|inset-ring"
              + "|decoration|accent|caret|placeholder|shadow|inset-shadow|drop-shadow|from|via|to)"
              + "-(.+)");
  private static final Pattern PALETTE =
      Pattern.compile(
          "(?:slate|gray|grey|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal"
              + "|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose|mauve|olive|mist|taupe)"
              + "-\\d{2,3}|white|black");
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?:primary|secondary|background|foreground|destructive|success|warning|danger|info"
              + "|neutral)(?:-[a-z0-9]+)*|base-(?:\\d{2,3}|content)"
              + "|(?:surface|subtle|card|ink|muted|line|brand|tint|accent|inverse)"
              + "-(?:\\d{2,3}|foreground|content|light|dark|hover|strong|soft)");
  private static final Pattern RAW =
      Pattern.compile(
          "#[0-9a-f]{3,8}(?![0-9a-z-])"
              + "|(?<![a-z-])(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\\(");
  private static final Pattern PROPERTY =
      Pattern.compile("\\[(?:[a-z-]*color|background|fill|stroke):(.*)]");
  private static final Pattern BARE = Pattern.compile("\\[(?:color:)?([a-z]+)]");
  private static final Set<String> NEUTRAL =
      Set.of("transparent", "currentcolor", "inherit", "initial", "unset", "none", "auto");

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
      Utility.of(e).forEach(u -> look(u, e, sink));
    }
  }

  private static void look(Utility utility, Element e, Sink sink) {
    if (raw(utility)) {
      sink.found(
          Kind.RAW_COLOUR,
          Fragment.line(e),
          "The class "
              + Sink.shortened(utility.written())
              + " is no colour of the theme: use "
              + instead(utility));
    } else if ((":" + utility.variants() + ":").contains(":dark:")) {
      sink.found(
          Kind.RAW_COLOUR,
          Fragment.line(e),
          "The class "
              + Sink.shortened(utility.written())
              + " has a dark: variant: leave it out, every token has its dark colour already");
    }
  }

  private static boolean raw(Utility utility) {
    Matcher coloured = COLOURED.matcher(utility.name());
    if (coloured.matches()) {
      String value = coloured.group(2);
      if (PALETTE.matcher(value).matches() || FOREIGN.matcher(value).matches()) {
        return true;
      }
      Matcher bare = BARE.matcher(value);
      if (bare.matches() && !NEUTRAL.contains(bare.group(1))) {
        return true;
      }
    }
    Matcher property = PROPERTY.matcher(utility.name());
    if (property.matches()) {
      String value = property.group(1);
      return !value.startsWith("var(--") && !value.startsWith("url(") && !NEUTRAL.contains(value);
    }
    return utility.name().indexOf('[') >= 0 && RAW.matcher(utility.name()).find();
  }

  private static String instead(Utility utility) {
    return switch (utility.name().replaceFirst("[-\\[].*", "")) {
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
