package pageloom.plan;

/// A run of capitalised words that reads as one name: `Acme Bakery`, `Café de la Paix`, `Smith &
/// Sons`, `Dr. Weber`.
final class NameRun {
  private static final int LONGEST = 6;

  private final Words words;
  private final WordLists lists;

  NameRun(Words words, WordLists lists) {
    this.words = words;
    this.lists = lists;
  }

  /// The run that begins at an index, or an empty span. Never ends in a page noun.
  Span at(int from) {
    int to = from;
    while (to < words.size() && to - from < LONGEST && (to == from || follows(to))) {
      if (!isName(to) || lists.pages().isAt(words, to)) {
        int past = past(to);
        if (to == from || past == to || past >= words.size()) break;
        if (!follows(past) || !isName(past) || isNumber(past) || lists.pages().isAt(words, past))
          break;
        to = past;
      }
      to++;
    }
    return to == from || onlyCommonWords(from, to) ? Span.NONE : new Span(from, to);
  }

  private boolean follows(int index) {
    if (words.joined(index)) return true;
    return switch (words.key(index - 1)) {
      case "dr", "st", "mr", "mrs", "ms" -> words.at(index).gap().equals(". ");
      default -> false;
    };
  }

  private boolean isName(int index) {
    Word word = words.at(index);
    return word.capital() && !word.unspaced() && word.text().length() <= 40;
  }

  private boolean isNumber(int index) {
    return Character.isDigit(words.at(index).text().codePointAt(0));
  }

  /// Past the small words that may stand inside a name.
  private int past(int index) {
    int at = index;
    while (at < index + 2 && lists.small().isAt(words, at) && words.joined(at)) at++;
    return at;
  }

  private boolean onlyCommonWords(int from, int to) {
    boolean anyLetter = false;
    for (int i = from; i < to; i++) {
      anyLetter |= Character.isLetter(words.at(i).text().codePointAt(0));
      if (!lists.notNames().isAt(words, i) && !lists.small().isAt(words, i)) {
        if (Character.isLetter(words.at(i).text().codePointAt(0))) return false;
      }
    }
    return anyLetter || to > from;
  }
}
