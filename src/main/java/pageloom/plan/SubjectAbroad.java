package pageloom.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/// What a page in Spanish, French, German or Portuguese is about: the noun phrase as the person
/// wrote it. Copy puts it where any noun phrase fits, so nothing is bent; what might stand in a
/// case or in a sentence of its own is left out.
final class SubjectAbroad {
  private static final int MOST_WORDS = 5;

  private final Words words;
  private final WordLists lists;
  private final PromptLanguage language;
  private final Predicate<String> common;

  /// @param common whether a stem is an ordinary word of some page type
  SubjectAbroad(Words words, WordLists lists, PromptLanguage language, Predicate<String> common) {
    this.words = words;
    this.lists = lists;
    this.language = language;
    this.common = common;
  }

  /// @param head the noun phrase that the prompt is about
  /// @param brand, place what is said elsewhere
  Optional<String> in(Span head, Span brand, Span place) {
    if (head.isEmpty()) return Optional.empty();
    int end = lists.vague().endAt(words, head.from());
    int goods = lists.links().endAt(words, end);
    boolean shop = end >= head.to() && goods > end && goods < words.size() && words.joined(end);
    Span thing = shop ? NounPhrase.at(words, lists, goods, brand) : behindArticle(head);
    return named(thing, brand, place);
  }

  /// "portfolio d'un photographe" is about a photographer.
  private Span behindArticle(Span head) {
    for (int i = head.to() - 1; i > head.from() + 1; i--) {
      if (lists.articles().isAt(words, i) && lists.links().isAt(words, i - 1))
        return new Span(Math.min(i + 1, head.to()), head.to());
    }
    return head;
  }

  private Optional<String> named(Span thing, Span brand, Span place) {
    int from = lists.styles().skip(words, thing.from());
    int to = thing.meets(place) ? Math.max(from, place.from()) : thing.to();
    while (to > from && endsOpen(to - 1)) to--;
    for (int i = from; i < to; i++) to = Math.max(to, lists.qualities().endAt(words, i));
    boolean announced = follows(from) || follows(thing.from());
    if (language == PromptLanguage.DE) while (from < to && isBent(from)) from++;
    var span = new Span(from, to);
    if (span.isEmpty() || span.meets(brand) || to - from > MOST_WORDS) return Optional.empty();
    if (lists.vague().endAt(words, from) == to || lists.pages().isAt(words, from))
      return Optional.empty();
    for (int i = from; i < to; i++) if (!isPlain(i, from)) return Optional.empty();
    if (!announced && !isNamed(span)) return Optional.empty();
    String text = words.span(from, to);
    if (text.length() > SubjectFinder.MAX_LENGTH || text.matches("(?s).*[{}<>\\n\"].*"))
      return Optional.empty();
    return Optional.of(language == PromptLanguage.DE ? text : lower(text));
  }

  private boolean endsOpen(int index) {
    return lists.cuts().isAt(words, index)
        || lists.links().isAt(words, index)
        || lists.small().isAt(words, index);
  }

  /// A sentence has articles and names inside, a thing's name has none.
  private boolean isPlain(int index, int from) {
    Word word = words.at(index);
    boolean latin = word.text().codePoints().allMatch(c -> c < 0x250 || c == '’');
    if (!latin || !Character.isLetter(word.text().codePointAt(0))) return false;
    if (lists.speakers().isAt(words, index)) return false;
    if (language == PromptLanguage.DE || index == 0 || index == from) return true;
    return !word.capital() || Capitals.shouted(words);
  }

  /// Whether some page type knows a word of it; in German, also the end of a compound.
  private boolean isNamed(Span span) {
    for (int i = span.from(); i < span.to(); i++) {
      String stem = words.at(i).stem();
      if (common.test(stem)) return true;
      if (language != PromptLanguage.DE) continue;
      for (int cut = 3; cut <= stem.length() - 5; cut++)
        if (common.test(stem.substring(cut))) return true;
    }
    return false;
  }

  /// "para una funeraria", "ein Schlüsseldienst": announced as a thing.
  private boolean follows(int index) {
    return index > 0
        && (lists.articles().isAt(words, index - 1) || lists.links().isAt(words, index - 1));
  }

  /// "für einen veganen Imbiss": an adjective in another case than copy needs.
  private boolean isBent(int index) {
    return !words.at(index).capital() && words.at(index).key().matches(".*(?:en|em)");
  }

  private static String lower(String text) {
    boolean inner = text.chars().skip(1).limit(2).anyMatch(Character::isUpperCase);
    int first = Character.charCount(text.codePointAt(0));
    if (text.equals(text.toUpperCase(Locale.ROOT)) && text.length() > 4)
      return text.toLowerCase(Locale.ROOT);
    return inner ? text : text.substring(0, first).toLowerCase(Locale.ROOT) + text.substring(first);
  }
}
