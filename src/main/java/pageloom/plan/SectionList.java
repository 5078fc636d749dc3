package pageloom.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A list of section names inside a prompt: "a hero, some testimonials and a FAQ section".
final class SectionList {
  /// What was found.
  ///
  /// @param kinds in the order of the prompt
  /// @param end past the last word read
  /// @param saysSection whether "section", "block" or the like was among the words
  /// @param standsAlone whether every name means a section even without that word
  record Found(List<SectionKind> kinds, int end, boolean saysSection, boolean standsAlone) {}

  static final PhraseSet SECTION =
      new PhraseSet(
          List.of(
              "section",
              "component",
              "block",
              "area",
              "module",
              "panel",
              "sección",
              "seção",
              "bloque",
              "componente",
              "bloco",
              "bloc",
              "abschnitt",
              "bereich",
              "sezione",
              "sektion"));
  private static final PhraseSet AND =
      new PhraseSet(List.of("and", "plus", "y", "et", "und", "e", "also", "as well as", "or"));
  private static final PhraseSet OF =
      new PhraseSet(
          List.of(
              "about",
              "with",
              "for",
              "on",
              "de",
              "des",
              "d",
              "du",
              "da",
              "do",
              "mit",
              "of",
              "à propos de",
              "sobre",
              "über"));
  private static final int LONGEST = 30;
  private static final int SKIPPED_WORDS = 7;

  private final Words words;
  private final WordLists lists;
  private final SectionKinds kinds;

  SectionList(Words words, WordLists lists, SectionKinds kinds) {
    this.words = words;
    this.lists = lists;
    this.kinds = kinds;
  }

  /// The names from a word on.
  ///
  /// @param strict whether the first thing that is no section name ends the list
  Found from(int start, boolean strict) {
    List<SectionKind> found = new ArrayList<>();
    boolean saysSection = false;
    boolean alone = true;
    int at = start;
    int end = start;
    for (int n = 0; n < LONGEST && at < words.size(); n++) {
      at = PromptFrame.articles(words, lists, at);
      boolean before = SECTION.isAt(words, at);
      int name = before ? ofSection(at) : at;
      Optional<KindPhrases.Match> match = kinds.any().at(words, name);
      if (match.isPresent() && endsName(match.get().end())) {
        int past = match.get().end();
        boolean after = SECTION.isAt(words, past);
        saysSection |= before || after;
        alone &= isAlone(name, past);
        if (!found.contains(match.get().kind())) found.add(match.get().kind());
        end = SECTION.skip(words, past);
        at = joint(end);
      } else {
        at = strict ? -1 : nextJoint(at);
      }
      if (at < 0) break;
    }
    return new Found(found, end, saysSection, alone && !found.isEmpty());
  }

  private boolean isAlone(int from, int to) {
    return kinds.alone().at(words, from).filter(m -> m.end() == to).isPresent();
  }

  /// "section de precios", "section about our team", "section FAQ".
  private int ofSection(int at) {
    int past = SECTION.skip(words, at);
    int of = OF.endAt(words, past);
    return PromptFrame.articles(words, lists, of);
  }

  /// "team" names a section in "a team section", not in "a team of five".
  private boolean endsName(int end) {
    if (end >= words.size() || words.at(end).parted() || SECTION.isAt(words, end)) return true;
    if (words.key(end).equals("of")) return false;
    return AND.isAt(words, end)
        || words.at(end).gap().contains("&")
        || lists.cuts().isAt(words, end)
        || lists.links().isAt(words, end);
  }

  /// Where the next name begins after a comma or an "and", or -1.
  private int joint(int at) {
    if (at >= words.size()) return -1;
    String gap = words.at(at).gap();
    boolean comma = gap.indexOf(',') >= 0 || gap.contains("&") || gap.contains("+") || isList(gap);
    int and = AND.skip(words, at);
    return comma || and > at ? and : -1;
  }

  private int nextJoint(int from) {
    for (int i = from + 1; i < words.size() && i <= from + SKIPPED_WORDS; i++) {
      String gap = words.at(i).gap();
      if (gap.contains(". ") || (gap.indexOf('\n') >= 0 && !isList(gap))) return -1;
      int next = joint(i);
      if (next >= 0) return next;
    }
    return -1;
  }

  private static boolean isList(String gap) {
    return gap.indexOf(';') >= 0
        || gap.indexOf('|') >= 0
        || gap.matches("(?s)\\s*\\n\\s*[-*•]\\s*");
  }
}
