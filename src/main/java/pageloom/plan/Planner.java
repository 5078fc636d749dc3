package pageloom.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private final ThemeWords themeWords = ThemeWords.load();

  /// @param types page types to choose from
  /// @param kinds section kinds to choose from
  /// @param themes ids that a theme may name
  public Planner(PageTypes types, SectionKinds kinds, ThemeChoices themes) {
    this.types = types;
    this.kinds = kinds;
    this.themes = themes;
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
    Brief brief = brief(request, reading, type, draw);
    SectionWishes wishes = SectionWishes.of(reading, lists, kinds);
    List<SectionPlan> sections =
        new SectionPlans(kinds)
            .of(request.sections(), type, wishes, new CopyText(values(brief)), draw);
    return new Plan(type.id(), title(reading, brief), brief, sections);
  }

  /// Plans one more section of a page.
  ///
  /// @param name what a person calls it; unknown names give a general section of that title
  /// @param taken names of sections that the page has or had
  public SectionPlan section(Plan page, String name, Collection<String> taken) {
    Brief brief = page.brief();
    var draw = new Draw(brief.seed() + taken.size(), name);
    SectionPlan drawn =
        new SectionPlans(kinds)
            .of(
                List.of(name),
                types.type(page.pageType()),
                SectionWishes.NONE,
                new CopyText(values(brief)),
                draw)
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

  private Brief brief(PlanRequest request, PromptReading reading, PageType type, Draw draw) {
    List<ThemeWords.Rule> rules = themeWords.in(reading.words());
    return new Brief(
        reading.brand().orElseGet(() -> draw.of(type.brands(), "brand")),
        reading.subject().orElse(type.subject()),
        reading.audience().orElse(type.audience()),
        "en",
        ThemeWords.voice(rules).orElse(type.voice()),
        reading.facts(),
        new ThemeChoice(themes, rules, draw).choose(request, type),
        request.seed());
  }

  private static Map<String, String> values(Brief brief) {
    Map<String, String> values = new HashMap<>();
    values.put("brand", brief.brand());
    values.put("subject", brief.subject());
    values.put("audience", brief.audience());
    for (Fact fact : brief.facts()) {
      String key =
          switch (fact.kind()) {
            case PRICE -> "price";
            case HOURS -> "hours";
            case DATE -> "date";
            case PLACE -> "place";
            case PHONE -> "phone";
            case EMAIL -> "email";
          };
      values.putIfAbsent(key, fact.text());
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
