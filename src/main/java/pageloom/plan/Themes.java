package pageloom.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The built-in themes: palettes, type pairings, corner radii and densities, and what a choice of
/// them means in CSS. Immutable, loaded on first use.
public final class Themes {
  private static final ThemeCatalogue CATALOGUE = ThemeCatalogue.read();
  private static final String PREFIX = "--pl-";

  private Themes() {}

  /// Everything that a theme can be made of.
  public static ThemeCatalogue catalogue() {
    return CATALOGUE;
  }

  /// Ids of the palettes.
  public static List<String> palettes() {
    return ids(CATALOGUE.palettes(), ThemeCatalogue.Palette::id);
  }

  /// Ids of the type pairings.
  public static List<String> types() {
    return ids(CATALOGUE.types(), ThemeCatalogue.Option::id);
  }

  /// Ids of the corner radii.
  public static List<String> radii() {
    return ids(CATALOGUE.radii(), ThemeCatalogue.Option::id);
  }

  /// Ids of the densities.
  public static List<String> densities() {
    return ids(CATALOGUE.densities(), ThemeCatalogue.Option::id);
  }

  /// `light`, `dark` and `auto`, which follows the reader's system.
  public static List<String> modes() {
    return List.of("light", "dark", "auto");
  }

  /// What a theme sets the custom properties to.
  ///
  /// @throws UnknownChoice if a part of the theme is not in the catalogue
  public static ThemeVariables variables(Theme theme) {
    choose(modes(), m -> m, "mode", theme.mode());
    ThemeCatalogue.Palette palette =
        choose(CATALOGUE.palettes(), ThemeCatalogue.Palette::id, "palette", theme.palette());
    Map<String, String> light = new LinkedHashMap<>();
    putAll(light, palette.light());
    light.put(PREFIX + "shadow", palette.light().getOrDefault("ink", "#000000"));
    putAll(light, option(CATALOGUE.types(), "type", theme.type()));
    putAll(light, option(CATALOGUE.radii(), "radius", theme.radius()));
    putAll(light, option(CATALOGUE.densities(), "density", theme.density()));
    Map<String, String> dark = new LinkedHashMap<>();
    putAll(dark, palette.dark());
    dark.put(PREFIX + "shadow", "#000000");
    return new ThemeVariables(light, dark);
  }

  /// The style rules that give the variables their values. A root without `data-mode` follows the
  /// theme's mode; `data-mode="light"`, `"dark"` or `"auto"` on it overrides that.
  ///
  /// @throws UnknownChoice if a part of the theme is not in the catalogue
  public static String rootCss(Theme theme) {
    ThemeVariables variables = variables(theme);
    String dark = "color-scheme:dark;" + declarations(variables.dark());
    String auto =
        "auto".equals(theme.mode()) ? ":root:not([data-mode=light])" : ":root[data-mode=auto]";
    String byDefault =
        "dark".equals(theme.mode())
            ? ":root:not([data-mode=light],[data-mode=auto])"
            : ":root[data-mode=dark]";
    return ":root{color-scheme:light;"
        + declarations(variables.light())
        + "}\n"
        + byDefault
        + "{"
        + dark
        + "}\n@media (prefers-color-scheme:dark){"
        + auto
        + "{"
        + dark
        + "}}\n";
  }

  private static String declarations(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(e -> e.getKey() + ":" + e.getValue())
        .collect(Collectors.joining(";"));
  }

  private static void putAll(Map<String, String> to, Map<String, String> from) {
    from.forEach((name, value) -> to.put(PREFIX + name, value));
  }

  private static Map<String, String> option(
      List<ThemeCatalogue.Option> options, String field, String id) {
    return choose(options, ThemeCatalogue.Option::id, field, id).variables();
  }

  private static <T> T choose(List<T> from, Function<T, String> id, String field, String wanted) {
    return from.stream()
        .filter(t -> id.apply(t).equals(wanted))
        .findFirst()
        .orElseThrow(() -> new UnknownChoice(field, ids(from, id)));
  }

  private static <T> List<String> ids(List<T> from, Function<T, String> id) {
    return from.stream().map(id).toList();
  }
}
