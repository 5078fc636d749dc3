package pageloom.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a page is about and for whom, as phrases that can stand in English copy.
final class SubjectFinder {
  static final int MAX_LENGTH = 80;
  private static final int MAX_WORD = 30;
  private static final int READ = 120;

  private final Words words;
  private final WordLists lists;
  private final PromptFrame frame;
  private final Span brand;
  private final Span place;

  SubjectFinder(Words words, WordLists lists, PromptFrame frame, Span brand, Span place) {
    this.words = words;
    this.lists = lists;
    this.frame = frame;
    this.brand = brand;
    this.place = place;
  }

  /// The noun phrase the page is about, in any language; empty if the prompt names none.
  Span head() {
    int from = frame.object();
    if (brand.holds(from)) from = afterBrand();
    if (from < words.size() && lists.offers().isAt(words, from) && afterWe(from)) from++;
    return from >= words.size() ? Span.NONE : NounPhrase.at(words, lists, from, brand);
  }

  /// The subject in lower case without article, if it says something.
  Optional<String> subject() {
    Span head = head();
    Span stripped = withoutPlace(head);
    if (!stripped.isEmpty() && !isPeople(stripped)) {
      Optional<String> found =
          topic(stripped).or(() -> purpose(stripped)).or(() -> plain(stripped));
      if (found.isPresent()) return found;
    }
    return frame.modifiers().isEmpty() ? Optional.empty() : plain(modifiers());
  }

  /// A plural of people after "for".
  Optional<String> audience() {
    Span head = head();
    if (!head.isEmpty() && isPeople(head) && head.from() == frame.object())
      return frame.namesPage() ? phrase(head) : Optional.empty();
    for (int i = head.to(); i < Math.min(words.size(), READ); i++) {
      if (!words.key(i).equals("for") || i + 1 >= words.size()) continue;
      Span who = NounPhrase.at(words, lists, i + 1, brand);
      if (!who.isEmpty() && who.to() - who.from() <= 6 && isPeople(who)) return phrase(who);
    }
    return Optional.empty();
  }

  /// "a blog about slow travel" is about slow travel.
  private Optional<String> topic(Span head) {
    boolean container = lists.topics().endAt(words, lastPhrase(head)) == head.to();
    int about = head.to();
    if (!container || about + 1 >= words.size() || words.at(about).parted())
      return Optional.empty();
    return switch (words.key(about)) {
      case "about", "on" -> plain(NounPhrase.at(words, lists, about + 1, brand));
      default -> Optional.empty();
    };
  }

  /// "an app that tracks water intake" is a water intake tracking app.
  private Optional<String> purpose(Span head) {
    if (lists.heads().endAt(words, lastPhrase(head)) != head.to()) return Optional.empty();
    int at = head.to();
    boolean purposeFollows =
        switch (words.key(at)) {
          case "that", "which", "to", "for" -> !words.at(at).parted();
          default -> false;
        };
    if (!purposeFollows) return Optional.empty();
    boolean nouns = words.key(at).equals("for");
    at++;
    if (lists.helping().isAt(words, at)) {
      at = PromptFrame.articles(words, lists, at + 1);
      while (at < words.size() && (lists.people().isAt(words, at) || isYou(at))) at++;
      if (words.key(at).equals("to")) at++;
    }
    if (at >= words.size()) return Optional.empty();
    String verb = words.key(at);
    boolean gerund = nouns && verb.endsWith("ing") && verb.length() > 5;
    int from = nouns && !gerund ? at : at + 1;
    Span object = NounPhrase.at(words, lists, from, brand);
    int size = object.to() - object.from();
    if (size == 0 || size > 4 || isPeople(object)) return Optional.empty();
    String middle = nouns && !gerund ? "" : gerund ? " " + verb : noun(verb);
    return phrase(object)
        .flatMap(o -> phrase(head).map(h -> o + middle + " " + h))
        .filter(s -> s.length() <= MAX_LENGTH);
  }

  private String noun(String verb) {
    String base = Folding.stem(verb);
    String noun = lists.gerunds().get(base);
    if (noun == null) noun = lists.gerunds().get(verb);
    return noun == null ? "" : " " + noun;
  }

  private Optional<String> plain(Span span) {
    if (span.isEmpty() || span.meets(brand)) return Optional.empty();
    int from = span.from();
    if (lists.vague().endAt(words, from) == span.to()) return Optional.empty();
    if (lists.notNames().endAt(words, from) == span.to()) return Optional.empty();
    return phrase(span);
  }

  private Optional<String> phrase(Span span) {
    List<String> out = new ArrayList<>();
    for (int i = span.from(); i < span.to(); i++) {
      Word word = words.at(i);
      boolean latin = word.text().codePoints().allMatch(c -> c < 0x250 || c == '’');
      if (!latin || word.text().length() > MAX_WORD) return Optional.empty();
      boolean proper = word.capital() && lists.notNames().isAt(words, i);
      String text = proper ? word.text() : Capitals.lower(word);
      boolean hyphen = i > span.from() && word.gap().matches("[-&/ ]{1,3}");
      if (i > span.from()) out.add(hyphen ? word.gap() : " ");
      out.add(text);
    }
    String text = String.join("", out);
    boolean letters = text.codePoints().anyMatch(Character::isLetter);
    return letters && text.length() <= MAX_LENGTH ? Optional.of(text) : Optional.empty();
  }

  /// Modifiers without what only says how it should look.
  private Span modifiers() {
    Span span = frame.modifiers();
    return new Span(PromptFrame.articles(words, lists, span.from()), span.to());
  }

  private Span withoutPlace(Span head) {
    return head.meets(place) ? new Span(head.from(), Math.max(head.from(), place.from())) : head;
  }

  /// Where the head's last one or two words begin, whichever makes a known phrase.
  private int lastPhrase(Span head) {
    int two = head.to() - 2;
    boolean pair =
        two >= head.from()
            && (lists.heads().endAt(words, two) == head.to()
                || lists.topics().endAt(words, two) == head.to());
    return pair ? two : head.to() - 1;
  }

  private boolean isPeople(Span span) {
    int last = span.to() - 1;
    String key = words.key(last);
    if (lists.people().isAt(words, last))
      return key.endsWith("s") || key.endsWith("n") || key.endsWith("e");
    return key.length() > 6 && key.matches(".*(?:ers|ors|ists|ians|owners)");
  }

  private boolean isYou(int index) {
    return switch (words.key(index)) {
      case "you", "people", "them", "us", "small", "remote", "busy" -> true;
      default -> false;
    };
  }

  private boolean afterWe(int index) {
    String before = words.key(index - 1);
    return before.equals("i") || before.equals("we");
  }

  /// Past "Nordlys is a" or "Nordlys, a".
  private int afterBrand() {
    int at = brand.to();
    if (words.key(at).equals("is") || words.key(at).equals("are")) at++;
    boolean opens = at > brand.to() || (at < words.size() && words.at(at).parted());
    return opens ? at : words.size();
  }
}
