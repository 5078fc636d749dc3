package pageloom.markup;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
    for (Fragment.Given a : fragment.attributes()) {
      if (PAINTS.contains(a.name()) && !isAllowed(a)) {
        sink.found(
            Kind.RAW_COLOUR,
            Fragment.line(a.element()),
            a.key()
                + "="
                + Sink.quoted(a.value())
                + " is no colour of the theme: use currentColor, none, or a class such as"
                + " fill-brand or stroke-line");
      }
    }
  }

  private static boolean isAllowed(Fragment.Given a) {
    String value = a.value().strip().toLowerCase(Locale.ROOT);
    return value.isEmpty()
        || ALLOWED.matcher(value).matches()
        || a.element().closest("mask, clipPath") != null;
  }
}
