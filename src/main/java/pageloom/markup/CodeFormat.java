package pageloom.markup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// In which language a section's code is handed out.
public enum CodeFormat {
  REACT("jsx"),
  TYPESCRIPT("tsx"),
  HTML("html"),
  VUE("vue"),
  SVELTE("svelte");

  private final String extension;

  CodeFormat(String extension) {
    this.extension = extension;
  }

  /// The format of this name on the wire.
  public static Optional<CodeFormat> of(String wire) {
    return Arrays.stream(values()).filter(f -> f.wire().equals(wire)).findFirst();
  }

  /// The name on the wire, e.g. `react`.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Of a file with such code, without a dot.
  public String extension() {
    return extension;
  }
}
