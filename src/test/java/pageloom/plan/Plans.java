package pageloom.plan;

import java.util.List;

/// Plans for tests: the shipped catalogues and the palettes and type pairings that the decks name.
final class Plans {
  static final ThemeChoices THEMES =
      new ThemeChoices(
          List.of(
              "ink-paper",
              "harbor",
              "forest",
              "clay",
              "saffron",
              "rosewood",
              "glacier",
              "graphite",
              "orchard",
              "cobalt",
              "sand",
              "mint",
              "poppy",
              "blossom",
              "moss",
              "midnight",
              "denim",
              "lagoon"),
          List.of("grotesk", "humanist", "serif-display", "slab", "mono-tech", "classic"));
  static final SectionKinds KINDS = SectionKinds.load();
  static final PageTypes TYPES = PageTypes.load();
  static final Planner PLANNER = new Planner(TYPES, KINDS, THEMES);

  private Plans() {}

  static Plan of(String prompt) {
    return of(prompt, 1);
  }

  static Plan of(String prompt, long seed) {
    return PLANNER.plan(
        new PlanRequest(prompt, null, List.of(), null, null, null, null, null, seed));
  }

  static Plan withSections(String... names) {
    return PLANNER.plan(
        new PlanRequest("a bakery", null, List.of(names), null, null, null, null, null, 1));
  }

  static List<String> names(Plan plan) {
    return plan.sections().stream().map(SectionPlan::name).toList();
  }
}
