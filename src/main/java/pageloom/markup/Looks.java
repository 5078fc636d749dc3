package pageloom.markup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What classes without variants say about how text looks.
///
/// @param text the text's colour
/// @param background the colour behind it
/// @param opacity from 0 to 1
/// @param size in CSS pixels, about; empty when they do not say
/// @param bold whether they make it bold
/// @param light whether they make it not bold
/// @param unseen whether nobody reads it
/// @param lifted whether it stands over what is around it
record Looks(
    Dye text,
    Dye background,
    double opacity,
    OptionalDouble size,
    boolean bold,
    boolean light,
    boolean unseen,
    boolean lifted) {

  /// A colour that classes name.
  ///
  /// @param open whether they leave open which one: another palette's, a gradient, two at once
  /// @param by the class with the token; empty when none names one
  record Dye(boolean open, Optional<Utility> by) {}

  static final double LARGE_PX = 24;
  private static final int MAX_PERCENT = 100;
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
  private static final Pattern LARGE = Pattern.compile("[2-9]xl");
  private static final Pattern LENGTH = Pattern.compile("\\[(\\d{1,4}(?:\\.\\d+)?)(px|rem|em)]");
  private static final Pattern CALCULATED = Pattern.compile("\\[(?:calc|clamp|length|min|max).*");
  private static final Pattern SHADE = Pattern.compile("[a-z]{3,8}-\\d{2,3}");
  private static final Pattern PERCENT = Pattern.compile("\\d{1,3}");
  private static final Pattern MIXED = Pattern.compile("linear|gradient|radial|conic|blend");
  private static final Set<String> BOLD = Set.of("font-bold", "font-extrabold", "font-black");
  private static final Set<String> LIGHT =
      Set.of("font-normal", "font-medium", "font-light", "font-semibold");

  static Looks of(List<Utility> classes) {
    List<Utility> always = classes.stream().filter(Utility::always).toList();
    return new Looks(
        dye(always, "text", u -> isOtherColour(u.after("text")) || u.name().equals("bg-clip-text")),
        dye(
            always,
            "bg",
            u -> isOtherColour(u.after("bg")) || MIXED.matcher(u.after("bg")).lookingAt()),
        opacity(always),
        size(always),
        has(always, BOLD),
        has(always, LIGHT),
        has(always, Set.of("sr-only", "hidden", "invisible")),
        has(always, Set.of("absolute", "fixed")));
  }

  /// What a whole number says as a percentage, 1 at most; empty when it is none.
  static OptionalDouble share(String percent) {
    return PERCENT.matcher(percent).matches()
        ? OptionalDouble.of(Math.min(MAX_PERCENT, Integer.parseInt(percent)) / 100.0)
        : OptionalDouble.empty();
  }

  private static Dye dye(List<Utility> classes, String prefix, Predicate<Utility> open) {
    List<Utility> tokens =
        classes.stream().filter(u -> Tokens.COLOURS.contains(u.after(prefix))).toList();
    return tokens.size() > 1 || classes.stream().anyMatch(open)
        ? new Dye(true, Optional.empty())
        : new Dye(false, tokens.stream().findFirst());
  }

  /// Another palette's colour, or one in brackets.
  private static boolean isOtherColour(String value) {
    if (value.startsWith("[")) {
      return !LENGTH.matcher(value).matches() && !CALCULATED.matcher(value).matches();
    }
    return value.equals("white") || value.equals("black") || SHADE.matcher(value).matches();
  }

  private static OptionalDouble size(List<Utility> classes) {
    OptionalDouble found = OptionalDouble.empty();
    for (Utility u : classes) {
      String value = u.after("text");
      Double named = SIZES.get(value);
      Matcher length = LENGTH.matcher(value);
      if (named != null) {
        found = OptionalDouble.of(named);
      } else if (LARGE.matcher(value).matches()) {
        found = OptionalDouble.of(LARGE_PX);
      } else if (length.matches()) {
        double number = Double.parseDouble(length.group(1));
        found = OptionalDouble.of(length.group(2).equals("px") ? number : number * 16);
      }
    }
    return found;
  }

  private static double opacity(List<Utility> classes) {
    double found = 1;
    for (Utility u : classes) {
      found = share(u.after("opacity")).orElse(found);
    }
    return found;
  }

  private static boolean has(List<Utility> classes, Set<String> names) {
    return classes.stream().anyMatch(u -> names.contains(u.name()));
  }
}
