package pageloom.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/// Which page type a prompt asks for: the most weight of keywords, where the words that stand for
/// the thing itself ("a dog walking | app |") count more than those around it. A tie goes to the
/// type named first. A prompt without any keyword gets a type that claims little: `consulting` if
/// it speaks of a company, otherwise `product_launch`, whose sections suit anything that is new.
final class PageTypeMatch {
  private static final String NEUTRAL = "product_launch";
  private static final String NEUTRAL_BUSINESS = "consulting";

  /// A keyword where it counts most.
  private record Hit(int from, int length, int weight) {}

  private record Score(PageType type, int points, int first) {}

  private final PageTypes types;
  private final WordLists lists;

  PageTypeMatch(PageTypes types, WordLists lists) {
    this.types = types;
    this.lists = lists;
  }

  PageType match(PromptReading reading) {
    Words words = reading.words();
    if (words.size() == 0) words = Words.namesOfSigns(words.text());
    var index = new WordIndex(words, reading.language() == PromptLanguage.DE);
    return types.all().stream()
        .map(type -> score(type, reading, index))
        .filter(score -> score.points() > 0)
        .max(
            Comparator.comparingInt(Score::points)
                .thenComparing(Comparator.comparingInt(Score::first).reversed()))
        .map(Score::type)
        .orElseGet(() -> neutral(reading.words()));
  }

  private Score score(PageType type, PromptReading reading, WordIndex index) {
    List<Hit> hits = new ArrayList<>();
    for (PageType.Keyword keyword : type.keywords()) {
      Hit best = null;
      int length = keyword.phrase().length();
      for (int place : index.places(keyword.phrase())) {
        if (reading.place().holds(place) && !reading.words().at(place).unspaced()) continue;
        int weight = keyword.weight() * emphasis(reading, place, place + length);
        if (best == null || weight > best.weight()) best = new Hit(place, length, weight);
      }
      if (best != null) hits.add(best);
    }
    hits.sort(
        Comparator.comparingInt(Hit::weight)
            .thenComparingInt(Hit::length)
            .reversed()
            .thenComparingInt(Hit::from));
    var covered = new BitSet();
    int points = 0;
    int first = Integer.MAX_VALUE;
    for (Hit hit : hits) {
      if (covered.get(hit.from(), hit.from() + hit.length()).cardinality() > 0) continue;
      covered.set(hit.from(), hit.from() + hit.length());
      points += hit.weight() + hit.length() - 1;
      first = Math.min(first, hit.from());
    }
    return new Score(type, points, first);
  }

  private int emphasis(PromptReading reading, int from, int to) {
    Span head = reading.head();
    Span modifiers = reading.frame().modifiers();
    boolean decides = lists.deciding().endAt(reading.words(), to - 1) == to;
    if (modifiers.holds(from)) return decides && to == modifiers.to() ? 12 : 5;
    if (!head.holds(from))
      return from < head.to() + 12 && !isApart(reading, head.to(), from) ? 2 : 1;
    boolean isHead = reading.language().headFirst() ? from == head.from() : to == head.to();
    return isHead ? (decides ? 10 : 4) : 3;
  }

  /// Whether a comma or a full stop stands between the matter and what follows it.
  private static boolean isApart(PromptReading reading, int end, int index) {
    for (int i = end; i <= index && end > 0; i++) {
      if (reading.words().at(i).parted()) return true;
    }
    return false;
  }

  private PageType neutral(Words words) {
    String wanted = NEUTRAL;
    for (int i = 0; i < words.size(); i++) {
      if (lists.businesses().isAt(words, i)) wanted = NEUTRAL_BUSINESS;
    }
    String id = wanted;
    return types.all().stream()
        .filter(t -> t.id().equals(id))
        .findFirst()
        .orElse(types.all().iterator().next());
  }
}
