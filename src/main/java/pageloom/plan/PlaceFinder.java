package pageloom.plan;

import java.util.Locale;
import java.util.Optional;

/// Where it is: "in Lyon", "near Portland, Oregon", "at 12 Rue des Lilas", "en São Paulo"; without
/// capitals only well-known cities.
final class PlaceFinder {
  /// A place as the prompt writes it, and its words.
  record Place(String text, Span span) {}

  private static final int READ = 600;
  private static final int MAX_LENGTH = 60;

  private final Words words;
  private final WordLists lists;
  private final PromptLanguage language;
  private final Span brand;
  private final NameRun names;

  PlaceFinder(Words words, WordLists lists, PromptLanguage language, Span brand) {
    this.words = words;
    this.lists = lists;
    this.language = language;
    this.brand = brand;
    this.names = new NameRun(words, lists);
  }

  Optional<Place> find() {
    return announced()
        .or(this::city)
        .map(s -> new Place(words.span(s.from(), s.to()), s))
        .or(this::cityInRun);
  }

  private Optional<Span> announced() {
    for (int i = 0; i < Math.min(words.size(), READ); i++) {
      int past = near(i);
      boolean address = words.key(i).equals("at") && isNumber(i + 1);
      if (address) past = i + 1;
      if (past == i || past >= words.size() || words.at(past).parted()) continue;
      Span run = names.at(past);
      if (run.isEmpty() || run.meets(brand) || lists.notNames().isAt(words, run.from())) continue;
      if (isNumber(run.from()) && (!address || run.to() - run.from() < 2)) continue;
      Span place = withRegion(run);
      if (words.span(place.from(), place.to()).length() <= MAX_LENGTH) return Optional.of(place);
    }
    return Optional.empty();
  }

  private Optional<Span> city() {
    for (int i = 0; i < Math.min(words.size(), READ); i++) {
      int past = Math.max(near(i), lists.nearCities().endAt(words, i));
      int end = lists.cities().endAt(words, past);
      if (past > i && end > past && words.joined(past) && !brand.holds(past))
        return Optional.of(new Span(past, end));
      int bare = lists.cities().endAt(words, i);
      boolean sure = bare > i && words.at(i).capital() && !isShouted(i);
      if (sure && !brand.holds(i)) return Optional.of(new Span(i, bare));
    }
    return Optional.empty();
  }

  /// Scripts without spaces: the city stands inside a longer run.
  private Optional<Place> cityInRun() {
    for (int i = 0; i < Math.min(words.size(), READ); i++) {
      if (!words.at(i).unspaced()) continue;
      Optional<String> city = lists.cities().within(words.at(i));
      if (city.isPresent() && words.at(i).text().contains(city.get()))
        return Optional.of(new Place(city.get(), new Span(i, i + 1)));
    }
    return Optional.empty();
  }

  /// Past a preposition of place. French `à` is one, English `a` is not; `no` only in Portuguese.
  private int near(int index) {
    boolean preposition =
        switch (words.key(index)) {
          case "a" -> words.at(index).text().equalsIgnoreCase("à");
          case "no", "na" -> language == PromptLanguage.PT;
          default -> true;
        };
    return preposition ? lists.near().endAt(words, index) : index;
  }

  private boolean isShouted(int index) {
    String text = words.at(index).text();
    return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
  }

  /// "Portland, Oregon" is one place if nothing but an ending follows.
  private Span withRegion(Span run) {
    int next = run.to();
    if (next >= words.size() || !words.at(next).gap().equals(", ") || brand.holds(next)) return run;
    Span region = names.at(next);
    if (region.isEmpty() || region.to() - region.from() > 2) return run;
    int after = region.to();
    boolean ends =
        after >= words.size() || words.at(after).parted() || lists.cuts().isAt(words, after);
    return ends && !lists.makes().isAt(words, next) ? new Span(run.from(), region.to()) : run;
  }

  private boolean isNumber(int index) {
    return index < words.size() && Character.isDigit(words.at(index).text().codePointAt(0));
  }
}
