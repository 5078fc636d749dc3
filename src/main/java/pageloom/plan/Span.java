package pageloom.plan;

/// A run of words by index.
///
/// @param from first word
/// @param to past the last word
record Span(int from, int to) {
  static final Span NONE = new Span(0, 0);

  boolean isEmpty() {
    return from >= to;
  }

  boolean holds(int index) {
    return index >= from && index < to;
  }

  boolean meets(Span other) {
    return from < other.to && other.from < to;
  }
}
