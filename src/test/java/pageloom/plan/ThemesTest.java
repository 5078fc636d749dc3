package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ThemesTest {
  private static final List<List<String>> PAIRS = pairs();

  @Test
  void every_text_colour_reaches_4_5_to_1_on_every_ground_it_may_stand_on() {
    List<String> tooWeak = new ArrayList<>();
    for (String palette : Themes.palettes()) {
      ThemeVariables variables = Themes.variables(theme(palette, "light"));
      for (List<String> pair : PAIRS) {
        check(palette + " light", variables.light(), pair, tooWeak);
        check(palette + " dark", variables.dark(), pair, tooWeak);
      }
    }
    assertEquals(List.of(), tooWeak);
  }

  @Test
  void there_are_at_least_sixteen_palettes_and_six_type_pairings_and_no_two_alike() {
    assertTrue(Themes.palettes().size() >= 16);
    assertEquals(6, Themes.types().size());
    var brands = new HashSet<String>();
    Themes.palettes()
        .forEach(p -> brands.add(colour(Themes.variables(theme(p, "light")).light(), "brand")));
    assertEquals(Themes.palettes().size(), brands.size());
  }

  @Test
  void light_and_dark_name_the_same_colours() {
    for (String palette : Themes.palettes()) {
      ThemeVariables variables = Themes.variables(theme(palette, "auto"));
      assertTrue(variables.light().keySet().containsAll(variables.dark().keySet()), palette);
      assertEquals(16, variables.dark().size(), palette);
    }
  }

  @Test
  void no_palette_is_violet() {
    for (String palette : Themes.palettes()) {
      String brand = colour(Themes.variables(theme(palette, "light")).light(), "brand");
      float[] hsb = new float[3];
      int rgb = Integer.parseInt(brand.substring(1), 16);
      java.awt.Color.RGBtoHSB(rgb >> 16, rgb >> 8 & 255, rgb & 255, hsb);
      boolean violet = hsb[0] > 0.66 && hsb[0] < 0.9 && hsb[1] > 0.3;
      assertTrue(!violet, palette + " " + brand);
    }
  }

  @Test
  void an_unknown_part_names_its_field_and_what_is_there() {
    var e =
        assertThrows(
            UnknownChoice.class,
            () -> Themes.variables(new Theme("harbor", "light", "comic", "soft", "normal")));
    assertEquals("type", e.field());
    assertTrue(String.valueOf(e.getMessage()).contains("serif-display"));
  }

  @Test
  void the_root_follows_the_mode_of_the_theme_until_its_attribute_says_otherwise() {
    assertTrue(Themes.rootCss(theme("harbor", "light")).contains("\n:root[data-mode=dark]{"));
    assertTrue(
        Themes.rootCss(theme("harbor", "dark"))
            .contains("\n:root:not([data-mode=light],[data-mode=auto]){color-scheme:dark"));
    assertTrue(
        Themes.rootCss(theme("harbor", "auto"))
            .contains("(prefers-color-scheme:dark){:root:not([data-mode=light])"));
  }

  private static void check(
      String where, Map<String, String> colours, List<String> pair, List<String> tooWeak) {
    double contrast = contrast(colour(colours, pair.get(0)), colour(colours, pair.get(1)));
    if (contrast < 4.5) tooWeak.add(where + " " + pair + " " + contrast);
  }

  private static List<List<String>> pairs() {
    List<List<String>> pairs = new ArrayList<>();
    for (String text : List.of("ink", "muted", "brand-ink"))
      for (String ground : List.of("surface", "subtle", "card", "tint"))
        pairs.add(List.of(text, ground));
    pairs.add(List.of("on-brand", "brand"));
    pairs.add(List.of("on-accent", "accent"));
    pairs.add(List.of("on-inverse", "inverse"));
    pairs.add(List.of("on-inverse-muted", "inverse"));
    return pairs;
  }

  private static String colour(Map<String, String> colours, String name) {
    return Objects.requireNonNull(colours.get("--pl-" + name), name);
  }

  private static Theme theme(String palette, String mode) {
    return new Theme(palette, mode, "grotesk", "soft", "normal");
  }

  private static double contrast(String a, String b) {
    double la = luminance(a);
    double lb = luminance(b);
    return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
  }

  /// Relative luminance as WCAG 2.2 defines it.
  private static double luminance(String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    return 0.2126 * linear(rgb >> 16)
        + 0.7152 * linear(rgb >> 8 & 255)
        + 0.0722 * linear(rgb & 255);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
