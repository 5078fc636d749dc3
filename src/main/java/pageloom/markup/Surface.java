package pageloom.markup;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
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

  private static final double LARGE_BOLD_PX = 18.66;
  private static final Set<String> SILENT =
      Set.of("svg", "math", "script", "style", "template", "img", "video", "option", "select");

  static Surface page(Colour ink, Colour surface) {
    return new Surface(new Paint("ink", ink), new Paint("surface", surface), 1, 16, false, false);
  }

  /// What holds inside a child of the element that this holds in.
  ///
  /// @param laidOver elements whose place a sibling covers
  Surface inside(Element e, Set<Element> laidOver, Map<String, Colour> colours) {
    Looks looks = ClassList.of(e).looks();
    boolean lifted = looks.lifted() || laidOver.contains(e);
    Paint below = lifted ? null : background;
    Paint behind = painted(looks.background(), below, below, colours);
    return new Surface(
        painted(looks.text(), text, behind, colours),
        behind,
        opacity * looks.opacity(),
        looks.size().orElse(size),
        looks.bold() || (bold && !looks.light()),
        hidden
            || looks.unseen()
            || SILENT.contains(e.normalName())
            || e.attr("aria-hidden").equals("true"));
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
    return size >= Looks.LARGE_PX || (bold && size >= LARGE_BOLD_PX);
  }

  /// What a colour that classes name comes to; null where nobody can say.
  ///
  /// @param otherwise what holds when they name none
  /// @param below what is behind it
  private static @Nullable Paint painted(
      Looks.Dye dye,
      @Nullable Paint otherwise,
      @Nullable Paint below,
      Map<String, Colour> colours) {
    if (dye.open()) {
      return null;
    }
    Utility by = dye.by().orElse(null);
    if (by == null) {
      return otherwise;
    }
    String token = by.name().substring(by.name().indexOf('-') + 1);
    Colour colour = colours.get(token);
    if (colour == null || by.opacity().isEmpty()) {
      return colour == null ? null : new Paint(token, colour);
    }
    OptionalDouble alpha = Looks.share(by.opacity());
    if (below == null || alpha.isEmpty()) {
      return null;
    }
    return new Paint(token + "/" + by.opacity(), colour.over(below.colour(), alpha.getAsDouble()));
  }
}
