package pageloom.page;

import java.util.Locale;

/// Where a page stands.
public enum PageState {
  GENERATING,
  COMPLETED;

  /// As the wire and the database spell it.
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state spelled so.
  public static PageState of(String wire) {
    return valueOf(wire.toUpperCase(Locale.ROOT));
  }
}
