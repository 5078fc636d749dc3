package pageloom.plan;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The data files beside this package. A missing or broken one is a defect of the build and stops
/// the start, with its name.
final class PlanFile {
  private PlanFile() {}

  static JsonElement read(String name) {
    try (var in = PlanFile.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException("missing data file plan/" + name);
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read data file plan/" + name, e);
    } catch (JsonParseException e) {
      throw new IllegalStateException("broken data file plan/" + name + ": " + e.getMessage(), e);
    }
  }
}
