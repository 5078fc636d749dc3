package pageloom.page;

import java.util.Locale;

/// Where a page stands.
public enum PageState {
  /// Sections are being made, or are about to be.
  GENERATING,
  /// No further section is begun until somebody says so.
  PAUSED,
  /// Every section has come to its end.
  COMPLETED,
  /// What was left to do is not done; what a person asks for after that is.
  CANCELLED;

  /// As the wire and the database spell it.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state spelled so.
  public static PageState of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
