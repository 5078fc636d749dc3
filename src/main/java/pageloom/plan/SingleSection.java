package pageloom.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// A prompt that begins with the sections it wants and no others: "a pricing section for ...",
/// "just an FAQ", "hero and footer for ...".
final class SingleSection {
  static final PhraseSet JUST =
      new PhraseSet(
          List.of(
              "just",
              "only",
              "nothing but",
              "simply",
              "exactly",
              "solo",
              "solamente",
              "sólo",
              "únicamente",
              "seulement",
              "juste",
              "uniquement",
              "nur",
              "lediglich",
              "apenas",
              "somente",
              "só",
              "soltanto"));

  private SingleSection() {}

  /// @param common whether a stem is an ordinary word of some page type, so that "just a blog" is a
  ///   page
  static Optional<SectionList.Found> find(
      Words words, WordLists lists, SectionList list, Predicate<String> common) {
    int at = 0;
    boolean just = false;
    while (true) {
      int next = lists.makes().skip(words, lists.openings().skip(words, at));
      if (isWe(words, next) && JUST.isAt(words, next + 1)) next++;
      int emphasis = JUST.skip(words, next);
      just |= emphasis > next;
      next = PromptFrame.articles(words, lists, emphasis);
      if (next == at) break;
      at = next;
    }
    SectionList.Found found = list.from(at, true);
    if (found.kinds().isEmpty()) return Optional.empty();
    boolean justThese = just && !common.test(words.at(found.end() - 1).stem());
    boolean wholePage = lists.pages().isAt(words, found.end());
    boolean meant = found.saysSection() || found.standsAlone() || justThese;
    return meant && !wholePage ? Optional.of(found) : Optional.empty();
  }

  private static boolean isWe(Words words, int index) {
    return words.key(index).equals("i") || words.key(index).equals("we");
  }
}
