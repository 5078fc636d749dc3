package pageloom.markup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import pageloom.markup.Finding.Kind;

/// Drawings are painted by token classes or in the colour of the text around them. Masks and clips
/// are no colours to anyone's eye.
final class PaintCheck implements Check {
  private static final Set<String> PAINTS =
      Set.of("fill", "stroke", "stop-color", "flood-color", "lighting-color", "color", "bgcolor");
  private static final Pattern ALLOWED =
      Pattern.compile(
          "none|currentcolor|transparent|inherit|context-fill|context-stroke|url\\(\\s*['\"]?#.*"
              + "|var\\(--(?:color|pl)-[a-z-]+\\)");

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    for (Element e : fragment.elements()) {
      for (Attribute a : e.attributes()) {
        if (!PAINTS.contains(a.getKey().toLowerCase(Locale.ROOT))) {
          continue;
        }
        String value = a.getValue().strip().toLowerCase(Locale.ROOT);
        if (!value.isEmpty()
            && !ALLOWED.matcher(value).matches()
            && e.closest("mask, clipPath") == null) {
          sink.found(
              Kind.RAW_COLOUR,
              Fragment.line(e),
              a.getKey()
                  + "="
                  + Sink.quoted(a.getValue())
                  + " is no colour of the theme: use currentColor, none, or a class such as"
                  + " fill-brand or stroke-line");
        }
      }
    }
  }
}
