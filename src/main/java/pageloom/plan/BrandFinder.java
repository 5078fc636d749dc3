package pageloom.plan;

import java.util.Optional;
import java.util.function.Predicate;

/// The name of the business, product or person in a prompt. The surest sign wins: quotes and
/// "called", then a self-introduction, apposition, possessive, "for Acme Bakery", a domain.
final class BrandFinder {
  /// A name and the words it covers; no words if it stood in quotes.
  record Found(String name, Span span) {}

  static final int MAX_LENGTH = 60;
  private static final int READ = 400;

  private final Words words;
  private final WordLists lists;
  private final PromptFrame frame;
  private final Predicate<String> common;
  private final NameRun names;
  private final MarkedName marked;
  private final boolean german;
  private final boolean capitalsTell;

  /// @param common whether a stem is an ordinary word of some page type
  BrandFinder(
      Words words,
      WordLists lists,
      PromptFrame frame,
      PromptLanguage language,
      Predicate<String> common) {
    this.words = words;
    this.lists = lists;
    this.frame = frame;
    this.common = common;
    this.names = new NameRun(words, lists);
    this.marked = new MarkedName(words, lists);
    this.german = language == PromptLanguage.DE;
    this.capitalsTell = !TitleCase.of(words, lists, german);
  }

  Optional<Found> find() {
    return marked
        .quoted()
        .or(this::called)
        .or(this::introduced)
        .or(this::opening)
        .or(this::possessive)
        .or(this::served)
        .or(this::apposed)
        .or(marked::domain)
        .or(this::alone);
  }

  /// Plain text: no braces or angle brackets, one space at a time, at most 60 characters.
  static String clean(String raw) {
    String text = raw.replaceAll("[{}<>\\s\\p{Z}]+", " ").strip();
    while (text.length() > MAX_LENGTH) {
      int cut = text.lastIndexOf(' ');
      text = cut > 0 ? text.substring(0, cut) : text.substring(0, MAX_LENGTH);
      if (cut <= 0) break;
    }
    if (!text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1)))
      text = text.substring(0, text.length() - 1);
    return text.strip();
  }

  private Optional<Found> called() {
    for (int i = 0; i < Math.min(words.size(), READ); i++) {
      int past = lists.called().endAt(words, i);
      if (past == i || past >= words.size() || words.key(past).equals("after")) continue;
      if (words.key(past).equals("is")) past++;
      Span run = names.at(past);
      if (!run.isEmpty()) return found(run);
      Optional<Found> lower = lowerCase(past);
      if (lower.isPresent()) return lower;
    }
    return Optional.empty();
  }

  private Optional<Found> lowerCase(int from) {
    int to = from;
    while (to < words.size() && to - from < 3) {
      if (to > from && words.at(to).parted()) break;
      if (lists.cuts().isAt(words, to) || (to > from && endsLowerCase(to))) break;
      to++;
    }
    if (to == from) return Optional.empty();
    return found(new Span(from, to)).map(f -> new Found(Capitals.words(f.name()), f.span()));
  }

  private boolean endsLowerCase(int index) {
    return (words.key(index).equals("and") && !goesOn(index + 1))
        || lists.links().isAt(words, index)
        || lists.pages().isAt(words, index);
  }

  private boolean goesOn(int index) {
    return index < words.size()
        && words.joined(index)
        && !lists.makes().isAt(words, index)
        && !lists.articles().isAt(words, index)
        && !lists.cuts().isAt(words, index);
  }

  /// "I'm Ana Lima", "We are Nordlys": only with capitals.
  private Optional<Found> introduced() {
    for (int i = 0; i + 1 < Math.min(words.size(), READ); i++) {
      String two = words.key(i) + " " + words.key(i + 1);
      int name =
          switch (two) {
            case "i am", "i m", "we are", "meet the", "soy la", "je suis", "ich bin", "eu sou" ->
                i + 2;
            default -> words.key(i).equals("soy") || words.key(i).equals("meet") ? i + 1 : -1;
          };
      if (name < 0 || name >= words.size()) continue;
      Span run = names.at(name);
      if (!run.isEmpty() && capitalsTell) return found(run);
    }
    return Optional.empty();
  }

  /// "Nordlys, a bakery", "Nordlys is a bakery", "Nordlys – bakery", or a name and little else.
  private Optional<Found> opening() {
    Span run = names.at(frame.start());
    if (run.isEmpty() || (frame.namesPage() && run.meets(frame.modifiers())))
      return Optional.empty();
    String second = run.to() - run.from() > 2 ? words.key(run.from() + 1) : "";
    boolean event = common.test(words.at(run.from()).stem());
    if (event && second.equals("of")) return Optional.empty();
    int next = run.to();
    boolean atEnd = next >= words.size();
    boolean dashed = !atEnd && words.at(next).gap().matches("[\\h]*[,–—:-][\\h]+");
    boolean article = lists.articles().isAt(words, next);
    boolean verb = !atEnd && words.joined(next) && words.key(next).matches("is|es|est|ist|e");
    boolean explained = dashed && (article || !lists.makes().isAt(words, next));
    if (!isAllCommon(run) && (explained || verb)) return found(run);
    if (event && isOf(second)) return Optional.empty();
    boolean thing = words.joined(next) && !words.at(next).capital() && isCommon(next);
    boolean cut = thing || atEnd || words.at(next).parted() || lists.cuts().isAt(words, next);
    boolean several = run.to() - run.from() > 1;
    if (several && cut && !isAllCommon(run) && (capitalsTell || words.size() <= 4))
      return found(run);
    return Optional.empty();
  }

  private boolean isCommon(int index) {
    return common.test(words.at(index).stem());
  }

  /// "Hochzeit von": the name follows.
  private static boolean isOf(String key) {
    return switch (key) {
      case "von", "de", "du", "da", "do", "di" -> true;
      default -> false;
    };
  }

  /// Begins with a word that no name begins with; `La` in `La Paloma` is no city.
  private boolean isNoName(Span run) {
    boolean article = run.to() - run.from() > 1 && lists.small().isAt(words, run.from());
    return !article && lists.notNames().isAt(words, run.from());
  }

  private Optional<Found> possessive() {
    for (int i = 0; i < Math.min(words.size(), READ); i++) {
      Word word = words.at(i);
      int length = word.text().length();
      boolean owner = length > 3 && word.text().matches(".{1,50}['’]s") && word.capital();
      if (!owner || lists.notOwners().isAt(words, i) || !capitalsTell) continue;
      int from = i;
      while (from > frame.start() && words.joined(from) && isPlainName(from - 1)) from--;
      Span run = names.at(from);
      if (run.to() > i + 1) return found(run);
      Span owned = NounPhrase.at(words, lists, i + 1, Span.NONE);
      int size = owned.to() - owned.from();
      String name = words.span(from, i + 1);
      boolean about =
          owned.from() > i + 1
              || size == 0
              || size > 3
              || lists.pages().isAt(words, owned.to() - 1)
              || !common.test(words.at(owned.to() - 1).stem());
      if (about)
        return Optional.of(
            new Found(clean(name.substring(0, name.length() - 2)), new Span(from, i + 1)));
      String thing = size <= 2 ? words.span(i + 1, owned.to()) : words.at(owned.to() - 1).text();
      return Optional.of(
          new Found(clean(name + " " + Capitals.words(thing)), new Span(from, i + 1)));
    }
    return Optional.empty();
  }

  private boolean isPlainName(int index) {
    return words.at(index).capital() && !lists.notNames().isAt(words, index);
  }

  /// "for Acme Bakery", "about Nordlys", "pour Chez Ana".
  private Optional<Found> served() {
    if (!capitalsTell) return Optional.empty();
    for (int i = 0; i < Math.min(words.size(), READ); i++) {
      int past = lists.links().endAt(words, i);
      if (past == i || past >= words.size() || words.at(past).parted()) continue;
      if (i > 0 && words.at(i).capital()) continue;
      boolean inside = i > 1 && words.at(i - 1).capital() && lists.small().isAt(words, i);
      if (inside && !german) continue;
      int start = past;
      if (isDefinite(words.key(start)) && !words.at(start).capital()) start++;
      Span run = withoutTrade(names.at(start));
      if (run.isEmpty() || (isAllCommon(run) && !isFirm(run))) continue;
      if (isNoName(run) || lists.people().isAt(words, run.to() - 1)) continue;
      if (german && run.to() - run.from() == 1) continue;
      if (lists.cities().endAt(words, run.from()) == run.to()) continue;
      return found(run);
    }
    return Optional.empty();
  }

  /// "die Autorin Edda Lind" is called Edda Lind.
  private Span withoutTrade(Span run) {
    int next = run.from() + 1;
    boolean trade = german && run.to() - run.from() > 2 && isCommon(run.from());
    return trade && words.at(next).capital() ? new Span(next, run.to()) : run;
  }

  /// "Crumb & Co": only a firm is written so, whatever its words mean.
  private boolean isFirm(Span run) {
    return words.span(run.from(), run.to()).contains("&");
  }

  private static boolean isDefinite(String key) {
    return switch (key) {
      case "the", "our", "my", "la", "el", "le", "les", "l", "o", "die", "der", "das", "den" ->
          true;
      default -> false;
    };
  }

  /// "our startup Nimbus", "the bakery Nordlys", "Bäckerei Müller".
  private Optional<Found> apposed() {
    if (!capitalsTell) return Optional.empty();
    for (int i = 0; i + 1 < Math.min(words.size(), READ); i++) {
      if (!lists.owners().isAt(words, i) || !words.joined(i + 1)) continue;
      Span run = names.at(i + 1);
      if (run.isEmpty() || isNoName(run) || isAllCommon(run)) continue;
      return found(words.at(i).capital() ? new Span(i, run.to()) : run);
    }
    return Optional.empty();
  }

  /// A prompt of one word that is no page type's: a name, for all we know.
  private Optional<Found> alone() {
    if (words.size() != 1
        || frame.start() > 0
        || words.at(0).unspaced()
        || words.at(0).text().length() > 30) return Optional.empty();
    boolean ordinary =
        isAllCommon(new Span(0, 1))
            || lists.pages().isAt(words, 0)
            || lists.vague().isAt(words, 0)
            || lists.styles().isAt(words, 0)
            || !words.at(0).text().codePoints().allMatch(Character::isLetter);
    return ordinary
        ? Optional.empty()
        : found(new Span(0, 1)).map(f -> new Found(Capitals.words(f.name()), f.span()));
  }

  private Optional<Found> found(Span span) {
    String name = clean(words.span(span.from(), span.to()));
    name = name.replaceAll("(?<=\\p{Ll}) e d[oa] (?=\\p{Lu})", " e "); // "da Inês e do Rui"
    return name.isEmpty() ? Optional.empty() : Optional.of(new Found(name, span));
  }

  private boolean isAllCommon(Span run) {
    for (int i = run.from(); i < run.to(); i++) {
      boolean known = common.test(words.at(i).stem()) || lists.notNames().isAt(words, i);
      if (!known && !lists.small().isAt(words, i) && !lists.styles().isAt(words, i)) return false;
    }
    return true;
  }
}
