package pageloom.plan;

import java.util.List;

/// The ids of the theme catalogue that a plan may name.
///
/// @param palettes ids of palettes, at least one
/// @param types ids of type pairings, at least one
public record ThemeChoices(List<String> palettes, List<String> types) {
  public static final List<String> MODES = List.of("light", "dark", "auto");
  public static final List<String> RADII = List.of("none", "soft", "round");
  public static final List<String> DENSITIES = List.of("compact", "normal", "airy");

  public ThemeChoices {
    palettes = List.copyOf(palettes);
    types = List.copyOf(types);
    if (palettes.isEmpty() || types.isEmpty())
      throw new IllegalArgumentException("a theme needs a palette and a type pairing");
  }
}
