package pageloom.author;

/// A text without its white space, and where its characters were. Immutable.
final class Solid {
  private final String text;
  private final int[] places;

  private Solid(String text, int[] places) {
    this.text = text;
    this.places = places;
  }

  String text() {
    return text;
  }

  static Solid of(String text) {
    var solid = new StringBuilder();
    int[] places = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        places[solid.length()] = i;
        solid.append(text.charAt(i));
      }
    }
    return new Solid(solid.toString(), places);
  }

  /// Where the first so many characters end in the text as it was.
  int end(int length) {
    return places[length - 1] + 1;
  }

  boolean spaceBefore(int at) {
    return places[at] > places[at - 1] + 1;
  }
}
