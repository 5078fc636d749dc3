package pageloom.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// As what a whole page is handed out.
public enum ExportFormat {
  /// One file that needs no other.
  HTML,
  REACT,
  TYPESCRIPT,
  VUE,
  SVELTE,
  /// A document and its style sheet.
  STATIC;

  /// The format of this name on the wire.
  public static Optional<ExportFormat> of(String wire) {
    return Arrays.stream(values()).filter(f -> f.wire().equals(wire)).findFirst();
  }

  /// Every name on the wire.
  public static List<String> wires() {
    return Arrays.stream(values()).map(ExportFormat::wire).toList();
  }

  /// The name on the wire, e.g. `react`.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
