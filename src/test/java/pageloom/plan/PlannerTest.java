package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PlannerTest {
  @Test
  void a_saas_page_has_exactly_its_seven_sections() {
    Plan plan = Plans.of("Build a modern SaaS landing page");
    assertEquals("saas", plan.pageType());
    assertEquals(
        List.of("Navigation", "Hero", "Features", "SocialProof", "Pricing", "CTA", "Footer"),
        Plans.names(plan));
    assertEquals(
        List.of("navigation", "hero", "features", "social_proof", "pricing", "cta", "footer"),
        plan.sections().stream().map(SectionPlan::kind).toList());
    assertEquals("social-proof", plan.sections().get(3).anchor());
  }

  @Test
  void the_same_prompt_and_seed_give_an_equal_plan() {
    for (String prompt : List.of("Build a modern SaaS landing page", "asdf", "パン屋のサイト", "")) {
      assertEquals(Plans.of(prompt, 42), Plans.of(prompt, 42));
    }
  }

  @Test
  void other_seeds_give_other_looks() {
    List<Plan> plans =
        LongStream.range(0, 30).mapToObj(s -> Plans.of("a bakery in Lyon", s)).toList();
    Set<String> palettes =
        plans.stream().map(p -> p.brief().theme().palette()).collect(Collectors.toSet());
    Set<List<String>> layouts =
        plans.stream()
            .map(p -> p.sections().stream().map(SectionPlan::layout).toList())
            .collect(Collectors.toSet());
    assertTrue(palettes.size() >= 3, palettes::toString);
    assertTrue(layouts.size() >= 20, () -> layouts.size() + " of 30");
    Set<String> brands = plans.stream().map(p -> p.brief().brand()).collect(Collectors.toSet());
    assertTrue(brands.size() >= 5, brands::toString);
  }

  @Test
  void two_prompts_of_one_type_with_one_seed_need_not_look_alike() {
    Set<String> palettes = new HashSet<>();
    for (int i = 0; i < 12; i++)
      palettes.add(Plans.of("a bakery in Lyon " + i).brief().theme().palette());
    assertTrue(palettes.size() > 1);
  }

  @Test
  void what_the_request_names_wins_over_the_prompt() {
    Plan plan =
        Plans.PLANNER.plan(
            new PlanRequest(
                "a dark green minimal bakery page",
                "event",
                List.of(),
                "saffron",
                "auto",
                "slab",
                "round",
                "compact",
                7));
    assertEquals("event", plan.pageType());
    assertEquals(new Theme("saffron", "auto", "slab", "round", "compact"), plan.brief().theme());
    assertEquals(7, plan.brief().seed());
  }

  @Test
  void unknown_choices_are_named_with_their_field() {
    assertEquals("pageType", unknown("wizardry", null, null, null, null, null));
    assertEquals("theme.palette", unknown(null, "infrared", null, null, null, null));
    assertEquals("theme.mode", unknown(null, null, "dusk", null, null, null));
    assertEquals("theme.type", unknown(null, null, null, "papyrus", null, null));
    assertEquals("theme.radius", unknown(null, null, null, null, "12px", null));
    assertEquals("theme.density", unknown(null, null, null, null, null, "sparse"));
  }

  private static String unknown(
      @Nullable String pageType,
      @Nullable String palette,
      @Nullable String mode,
      @Nullable String type,
      @Nullable String radius,
      @Nullable String density) {
    var request =
        new PlanRequest("x", pageType, List.of(), palette, mode, type, radius, density, 1);
    return assertThrows(UnknownChoice.class, () -> Plans.PLANNER.plan(request)).field();
  }

  @Test
  void words_of_the_prompt_steer_the_theme() {
    assertEquals("dark", theme("a dark landing page for a bank").mode());
    assertEquals("light", theme("a dark chocolate shop").mode());
    assertEquals("light", theme("a landing page for a bank, not dark").mode());
    assertEquals("mono-tech", theme("monospaced site for a library").type());
    assertEquals("round", theme("playful page for a toy shop").radius());
    assertTrue(
        List.of("forest", "orchard", "mint").contains(theme("green site for a gym").palette()));
    assertTrue(List.of("forest", "orchard", "mint").contains(theme("ein grünes Café").palette()));
    assertEquals("none", theme("minimal portfolio").radius());
    assertEquals("dark", theme("página oscura para un bar").mode());
  }

  private static Theme theme(String prompt) {
    return Plans.of(prompt).brief().theme();
  }

  @Test
  void facts_of_the_prompt_are_in_the_copy_as_they_were_written() {
    Plan plan =
        Plans.of(
            "A bakery called Nordlys in Lyon, open Tue-Sun 7am-3pm, call +33 4 72 00 00 00 or"
                + " write to bonjour@nordlys.example");
    String copy = plan.sections().toString();
    assertTrue(copy.contains("Tue-Sun 7am-3pm"), copy);
    assertTrue(copy.contains("+33 4 72 00 00 00"), copy);
    assertTrue(copy.contains("bonjour@nordlys.example"), copy);
    assertTrue(copy.contains("Lyon"), copy);
    assertTrue(copy.contains("Nordlys"), copy);
  }

  @Test
  void a_section_whose_facts_are_all_stated_is_no_sample() {
    String prompt =
        "A bakery called Nordlys, 5 rue Basse in Lyon, open Tue-Sun 7am-3pm, call"
            + " +33 4 72 00 00 00 or write to bonjour@nordlys.example";
    Copy hours = section(prompt, "hours");
    assertFalse(hours.sample());
    assertTrue(hours.items().toString().contains("Tue-Sun 7am-3pm"));
    assertFalse(section(prompt, "contact").sample());
    assertTrue(section("a bakery in Lyon", "hours").sample());
    assertTrue(section("a bakery in Lyon", "contact").sample());
    assertTrue(section(prompt, "menu").sample());
  }

  private static Copy section(String prompt, String kind) {
    return Plans.of(prompt).sections().stream()
        .filter(s -> s.kind().equals(kind))
        .findFirst()
        .orElseThrow()
        .copy();
  }

  @Test
  void the_title_is_the_brand_or_the_subject() {
    assertEquals("Acme Bakery", Plans.of("Website for Acme Bakery in Lyon").title());
    assertEquals("Dog walking app", Plans.of("a dog walking app").title());
    Plan plain = Plans.of("a website");
    assertEquals(plain.brief().brand(), plain.title());
  }

  @Test
  void named_sections_are_made_in_the_order_of_the_request() {
    assertEquals(
        List.of("hero", "social_proof", "faq", "content", "pricing"),
        Plans.withSections(
                "Hero", "Testimonials", "preguntas frecuentes", "Wine Cellar", "OurPricing")
            .sections()
            .stream()
            .map(SectionPlan::kind)
            .toList());
    assertEquals(
        List.of("Hero", "Testimonials", "Wine Cellar"),
        Plans.names(Plans.withSections(" Hero ", "Testimonials", "Wine\u0000Cellar")));
  }

  @Test
  void an_unknown_section_carries_its_name_as_its_title() {
    SectionPlan section = Plans.withSections("OurWineCellar").sections().get(0);
    assertEquals("OurWineCellar", section.name());
    assertEquals("our-wine-cellar", section.anchor());
    assertEquals("Our Wine Cellar", section.copy().title());
  }

  @Test
  void names_given_twice_get_a_number() {
    Plan plan = Plans.withSections("Features", "Hero", "Features", "features");
    assertEquals(List.of("Features", "Hero", "Features2", "features3"), Plans.names(plan));
    assertEquals(
        List.of("features", "hero", "features2", "features3"),
        plan.sections().stream().map(SectionPlan::anchor).toList());
  }

  @Test
  void a_page_has_at_most_24_sections_with_names_of_at_most_60_characters() {
    String[] many =
        IntStream.range(0, 40).mapToObj(i -> "S" + i + "x".repeat(100)).toArray(String[]::new);
    Plan plan = Plans.withSections(many);
    assertEquals(24, plan.sections().size());
    assertTrue(plan.sections().stream().allMatch(s -> s.name().length() == 60));
    assertEquals(List.of("Hero"), Plans.names(Plans.withSections("", " \n ", "Hero")));
  }
}
