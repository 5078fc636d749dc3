package pageloom.markup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// How text looks at one place of the tree, as far as classes without variants tell: its colour,
/// what is behind it, its size. Immutable.
///
/// @param text null where nobody can say
/// @param background null where nobody can say
/// @param opacity of the text, from 0 to 1
/// @param size in CSS pixels, about
/// @param hidden whether nobody reads it
record Surface(
    @Nullable Paint text,
    @Nullable Paint background,
    double opacity,
    double size,
    boolean bold,
    boolean hidden) {

  /// A colour and how the classes spell it.
  record Paint(String name, Colour colour) {}

  private static final double LARGE_PX = 24;
  private static final double LARGE_BOLD_PX = 18.66;
  private static final Map<String, Double> SIZES =
      Map.ofEntries(
          Map.entry("xs", 12.0),
          Map.entry("sm", 14.0),
          Map.entry("base", 16.0),
          Map.entry("lg", 18.0),
          Map.entry("xl", 20.0),
          Map.entry("heading", 20.0),
          Map.entry("eyebrow", 13.0),
          Map.entry("title", 32.0),
          Map.entry("figure", 40.0),
          Map.entry("hero", 42.0),
          Map.entry("giant", 56.0));
  private static final Pattern LENGTH = Pattern.compile("\\[(\\d{1,4}(?:\\.\\d+)?)(px|rem|em)]");
  private static final Set<String> SILENT =
      Set.of("svg", "math", "script", "style", "template", "img", "video", "option", "select");
  private static final Set<String> BOLD = Set.of("font-bold", "font-extrabold", "font-black");
  private static final Set<String> LIGHT =
      Set.of("font-normal", "font-medium", "font-light", "font-semibold");
  private static final Set<String> COVERS =
      Set.of("inset-0", "size-full", "inset-x-0", "inset-y-0", "-z-10", "-inset-1");

  static Surface page(Colour ink, Colour surface) {
    return new Surface(new Paint("ink", ink), new Paint("surface", surface), 1, 16, false, false);
  }

  /// What holds inside a child of the element that this holds in.
  Surface inside(Element e, Map<String, Colour> colours) {
    List<Utility> classes = Utility.of(e).filter(Utility::always).toList();
    boolean unseen =
        hidden
            || SILENT.contains(e.normalName())
            || e.attr("aria-hidden").equals("true")
            || has(classes, Set.of("sr-only", "hidden", "invisible"));
    boolean lifted = has(classes, Set.of("absolute", "fixed")) || laidOver(e);
    Paint behind = background(classes, lifted ? null : background, colours);
    double opaque = opacity * opacity(classes);
    Paint paint = text(classes, behind, colours);
    return new Surface(
        paint,
        behind,
        opaque,
        size(classes),
        has(classes, BOLD) || (bold && !has(classes, LIGHT)),
        unseen);
  }

  /// The contrast ratio, or the highest there is where it is not known.
  double contrast() {
    Paint front = text;
    Paint back = background;
    if (hidden || front == null || back == null || opacity <= 0) {
      return Double.MAX_VALUE;
    }
    return front.colour().over(back.colour(), opacity).contrast(back.colour());
  }

  String textName() {
    return text == null ? "" : text.name();
  }

  String backgroundName() {
    return background == null ? "" : background.name();
  }

  boolean large() {
    return size >= LARGE_PX || (bold && size >= LARGE_BOLD_PX);
  }

  private @Nullable Paint text(
      List<Utility> classes, @Nullable Paint behind, Map<String, Colour> colours) {
    Paint found = text;
    int count = 0;
    for (Utility u : classes) {
      String value = u.after("text");
      if (Tokens.COLOURS.contains(value)) {
        Optional<Paint> paint = paint(u, value, colours, behind);
        found = paint.orElse(null);
        count++;
      } else if (isOtherColour(value)) {
        return null;
      } else if (u.name().equals("bg-clip-text")) {
        return null;
      }
    }
    return count > 1 ? null : found;
  }

  private static @Nullable Paint background(
      List<Utility> classes, @Nullable Paint behind, Map<String, Colour> colours) {
    Paint found = behind;
    int count = 0;
    for (Utility u : classes) {
      String value = u.after("bg");
      if (Tokens.COLOURS.contains(value)) {
        found = paint(u, value, colours, behind).orElse(null);
        count++;
      } else if (value.startsWith("linear")
          || value.startsWith("gradient")
          || value.startsWith("radial")
          || value.startsWith("conic")
          || value.startsWith("blend")
          || isOtherColour(value)) {
        return null;
      }
    }
    return count > 1 ? null : found;
  }

  /// Another palette's colour, or one in brackets.
  private static boolean isOtherColour(String value) {
    if (value.startsWith("[")) {
      return !LENGTH.matcher(value).matches()
          && !value.matches("\\[(?:calc|clamp|length|min|max).*");
    }
    return value.equals("white") || value.equals("black") || value.matches("[a-z]{3,8}-\\d{2,3}");
  }

  private static Optional<Paint> paint(
      Utility u, String token, Map<String, Colour> colours, @Nullable Paint below) {
    Colour colour = colours.get(token);
    if (colour == null) {
      return Optional.empty();
    }
    if (u.opacity().isEmpty()) {
      return Optional.of(new Paint(token, colour));
    }
    if (below == null || !u.opacity().matches("\\d{1,3}")) {
      return Optional.empty();
    }
    double alpha = Math.min(100, Integer.parseInt(u.opacity())) / 100.0;
    return Optional.of(new Paint(token + "/" + u.opacity(), colour.over(below.colour(), alpha)));
  }

  private double size(List<Utility> classes) {
    double found = size;
    for (Utility u : classes) {
      String value = u.after("text");
      Matcher length = LENGTH.matcher(value);
      if (SIZES.containsKey(value)) {
        found = SIZES.getOrDefault(value, found);
      } else if (value.matches("[2-9]xl")) {
        found = LARGE_PX;
      } else if (length.matches()) {
        double number = Double.parseDouble(length.group(1));
        found = length.group(2).equals("px") ? number : number * 16;
      }
    }
    return found;
  }

  private static double opacity(List<Utility> classes) {
    double found = 1;
    for (Utility u : classes) {
      String value = u.after("opacity");
      if (value.matches("\\d{1,3}")) {
        found = Math.min(100, Integer.parseInt(value)) / 100.0;
      }
    }
    return found;
  }

  /// Whether a sibling covers the place that both have.
  private static boolean laidOver(Element e) {
    Element parent = e.parent();
    if (parent == null || parent.childrenSize() > 40) {
      return false;
    }
    for (Element sibling : parent.children()) {
      if (!sibling.equals(e)
          && (sibling.hasClass("absolute") || sibling.hasClass("fixed"))
          && COVERS.stream().anyMatch(sibling::hasClass)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(List<Utility> classes, Set<String> names) {
    return classes.stream().anyMatch(u -> names.contains(u.name()));
  }
}
