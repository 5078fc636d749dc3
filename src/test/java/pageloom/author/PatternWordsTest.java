package pageloom.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pageloom.plan.Brief;
import pageloom.plan.Copy;
import pageloom.plan.CopyItem;
import pageloom.plan.Fact;
import pageloom.plan.SectionLabels;
import pageloom.plan.SectionPlan;

/// What templates say by themselves, in the page's language.
final class PatternWordsTest {
  private final PatternLibrary library = new PatternLibrary(java.time.Year.of(2026));

  @ParameterizedTest
  @ValueSource(strings = {"es", "fr", "de", "pt"})
  void every_word_is_there_in_every_language(String language) {
    Set<String> english = new TreeSet<>(PatternWords.of("en").keySet());
    assertEquals(english, new TreeSet<>(PatternWords.of(language).keySet()));
    PatternWords.of(language).values().forEach(word -> assertFalse(word.isBlank()));
  }

  @Test
  void a_language_without_words_has_english_ones() {
    assertEquals(PatternWords.of("en"), PatternWords.of("it"));
    assertEquals(PatternWords.of("en"), PatternWords.of("../en"));
  }

  /// With copy of digits alone, every letter that is left is the template's own.
  @ParameterizedTest
  @ValueSource(strings = {"es", "fr", "de", "pt"})
  void no_template_has_words_of_its_own(String language) {
    List<String> strangers = new ArrayList<>();
    Set<String> own = new TreeSet<>(PatternWords.of(language).values());
    for (String kind : Samples.CORE) own.add(SectionLabels.of(language, kind).orElseThrow());
    for (String pattern : Samples.patterns())
      for (List<CopyItem> items : List.of(items(), List.<CopyItem>of())) {
        List<SectionPlan> page = Samples.page(pattern, copy(items));
        String html = library.render(brief(language), page.getFirst(), page);
        for (Element e : Jsoup.parseBodyFragment(html).body().getAllElements()) {
          if (e.closest("svg") != null) continue;
          check(pattern, e.ownText(), own, strangers);
          for (String name : List.of("aria-label", "title", "alt", "placeholder"))
            check(pattern, e.attr(name), own, strangers);
        }
      }
    assertEquals(List.of(), strangers);
  }

  @Test
  void links_are_called_what_the_language_calls_their_sections() {
    List<SectionPlan> page = Samples.page("navigation/bar", copy(items()));
    String html = library.render(brief("fr"), page.getFirst(), page);
    assertTrue(html.contains(">Tarifs<"), html);
    assertFalse(html.contains("Pricing"), html);
    assertTrue(
        library.render(Samples.brief("software", 1), page.getFirst(), page).contains(">Pricing<"));
  }

  private static void check(String pattern, String text, Set<String> own, List<String> strangers) {
    String rest = text;
    for (String word : own.stream().sorted((a, b) -> b.length() - a.length()).toList())
      rest = rest.replace(word, "");
    boolean letters = rest.codePoints().anyMatch(Character::isLetter);
    if (letters) strangers.add(pattern + ": " + text);
  }

  private static Brief brief(String language) {
    Brief sample = Samples.brief("1", 7);
    return new Brief(
        "22",
        "33",
        "44",
        language,
        "",
        List.of(
            new Fact(Fact.Kind.PLACE, "55"),
            new Fact(Fact.Kind.PHONE, "+351 21 000 0000"),
            new Fact(Fact.Kind.EMAIL, "66@77.88"),
            new Fact(Fact.Kind.HOURS, "9-17")),
        sample.theme(),
        7);
  }

  private static Copy copy(List<CopyItem> items) {
    return new Copy("1", "2", "3", "", "", "", true, items);
  }

  private static List<CopyItem> items() {
    return List.of(
        new CopyItem("1", "2", "3", "4", "", List.of("5", "6"), true),
        new CopyItem("7", "8", "9", "4", "", List.of("5", "6"), false));
  }
}
