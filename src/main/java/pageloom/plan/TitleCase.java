package pageloom.plan;

/// Prompts whose capitals give no name away.
final class TitleCase {
  private TitleCase() {}

  /// Where words such as "Website" or "For" are capitalised too, capitals tell nothing.
  static boolean of(Words words, WordLists lists, boolean german) {
    if (german || Capitals.shouted(words)) return !german;
    int longer = 0;
    int capital = 0;
    boolean ordinary = false;
    for (int i = 1; i < words.size(); i++) {
      Word word = words.at(i);
      boolean upper = Character.isUpperCase(word.text().codePointAt(0));
      ordinary |= upper && !word.parted() && isOrdinary(words, lists, i);
      if (word.text().length() < 4) continue;
      longer++;
      if (upper) capital++;
    }
    return ordinary && longer >= 3 && capital * 5 > longer * 4;
  }

  private static boolean isOrdinary(Words words, WordLists lists, int index) {
    return lists.pages().isAt(words, index)
        || lists.styles().isAt(words, index)
        || lists.links().isAt(words, index)
        || lists.articles().isAt(words, index);
  }
}
