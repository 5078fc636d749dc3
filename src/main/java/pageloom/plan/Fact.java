package pageloom.plan;

/// One checkable statement that the prompt itself makes; copy may repeat it, nothing may invent it.
///
/// @param kind what it states
/// @param text the words of the prompt, verbatim
public record Fact(Kind kind, String text) {
  /// What a fact states.
  public enum Kind {
    PRICE,
    HOURS,
    DATE,
    PLACE,
    PHONE,
    EMAIL
  }
}
