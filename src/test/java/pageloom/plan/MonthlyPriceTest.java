package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MonthlyPriceTest {
  @Test
  void a_year_costs_twelve_months_in_the_spelling_of_the_month() {
    assertEquals("$144, billed yearly", yearly("$12", "billed monthly"));
    assertEquals("€119.88, per year", yearly("€9.99", "per month"));
    assertEquals("from $1,800, a year", yearly("from $150", "a month"));
    assertEquals("14,400 €, per year", yearly("1,200 €", "per month"));
  }

  @Test
  void what_is_free_or_not_for_a_month_has_no_price_of_a_year() {
    assertEquals("", yearly("$0", "per month"));
    assertEquals("", yearly("$12", "per visit"));
    assertEquals("", yearly("Let's talk", "billed monthly"));
    assertEquals("", yearly("$12 or $15", "per month"));
  }

  @Test
  void only_pages_with_a_monthly_price_let_the_reader_switch() {
    boolean drawn = false;
    for (long seed = 0; seed < 40; seed++) {
      for (String type : List.of("saas", "restaurant")) {
        Plan plan =
            Plans.PLANNER.plan(
                new PlanRequest(
                    "A page", type, List.of("Pricing"), null, null, null, null, null, seed));
        SectionPlan pricing = plan.sections().getFirst();
        boolean toggle = pricing.layout().equals("toggle");
        assertFalse(toggle && type.equals("restaurant"));
        drawn |= toggle;
      }
    }
    assertTrue(drawn);
  }

  private static String yearly(String label, String meta) {
    Optional<MonthlyPrice> price =
        MonthlyPrice.of(new CopyItem("Plan", "", label, meta, "", List.of(), false));
    return price.map(p -> p.label() + ", " + p.meta()).orElse("");
  }
}
