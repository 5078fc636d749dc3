package pageloom.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a page is about and for whom, as phrases that can stand in English copy.
final class SubjectFinder {
  static final int MAX_LENGTH = 80;
  private static final Set<String> IRREGULAR =
      Set.of("people", "children", "women", "men", "everyone");
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
    from = afterOffer(from);
    return from >= words.size() ? Span.NONE : NounPhrase.at(words, lists, from, brand);
  }

  /// The subject in lower case without article, if it says something.
  Optional<String> subject() {
    Span head = head();
    Span modifiers = modifiers();
    if (!modifiers.isEmpty()
        && lists.deciding().endAt(words, modifiers.to() - 1) == modifiers.to()) {
      Optional<String> found = plain(modifiers);
      if (found.isPresent()) return found;
    }
    Span stripped = withoutPlace(head);
    if (!stripped.isEmpty() && !isPeople(stripped)) {
      Optional<String> found =
          topic(stripped)
              .or(() -> purpose(stripped))
              .or(() -> plain(stripped))
              .or(() -> behind(stripped));
      if (found.isPresent()) return found;
    }
    return frame.modifiers().isEmpty() ? Optional.empty() : plain(modifiers);
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
      case "about", "on" -> {
        boolean date = Character.isDigit(words.at(about + 1).text().codePointAt(0));
        yield date ? Optional.empty() : phrase(NounPhrase.at(words, lists, about + 1, brand));
      }
      default -> Optional.empty();
    };
  }

  /// "a portfolio for a photographer": the first noun says nothing, the second does.
  private Optional<String> behind(Span head) {
    int link = head.to();
    if (link + 1 >= words.size() || words.at(link).parted()) return Optional.empty();
    return switch (words.key(link)) {
      case "for", "about", "of" -> {
        Span next = withoutPlace(NounPhrase.at(words, lists, link + 1, brand));
        yield isPeople(next) ? Optional.empty() : plain(next);
      }
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
        .map(o -> middle.isEmpty() ? o : Capitals.singular(o))
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
    int from = Math.min(span.to() - 1, lists.styles().skip(words, span.from()));
    if (lists.vague().endAt(words, from) == span.to()) return Optional.empty();
    if (isRequest(span)) return Optional.empty();
    if (lists.notNames().endAt(words, from) == span.to()) return Optional.empty();
    return phrase(span);
  }

  /// "help people find parking", "contact me": a sentence, not a thing.
  private boolean isRequest(Span span) {
    for (int i = span.from() + 1; i < span.to(); i++) {
      if (isYou(i) && !words.key(i).equals("small")) return true;
    }
    return false;
  }

  private Optional<String> phrase(Span span) {
    boolean shouted = Capitals.shouted(words);
    List<String> out = new ArrayList<>();
    for (int i = span.from(); i < span.to(); i++) {
      Word word = words.at(i);
      boolean latin = word.text().codePoints().allMatch(c -> c < 0x250 || c == '’');
      if (!latin || word.text().length() > MAX_WORD) return Optional.empty();
      boolean proper = !shouted && word.capital() && lists.notNames().isAt(words, i);
      String text = proper ? word.text() : Capitals.lower(word, shouted);
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
    if (span.isEmpty()) return false;
    int last = span.to() - 1;
    String key = words.key(last);
    boolean plural = !key.equals(words.at(last).stem());
    if (lists.people().isAt(words, last)) return plural || IRREGULAR.contains(key);
    return plural && key.length() > 6 && key.matches(".*(?:ers|ors|ists|ians|owners)");
  }

  private boolean isYou(int index) {
    return switch (words.key(index)) {
      case "you", "me", "people", "them", "us", "small", "remote", "busy" -> true;
      default -> false;
    };
  }

  /// "we bake" and "I teach" are not part of what is baked or taught.
  private int afterOffer(int index) {
    boolean we = words.key(index).equals("i") || words.key(index).equals("we");
    int verb = we ? index + 1 : index;
    boolean offers = lists.offers().isAt(words, verb);
    return offers && (we || isWe(index - 1)) ? verb + 1 : index;
  }

  private boolean isWe(int index) {
    return words.key(index).equals("i") || words.key(index).equals("we");
  }

  /// Past "Nordlys is a" or "Nordlys, a".
  private int afterBrand() {
    int at = brand.to();
    if (words.key(at).equals("is") || words.key(at).equals("are")) at++;
    boolean opens = at > brand.to() || (at < words.size() && words.at(at).parted());
    return opens ? at : words.size();
  }
}
