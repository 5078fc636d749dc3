package pageloom.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Phrases of one role, found by their first word.
final class PhraseSet {
  private final Map<String, List<Phrase>> byFirst = new HashMap<>();
  private final List<String> unspaced = new ArrayList<>();

  PhraseSet(Collection<String> phrases) {
    for (String text : phrases) {
      Phrase phrase = Phrase.of(text);
      if (phrase.length() == 0) throw new IllegalArgumentException("no word in '" + text + "'");
      if (phrase.unspaced()) unspaced.add(phrase.stems().get(0));
      byFirst.computeIfAbsent(phrase.stems().get(0), k -> new ArrayList<>()).add(phrase);
    }
  }

  /// Where the longest phrase that begins at an index ends, exclusive; the index itself if none.
  int endAt(Words words, int index) {
    if (index < 0 || index >= words.size()) return index;
    int end = index;
    for (Phrase phrase : byFirst.getOrDefault(words.at(index).stem(), List.of())) {
      if (index + phrase.length() > end && phrase.isAt(words, index)) end = index + phrase.length();
    }
    return end;
  }

  /// The longest phrase that stands inside a run of a script without spaces.
  Optional<String> within(Word run) {
    return unspaced.stream()
        .filter(run.stem()::contains)
        .max(Comparator.comparingInt(String::length));
  }

  boolean isAt(Words words, int index) {
    return endAt(words, index) > index;
  }

  /// Past every phrase of this set that follows on from an index.
  int skip(Words words, int index) {
    int at = index;
    for (int end = endAt(words, at); end > at; end = endAt(words, at)) at = end;
    return at;
  }
}
