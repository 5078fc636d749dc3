package pageloom.author;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pageloom.markup.Sanitizer;
import pageloom.plan.PageTypes;
import pageloom.plan.Plan;
import pageloom.plan.PlanRequest;
import pageloom.plan.Planner;
import pageloom.plan.SectionKinds;
import pageloom.plan.SectionPlan;
import pageloom.plan.ThemeChoices;
import pageloom.plan.Themes;

/// Every pattern with the copy it ships with, planned, rendered and sanitized.
final class PatternFragments {
  private static final Planner PLANNER =
      new Planner(
          PageTypes.load(),
          SectionKinds.load(),
          new ThemeChoices(Themes.palettes(), Themes.types()));

  private final PatternLibrary library = new PatternLibrary();
  private final Sanitizer sanitizer = new Sanitizer();
  private final List<String> fragments = new ArrayList<>();
  private final Set<String> covered = new TreeSet<>();

  private PatternFragments() {}

  /// Each pattern at least once.
  static List<String> all() {
    var all = new PatternFragments();
    all.renderAll();
    assertEquals(new TreeSet<>(Samples.patterns()), all.covered);
    return all.fragments;
  }

  private void renderAll() {
    for (var type : PageTypes.load().choices()) render(plan(type.id(), List.of(), 1));
    List<String> kinds = SectionKinds.load().all().stream().map(kind -> kind.name()).toList();
    for (long seed = 0; seed < 60 && covered.size() < Samples.patterns().size(); seed++) {
      // A request takes at most 24 names; two halves hold every kind.
      render(plan("saas", kinds.subList(0, kinds.size() / 2), seed));
      render(plan("bakery", kinds.subList(kinds.size() / 2, kinds.size()), seed));
    }
  }

  private static Plan plan(String pageType, List<String> sections, long seed) {
    return PLANNER.plan(
        new PlanRequest(
            "A page for Okapi", pageType, sections, null, null, null, null, null, seed));
  }

  private void render(Plan plan) {
    for (SectionPlan section : plan.sections()) {
      String html = library.render(plan.brief(), section, plan.sections());
      var safe = sanitizer.sanitize(html, section.anchor());
      assertEquals(List.of(), safe.removed(), section.kind() + "/" + section.layout());
      fragments.add(safe.html());
      covered.add(section.kind() + "/" + section.layout());
    }
  }
}
