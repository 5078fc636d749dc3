package pageloom.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import pageloom.markup.Sanitizer;
import pageloom.plan.PageTypes;
import pageloom.plan.Plan;
import pageloom.plan.PlanRequest;
import pageloom.plan.Planner;
import pageloom.plan.SectionKinds;
import pageloom.plan.SectionPlan;
import pageloom.plan.ThemeChoices;
import pageloom.plan.Themes;

final class SignatureTest {
  private static final Planner PLANNER =
      new Planner(
          PageTypes.load(),
          SectionKinds.load(),
          new ThemeChoices(Themes.palettes(), Themes.types()));

  private final PatternLibrary library = new PatternLibrary();
  private final Sanitizer sanitizer = new Sanitizer();

  @Test
  void every_page_of_every_type_shows_exactly_one_and_pages_differ() {
    Set<String> shown = new TreeSet<>();
    for (var type : PageTypes.load().choices())
      for (long seed = 1; seed <= 12; seed++) {
        List<String> signatures = on(plan(type.id(), List.of(), seed));
        assertEquals(1, signatures.size(), type.id() + " " + seed + " " + signatures);
        shown.addAll(signatures);
      }
    Set<String> all = new TreeSet<>();
    for (Signature signature : EnumSet.allOf(Signature.class))
      all.add(signature.name().toLowerCase(Locale.ROOT));
    assertEquals(all, shown);
  }

  @Test
  void a_page_without_a_hero_shows_it_in_the_footer_and_without_both_not_at_all() {
    for (long seed = 1; seed <= 12; seed++) {
      assertEquals(1, on(plan("saas", List.of("Features", "Pricing", "Footer"), seed)).size());
      assertEquals(1, on(plan("saas", List.of("Hero", "Hero", "Pricing"), seed)).size());
      assertEquals(0, on(plan("saas", List.of("Pricing"), seed)).size());
    }
  }

  private static Plan plan(String type, List<String> sections, long seed) {
    return PLANNER.plan(
        new PlanRequest("A page", type, sections, null, null, null, null, null, seed));
  }

  private List<String> on(Plan plan) {
    var page = new StringBuilder();
    for (SectionPlan section : plan.sections()) {
      String html = library.render(plan.brief(), section, plan.sections());
      var safe = sanitizer.sanitize(html, section.anchor());
      assertTrue(safe.removed().isEmpty(), () -> section.kind() + " " + safe.removed());
      page.append(safe.html());
    }
    return Jsoup.parseBodyFragment(page.toString())
        .select("[data-signature]")
        .eachAttr("data-signature");
  }
}
