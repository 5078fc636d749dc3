package pageloom.plan;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What `themes.json` holds: every choice a theme is made of. Values are CSS values of the custom
/// properties that the keys name without their `--pl-` prefix.
public record ThemeCatalogue(
    List<Palette> palettes, List<Option> types, List<Option> radii, List<Option> densities) {

  /// Named colours for both modes.
  public record Palette(
      String id, String label, Map<String, String> light, Map<String, String> dark) {
    public Palette {
      light = copy(light);
      dark = copy(dark);
    }
  }

  /// A choice that is the same in both modes.
  public record Option(String id, String label, Map<String, String> variables) {
    public Option {
      variables = copy(variables);
    }
  }

  public ThemeCatalogue {
    palettes = List.copyOf(palettes);
    types = List.copyOf(types);
    radii = List.copyOf(radii);
    densities = List.copyOf(densities);
  }

  /// In the file's order, which is that of the style rules.
  private static Map<String, String> copy(Map<String, String> values) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  static ThemeCatalogue read() {
    try (InputStream in =
            Objects.requireNonNull(
                ThemeCatalogue.class.getResourceAsStream("themes.json"), "themes.json");
        var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return new Gson().fromJson(reader, ThemeCatalogue.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
