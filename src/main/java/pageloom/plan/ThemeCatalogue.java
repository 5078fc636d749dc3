package pageloom.plan;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What `themes.json` holds: every choice a theme is made of. Values are CSS values of the custom
/// properties that the keys name without their `--pl-` prefix.
record ThemeCatalogue(
    List<Palette> palettes, List<Option> types, List<Option> radii, List<Option> densities) {

  /// Named colours for both modes.
  record Palette(String id, String label, Map<String, String> light, Map<String, String> dark) {}

  /// A choice that is the same in both modes.
  record Option(String id, String label, Map<String, String> variables) {}

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
