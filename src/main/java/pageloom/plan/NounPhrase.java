package pageloom.plan;

/// The noun phrase that begins at a word: up to a comma, a cut word or a name that is known to be
/// the brand.
final class NounPhrase {
  private static final int LONGEST = 8;

  private NounPhrase() {}

  static Span at(Words words, WordLists lists, int from, Span brand) {
    int start = PromptFrame.plainArticles(words, lists, from);
    int to = start;
    while (to < words.size() && to - start < LONGEST && !brand.holds(to)) {
      if (to > start && words.at(to).parted()) break;
      if (lists.cuts().isAt(words, to) && !(to == start && isNoun(words, to))) break;
      if (isJoint(words, to) && endsAfterJoint(words, lists, to, brand)) break;
      to++;
    }
    while (to > start && isJoint(words, to - 1)) to--;
    return new Span(start, to);
  }

  private static boolean isNoun(Words words, int index) {
    return words.key(index).equals("made") || words.key(index).equals("open");
  }

  private static boolean isJoint(Words words, int index) {
    return switch (words.key(index)) {
      case "and", "or", "y", "e", "et", "und", "of", "for", "about", "the", "a" -> true;
      default -> false;
    };
  }

  /// `for` begins another phrase; `and` goes on only before a noun.
  private static boolean endsAfterJoint(Words words, WordLists lists, int index, Span brand) {
    return switch (words.key(index)) {
      case "for", "about" -> true;
      case "and", "or" ->
          lists.makes().isAt(words, index + 1)
              || lists.cuts().isAt(words, index + 1)
              || lists.articles().isAt(words, index + 1)
              || lists.offers().isAt(words, index + 1)
              || brand.holds(index + 1);
      default -> false;
    };
  }
}
