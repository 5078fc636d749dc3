package pageloom.app;

import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads values by name and collects what is wrong with them, so that all of it is said at once.
final class CheckedSettings {
  private final Map<String, String> values;
  private final List<String> complaints = new ArrayList<>();

  CheckedSettings(Map<String, String> values) {
    this.values = values;
  }

  void complain(String name, String complaint) {
    complaints.add(name + ": " + complaint);
  }

  void throwIfAny() {
    if (!complaints.isEmpty()) throw new Config.Invalid(complaints);
  }

  /// The value as it stands; an empty one counts as absent.
  @Nullable String text(String name) {
    String value = values.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  int count(String name, int otherwise, int least, int most) {
    String value = text(name);
    if (value == null) return otherwise;
    if (value.matches("\\d{1,9}")) {
      int count = Integer.parseInt(value);
      if (count >= least && count <= most) return count;
    }
    complain(name, "must be a whole number from " + least + " to " + most + ".");
    return otherwise;
  }

  /// `on` or `off`; off where nothing is said.
  boolean toggle(String name) {
    String value = text(name);
    if (value == null || value.equals("off")) return false;
    if (!value.equals("on")) complain(name, "must be on or off.");
    return true;
  }

  BigDecimal dollars(String name, String otherwise) {
    String value = text(name);
    if (value == null) return new BigDecimal(otherwise);
    if (value.matches("\\d{1,6}(\\.\\d{1,6})?")) return new BigDecimal(value);
    complain(name, "must be an amount in US dollars, such as 0.50.");
    return new BigDecimal(otherwise);
  }

  Path folder(String name, Path otherwise) {
    String value = text(name);
    if (value == null) return otherwise;
    try {
      return Path.of(value).toAbsolutePath();
    } catch (InvalidPathException e) {
      complain(name, "must be a folder.");
      return otherwise;
    }
  }

  /// Reads a value with a parser whose complaints begin with "must".
  <T> @Nullable T parsed(String name, Function<String, T> parser) {
    String value = text(name);
    if (value == null) return null;
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      complain(name, e.getMessage() + ".");
      return null;
    }
  }
}
