package pageloom.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Decides everything about a page before its first section is made. The same prompt, request and
/// seed give an equal plan. Immutable; any thread may use it.
public final class Planner {
  /// Most sections a page may have; more names in a request are left out.
  public static final int MAX_SECTIONS = 24;

  private static final int MAX_TITLE = 80;

  private final PageTypes types;
  private final SectionKinds kinds;
  private final ThemeChoices themes;
  private final WordLists lists = WordLists.load();
  private final Translations translations;
  private final ThemeWords themeWords = ThemeWords.load();

  /// @param types page types to choose from
  /// @param kinds section kinds to choose from
  /// @param themes ids that a theme may name
  public Planner(PageTypes types, SectionKinds kinds, ThemeChoices themes) {
    this.types = types;
    this.kinds = kinds;
    this.themes = themes;
    translations = new Translations(kinds);
  }

  /// Reads a prompt in any language, however long or odd, and plans its page.
  ///
  /// @throws UnknownChoice if the request names a page type or a part of a theme that does not
  ///   exist; its field is `pageType`, `theme.palette`, `theme.mode`, `theme.type`, `theme.radius`
  ///   or `theme.density`
  public Plan plan(PlanRequest request) {
    Words words = Words.of(request.prompt());
    PromptReading reading = PromptReading.of(words, lists, kinds, types::knows);
    String asked = request.pageType();
    PageType type = asked == null ? match(reading) : types.type(asked);
    var draw = new Draw(request.seed(), words.text());
    Wording wording = translations.wording(type, reading.language());
    Brief brief = brief(request, reading, wording, draw);
    SectionWishes wishes =
        new FactSections(type, kinds, SectionWishes.of(reading, lists, kinds)).with(brief.facts());
    List<SectionPlan> sections =
        plans(wording, values(brief, brief.facts()), draw).of(request.sections(), wishes);
    List<SectionPlan> plain =
        plans(wording, values(brief, List.of()), draw).of(request.sections(), wishes);
    boolean named = subject(reading, wording).isPresent();
    List<SectionPlan> saying =
        new SaidFacts(reading.words().text(), sections, plain)
            .with(named ? brief.subject() : "", reading.qualities(), brief.facts(), wishes);
    return new Plan(type.id(), title(reading, brief), brief, saying);
  }

  /// Plans one more section of a page.
  ///
  /// @param name what a person calls it; unknown names give a general section of that title
  /// @param taken names of sections that the page has or had
  public SectionPlan section(Plan page, String name, Collection<String> taken) {
    Brief brief = page.brief();
    var draw = new Draw(brief.seed() + taken.size(), name);
    Wording wording =
        translations.wording(
            types.type(page.pageType()),
            PromptLanguage.tagged(brief.language()).orElse(PromptLanguage.EN));
    SectionPlan drawn =
        plans(wording, values(brief, brief.facts()), draw)
            .of(List.of(name), SectionWishes.NONE)
            .getFirst();
    var names = new SectionNames();
    for (String other : taken) names.anchor(names.name(other), "section");
    String own = names.name(drawn.name());
    return new SectionPlan(
        own, names.anchor(own, drawn.kind()), drawn.kind(), drawn.layout(), drawn.copy());
  }

  private PageType match(PromptReading reading) {
    return new PageTypeMatch(types, lists).match(reading);
  }

  /// What the prompt calls its matter, if the page is in the prompt's language.
  private static Optional<String> subject(PromptReading reading, Wording wording) {
    boolean same = wording.language().equals(reading.language().tag());
    return same ? reading.subject() : Optional.empty();
  }

  private Brief brief(PlanRequest request, PromptReading reading, Wording wording, Draw draw) {
    PageType type = wording.type();
    List<ThemeWords.Rule> rules = themeWords.in(reading.words());
    return new Brief(
        reading.brand().orElseGet(() -> draw.of(type.brands(), "brand")),
        subject(reading, wording).orElse(type.subject()),
        reading.audience().orElse(type.audience()),
        wording.language(),
        ThemeWords.voice(rules).orElse(type.voice()),
        reading.facts(),
        new ThemeChoice(themes, rules, draw).choose(request, type),
        request.seed());
  }

  private SectionPlans plans(Wording wording, Map<String, String> values, Draw draw) {
    return new SectionPlans(
        kinds, wording, new CopyText(values, CopyWords.of(wording.language())), draw);
  }

  private static Map<String, String> values(Brief brief, List<Fact> facts) {
    Map<String, String> values = new HashMap<>();
    values.put("brand", brief.brand());
    values.put("subject", brief.subject());
    values.put("audience", brief.audience());
    for (Fact fact : facts) {
      String key =
          switch (fact.kind()) {
            case PRICE -> "price";
            case HOURS -> "hours";
            case DATE -> "date";
            case PLACE -> "place";
            case PHONE -> "phone";
            case EMAIL -> "email";
          };
      boolean more = fact.kind() == Fact.Kind.HOURS;
      values.merge(key, fact.text(), (first, next) -> more ? first + ", " + next : first);
    }
    return values;
  }

  /// The name in the prompt, else what the page is about, else the invented name.
  private static String title(PromptReading reading, Brief brief) {
    String title =
        reading.brand().or(() -> reading.subject().map(Capitals::first)).orElseGet(brief::brand);
    return title.length() <= MAX_TITLE ? title : title.substring(0, MAX_TITLE);
  }
}
