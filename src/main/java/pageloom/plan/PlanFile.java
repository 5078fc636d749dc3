package pageloom.plan;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The data files beside this package. A missing or broken one is a defect of the build and stops
/// the start, with its name.
final class PlanFile {
  private PlanFile() {}

  static JsonElement read(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalStateException("missing data file plan/" + name));
  }

  /// The file, if there is one of that name.
  static Optional<JsonElement> find(String name) {
    try (var in = PlanFile.class.getResourceAsStream(name)) {
      if (in == null) return Optional.empty();
      return Optional.of(JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read data file plan/" + name, e);
    } catch (JsonParseException e) {
      throw new IllegalStateException("broken data file plan/" + name + ": " + e.getMessage(), e);
    }
  }
}
