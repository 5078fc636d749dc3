package pageloom.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a prompt says, before anything is chosen for it.
///
/// @param words its words
/// @param language what it is written in
/// @param frame how the request is put
/// @param head the noun phrase it is about, in its own language
/// @param place the words that say where it is
/// @param brand the name in it
/// @param subject what it is about, if that can stand in copy of its language
/// @param audience whom it is for, in English alone
/// @param alone the sections it asks for instead of a page
/// @param qualities what it says in praise that is more than taste, verbatim
/// @param facts what it states, verbatim
record PromptReading(
    Words words,
    PromptLanguage language,
    PromptFrame frame,
    Span head,
    Span place,
    Optional<String> brand,
    Optional<String> subject,
    Optional<String> audience,
    Optional<SectionList.Found> alone,
    List<String> qualities,
    List<Fact> facts) {
  PromptReading {
    qualities = List.copyOf(qualities);
    facts = List.copyOf(facts);
  }

  /// @param common whether a stem is an ordinary word of some page type
  static PromptReading of(
      Words words, WordLists lists, SectionKinds kinds, Predicate<String> common) {
    var alone = SingleSection.find(words, lists, new SectionList(words, lists, kinds), common);
    PromptLanguage language = PromptLanguage.of(words);
    PromptFrame frame = PromptFrame.of(words, lists, alone.map(SectionList.Found::end).orElse(0));
    var brand = new BrandFinder(words, lists, frame, language, common).find();
    Span brandSpan = brand.map(BrandFinder.Found::span).orElse(Span.NONE);
    Optional<PlaceFinder.Place> place = new PlaceFinder(words, lists, language, brandSpan).find();
    Span placeSpan = place.map(PlaceFinder.Place::span).orElse(Span.NONE);
    var subjects = new SubjectFinder(words, lists, frame, brandSpan, placeSpan);
    boolean english = language == PromptLanguage.EN;
    List<Fact> facts = new ArrayList<>(FactFinder.find(words.text()));
    place.ifPresent(p -> facts.add(new Fact(Fact.Kind.PLACE, p.text())));
    return new PromptReading(
        words,
        language,
        frame,
        subjects.head(),
        placeSpan,
        brand.map(BrandFinder.Found::name),
        english
            ? subjects.subject()
            : language.hasCopy()
                ? new SubjectAbroad(words, lists, language, common)
                    .in(subjects.head(), brandSpan, placeSpan)
                : Optional.empty(),
        english ? subjects.audience() : Optional.empty(),
        alone,
        Qualities.in(words, lists, brandSpan),
        facts);
  }
}
