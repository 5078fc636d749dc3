package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a prompt states is on the page, word for word, in a section that is made for it.
final class SaidFactsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A consultancy for farms, open Mon-Fri 9am-5pm        | HOURS | Mon-Fri 9am-5pm    | Hours
          A gardening blog that meets on 12 May 2026           | DATE  | 12 May 2026        | Schedule
          A dog walker, €15 per hour                           | PRICE | €15 per hour       | Pricing
          A restaurant with a set lunch for €18                | PRICE | €18                | Menu
          A farm shop with honey at $12                        | PRICE | $12                | Products
          SaaS for landlords, write to hello@rent.example      | EMAIL | hello@rent.example | Contact
          A charity that plants trees, call +44 113 496 0000   | PHONE | +44 113 496 0000   | Contact
          A yoga studio in Portland, Oregon                    | PLACE | Portland, Oregon   | Contact
          Clínica dental, abierta de lunes a viernes de 9 a 18 | HOURS | lunes a viernes de 9 a 18 | Hours
          Club de lecture, le 3 juin 2026 à Tours              | DATE  | 3 juin 2026        | Schedule
          Fotografin in Bremen, Porträts ab 120 €              | PRICE | 120 €              | Pricing
          Banda de jazz, contacto: musica@jazz.example         | EMAIL | musica@jazz.example | Contact
          """)
  void a_fact_has_a_section_and_stands_there(
      String prompt, Fact.Kind kind, String words, String section) {
    Plan plan = Plans.of(prompt);
    assertTrue(plan.brief().facts().contains(new Fact(kind, words)), plan.brief()::toString);
    assertTrue(Plans.names(plan).contains(section), Plans.names(plan)::toString);
    assertTrue(isSaid(plan, words), plan.sections()::toString);
  }

  @Test
  void every_fact_is_said_on_every_type_of_page() {
    String prompt =
        "A page, open Mon-Fri 9am-5pm, $19 per month, on 12 May 2026, in Ghent, call +32 9 000 00"
            + " 00, write to us@firm.example";
    for (PageTypes.Choice type : Plans.TYPES.choices()) {
      Plan plan =
          Plans.PLANNER.plan(
              new PlanRequest(prompt, type.id(), List.of(), null, null, null, null, null, 3));
      assertEquals(6, plan.brief().facts().size(), plan.brief()::toString);
      for (Fact fact : plan.brief().facts())
        assertTrue(isSaid(plan, fact.text()), () -> type.id() + " does not say " + fact);
      assertEquals(
          plan.sections().stream().map(SectionPlan::kind).distinct().count(),
          plan.sections().size(),
          type.id());
    }
  }

  @Test
  void what_the_prompt_does_not_want_stays_away() {
    Plan plan = Plans.of("A dog walker without pricing and contact, €15 per hour, a@walk.example");
    assertFalse(Plans.names(plan).contains("Pricing"));
    assertFalse(Plans.names(plan).contains("Contact"));
    assertFalse(plan.sections().toString().contains("€15"));
  }

  @Test
  void a_list_of_sections_is_kept_as_it_is() {
    assertEquals(
        List.of("Hero", "FAQ"),
        Plans.names(
            Plans.PLANNER.plan(
                new PlanRequest(
                    "A bakery open Mon-Fri 9am-5pm in Ghent",
                    null,
                    List.of("Hero", "FAQ"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    1))));
    assertEquals(List.of("Pricing"), Plans.names(Plans.of("just pricing for a gym in Ghent, $9")));
  }

  @Test
  void hours_around_the_clock_need_no_hours_section() {
    assertFalse(Plans.names(Plans.of("A plumber, 24/7")).contains("Hours"));
  }

  @Test
  void the_persons_own_words_for_the_business_are_there() {
    Plan plan = Plans.of("Website for a funeral home in Leeds, family-run since 1998");
    assertEquals("local_service", plan.pageType());
    String hero = hero(plan);
    assertTrue(hero.contains("Funeral home"), hero);
    assertTrue(hero.contains("family-run"), hero);
    assertTrue(hero.contains("since 1998"), hero);
    assertTrue(hero(Plans.of("Vegan café in Ghent")).contains("Vegan café"));
    assertTrue(hero(Plans.of("Café végétalien à Nantes, depuis 2011")).contains("depuis 2011"));
    assertFalse(hero(Plans.of("A butcher shop, not vegan")).contains("vegan"));
  }

  @Test
  void a_price_comes_with_what_it_is_for() {
    String menu = Plans.of("A bakery in Ghent, loaves from €6, open daily").sections().toString();
    assertTrue(menu.contains("loaves from €6"), menu);
  }

  private static String hero(Plan plan) {
    return plan.sections().stream()
        .filter(s -> s.kind().equals("hero"))
        .map(s -> s.copy().toString())
        .findFirst()
        .orElseThrow();
  }

  private static boolean isSaid(Plan plan, String words) {
    return plan.sections().stream().anyMatch(s -> s.copy().toString().contains(words));
  }
}
