package pageloom.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which sections a prompt itself names.
///
/// @param only these and no others ("a pricing section for ...", "Sections: hero, menu"); empty if
///   the page type decides
/// @param added besides the page type's own ("with a FAQ and a team section")
/// @param removed from them ("without pricing")
record SectionWishes(List<SectionKind> only, List<SectionKind> added, List<SectionKind> removed) {
  static final SectionWishes NONE = new SectionWishes(List.of(), List.of(), List.of());

  private static final int READ = 600;
  private static final PhraseSet WITH =
      new PhraseSet(
          List.of(
              "with",
              "including",
              "includes",
              "include",
              "featuring",
              "plus",
              "add",
              "has",
              "have",
              "con",
              "incluyendo",
              "incluye",
              "añade",
              "avec",
              "incluant",
              "ajoute",
              "mit",
              "inklusive",
              "com",
              "incluindo",
              "inclua"));
  private static final PhraseSet WITHOUT =
      new PhraseSet(
          List.of(
              "without",
              "no",
              "skip",
              "leave out",
              "omit",
              "don't include",
              "except",
              "sin",
              "sans",
              "ohne",
              "kein",
              "keine",
              "sem",
              "senza"));
  private static final PhraseSet SECTIONS =
      new PhraseSet(List.of("sections", "secciones", "abschnitte", "seções", "sezioni"));
  private static final List<String> UNSPACED_SECTION =
      List.of("セクション", "部分", "区块", "板块", "模块", "區塊", "섹션");

  SectionWishes {
    only = List.copyOf(only);
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  static SectionWishes of(PromptReading reading, WordLists lists, SectionKinds kinds) {
    Words words = reading.words();
    var list = new SectionList(words, lists, kinds);
    List<SectionKind> only = reading.alone().map(SectionList.Found::kinds).orElse(List.of());
    if (only.isEmpty()) only = unspaced(words, kinds);
    List<SectionKind> added = new ArrayList<>();
    List<SectionKind> removed = new ArrayList<>();
    for (int i = 0; i < Math.min(words.size(), READ) && only.isEmpty(); i++) {
      int after = SECTIONS.endAt(words, i);
      if (after > i && after < words.size() && words.at(after).gap().contains(":")) {
        List<SectionKind> named = list.from(after, false).kinds();
        if (named.size() > 1) only = named;
        continue;
      }
      int with = WITH.endAt(words, i);
      if (with > i) {
        int just = SingleSection.JUST.skip(words, with);
        List<SectionKind> named = list.from(just, false).kinds();
        if (just > with && !named.isEmpty()) only = named;
        else named.stream().filter(k -> !added.contains(k)).forEach(added::add);
      }
      int without = WITHOUT.endAt(words, i);
      boolean portuguese = reading.language() == PromptLanguage.PT && words.key(i).equals("no");
      if (without > i && !portuguese) removed.addAll(list.from(without, true).kinds());
    }
    if (only.isEmpty()) pageOfKind(words, lists, kinds, reading.frame()).ifPresent(added::add);
    added.removeAll(removed);
    return new SectionWishes(only, added, removed);
  }

  /// "a pricing page for ..." is a page with pricing.
  private static Optional<SectionKind> pageOfKind(
      Words words, WordLists lists, SectionKinds kinds, PromptFrame frame) {
    return kinds
        .any()
        .at(words, frame.start())
        .filter(m -> lists.pages().isAt(words, m.end()) && words.joined(m.end()))
        .map(KindPhrases.Match::kind);
  }

  /// `料金セクション` and the like, where nothing says page.
  private static List<SectionKind> unspaced(Words words, SectionKinds kinds) {
    for (int i = 0; i < Math.min(words.size(), READ); i++) {
      Word word = words.at(i);
      if (!word.unspaced()) continue;
      for (String section : UNSPACED_SECTION) {
        int at = word.key().indexOf(Folding.word(section));
        if (at <= 0) continue;
        String before = word.key().substring(0, at);
        Optional<SectionKind> kind = kinds.any().endOf(before);
        if (kind.isPresent()) return List.of(kind.get());
      }
    }
    return List.of();
  }
}
