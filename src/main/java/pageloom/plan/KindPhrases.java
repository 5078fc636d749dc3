package pageloom.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Section kinds by the phrases that name them.
final class KindPhrases {
  /// A kind named in a text, and where its name ends.
  record Match(SectionKind kind, int end) {}

  private static final PhraseSet OWNERS =
      new PhraseSet(List.of("our", "the", "my", "your", "us", "nuestros", "nos", "unsere"));

  private record Entry(Phrase phrase, SectionKind kind) {}

  private final Map<String, List<Entry>> byFirst = new HashMap<>();
  private final List<Entry> unspaced = new ArrayList<>();

  static KindPhrases any(List<SectionKind> kinds) {
    var phrases = new KindPhrases();
    for (SectionKind kind : kinds) {
      phrases.add(kind.id().replace('_', ' '), kind);
      phrases.add(SectionNames.spaced(kind.name()), kind);
      kind.synonyms().forEach(s -> phrases.add(s, kind));
      kind.alone().forEach(s -> phrases.add(s, kind));
    }
    return phrases;
  }

  static KindPhrases alone(List<SectionKind> kinds) {
    var phrases = new KindPhrases();
    for (SectionKind kind : kinds) kind.alone().forEach(s -> phrases.add(s, kind));
    return phrases;
  }

  /// The longest phrase at a word.
  Optional<Match> at(Words words, int index) {
    if (index < 0 || index >= words.size()) return Optional.empty();
    Match best = null;
    for (Entry entry : byFirst.getOrDefault(words.at(index).stem(), List.of())) {
      int end = index + entry.phrase().length();
      if ((best == null || end > best.end()) && entry.phrase().isAt(words, index))
        best = new Match(entry.kind(), end);
    }
    if (best == null && words.at(index).unspaced()) return inRun(words, index);
    return Optional.ofNullable(best);
  }

  /// A whole name: exactly a phrase, or one at its beginning or end ("Our pricing").
  Optional<SectionKind> named(String name) {
    Words words = Words.of(name);
    Optional<Match> whole = at(words, 0).filter(m -> m.end() == words.size());
    if (whole.isPresent()) return whole.map(Match::kind);
    int start = OWNERS.skip(words, 0);
    for (int from = start; from < words.size(); from++) {
      Optional<Match> match = at(words, from);
      if (match.isPresent() && (from == start || match.get().end() == words.size()))
        return match.map(Match::kind);
    }
    return Optional.empty();
  }

  /// The kind whose name ends a run of a script without spaces.
  Optional<SectionKind> endOf(String run) {
    return unspaced.stream()
        .filter(e -> run.endsWith(e.phrase().stems().get(0)))
        .max(Comparator.comparingInt(e -> e.phrase().stems().get(0).length()))
        .map(Entry::kind);
  }

  private Optional<Match> inRun(Words words, int index) {
    String run = words.at(index).stem();
    Entry best = null;
    for (Entry entry : unspaced) {
      String part = entry.phrase().stems().get(0);
      if (run.contains(part)
          && (best == null || part.length() > best.phrase().stems().get(0).length())) best = entry;
    }
    return best == null ? Optional.empty() : Optional.of(new Match(best.kind(), index + 1));
  }

  private void add(String text, SectionKind kind) {
    Phrase phrase = Phrase.of(text);
    if (phrase.length() == 0) throw new IllegalStateException("empty synonym of " + kind.id());
    var entry = new Entry(phrase, kind);
    byFirst.computeIfAbsent(phrase.stems().get(0), k -> new ArrayList<>()).add(entry);
    if (phrase.unspaced()) unspaced.add(entry);
  }
}
