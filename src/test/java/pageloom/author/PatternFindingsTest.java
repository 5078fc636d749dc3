package pageloom.author;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import pageloom.markup.Finding;
import pageloom.markup.Findings;
import pageloom.markup.FindingsContext;
import pageloom.plan.PageTypes;
import pageloom.plan.Plan;
import pageloom.plan.PlanRequest;
import pageloom.plan.Planner;
import pageloom.plan.SectionKind;
import pageloom.plan.SectionKinds;
import pageloom.plan.SectionPlan;
import pageloom.plan.ThemeChoices;
import pageloom.plan.Themes;

/// The pattern library keeps every rule that models are held to.
final class PatternFindingsTest {
  private static final SectionKinds KINDS = SectionKinds.load();
  private static final PageTypes TYPES = PageTypes.load();
  private static final Planner PLANNER =
      new Planner(TYPES, KINDS, new ThemeChoices(Themes.palettes(), Themes.types()));

  private final PatternLibrary library = new PatternLibrary(java.time.Year.of(2026));

  static Stream<String> types() {
    return TYPES.choices().stream().map(PageTypes.Choice::id);
  }

  @ParameterizedTest
  @MethodSource("types")
  void every_pattern_with_the_words_of_a_page_type_is_without_findings(String type) {
    List<String> kinds = KINDS.all().stream().map(SectionKind::name).limit(24).toList();
    List<String> rest = KINDS.all().stream().map(SectionKind::name).skip(24).toList();
    List<String> found = new ArrayList<>();
    for (List<String> sections : List.of(List.<String>of(), kinds, rest))
      for (long seed = 1; seed <= (sections.isEmpty() ? 3 : 1); seed++) {
        String palette = drawn(Themes.palettes(), type.hashCode() + seed);
        found.addAll(in(plan(type, sections, palette, "light", seed)));
      }
    assertEquals("", found.stream().distinct().collect(Collectors.joining("\n")));
  }

  static Stream<String> palettes() {
    return Themes.palettes().stream();
  }

  @ParameterizedTest
  @MethodSource("palettes")
  void every_pattern_in_a_palette_light_and_dark_is_without_findings(String palette) {
    List<String> kinds = KINDS.all().stream().map(SectionKind::name).toList();
    List<String> ids = types().toList();
    List<String> found = new ArrayList<>();
    for (String mode : List.of("light", "dark"))
      for (List<String> sections : List.of(kinds.subList(0, 20), kinds.subList(20, kinds.size()))) {
        String type = drawn(ids, (palette + mode).hashCode());
        found.addAll(in(plan(type, sections, palette, mode, 1)));
      }
    assertEquals("", found.stream().distinct().collect(Collectors.joining("\n")));
  }

  private static String drawn(List<String> from, long number) {
    return from.get((int) Math.floorMod(number, (long) from.size()));
  }

  private static Plan plan(
      String type, List<String> sections, String palette, String mode, long seed) {
    return PLANNER.plan(
        new PlanRequest("A page", type, sections, palette, mode, null, null, null, seed));
  }

  private List<String> in(Plan plan) {
    List<String> found = new ArrayList<>();
    for (SectionPlan section : plan.sections())
      for (String layout : KINDS.kind(section.kind()).layouts())
        found.addAll(in(plan, section, layout));
    return found;
  }

  @ParameterizedTest
  @CsvSource({"es, Una página", "fr, Une page pour nous", "de, Eine Seite", "pt, Uma página"})
  void pages_in_other_languages_are_without_findings(String language, String prompt) {
    List<String> found = new ArrayList<>();
    for (PageTypes.Choice type : TYPES.choices()) {
      Plan plan =
          PLANNER.plan(
              new PlanRequest(prompt, type.id(), List.of(), null, "light", null, null, null, 1));
      assertEquals(language, plan.brief().language());
      for (SectionPlan section : plan.sections())
        for (String finding : in(plan, section, section.layout()))
          found.add(type.id() + "/" + finding);
    }
    assertEquals("", String.join("\n", found));
  }

  private List<String> in(Plan plan, SectionPlan section, String layout) {
    var chosen =
        new SectionPlan(section.name(), section.anchor(), section.kind(), layout, section.copy());
    String html = library.render(plan.brief(), chosen, plan.sections());
    Set<String> anchors =
        plan.sections().stream().map(SectionPlan::anchor).collect(Collectors.toSet());
    var context = new FindingsContext(section.anchor(), section.kind(), anchors, colours(plan), "");
    return Findings.of(html, context).stream()
        .map(Finding::instruction)
        .map(f -> section.kind() + "/" + layout + ": " + f)
        .toList();
  }

  private static Map<String, String> colours(Plan plan) {
    var variables = Themes.variables(plan.brief().theme());
    return plan.brief().theme().mode().equals("dark") ? variables.dark() : variables.light();
  }
}
