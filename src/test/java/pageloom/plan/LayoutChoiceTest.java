package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LayoutChoiceTest {
  private static SectionKind kind(String id, String... layouts) {
    var none = new Copy("", "", "", "", "", "", false, List.of());
    return new SectionKind(id, id, List.of(layouts), List.of(), List.of(), none);
  }

  @Test
  void a_kind_of_one_layout_makes_its_neighbours_give_way() {
    List<SectionKind> kinds =
        List.of(kind("a", "table", "cards"), kind("b", "table"), kind("c", "table", "cards"));
    for (long seed = 0; seed < 50; seed++) {
      assertEquals(
          List.of("cards", "table", "cards"), LayoutChoice.choose(kinds, new Draw(seed, "")));
    }
  }

  @Test
  void twins_without_a_choice_stay_twins() {
    List<SectionKind> kinds = List.of(kind("a", "table"), kind("a", "table"));
    assertEquals(List.of("table", "table"), LayoutChoice.choose(kinds, new Draw(1, "")));
  }

  @Test
  void neighbours_differ_on_random_pages() {
    var random = new Random(5);
    List<SectionKind> all = Plans.KINDS.all().stream().filter(k -> k.layouts().size() > 1).toList();
    for (int i = 0; i < 2000; i++) {
      List<SectionKind> page = random.ints(24, 0, all.size()).mapToObj(all::get).toList();
      List<String> layouts = LayoutChoice.choose(page, new Draw(i, "page"));
      for (int n = 1; n < layouts.size(); n++) {
        assertNotEquals(layouts.get(n - 1), layouts.get(n));
        assertTrue(page.get(n).layouts().contains(layouts.get(n)));
      }
    }
  }

  @Test
  void neighbours_differ_on_every_page_type() {
    for (PageTypes.Choice type : Plans.TYPES.choices()) {
      for (long seed = 0; seed < 40; seed++) {
        Plan plan =
            Plans.PLANNER.plan(
                new PlanRequest(
                    "a page", type.id(), List.of(), null, null, null, null, null, seed));
        List<String> layouts = plan.sections().stream().map(SectionPlan::layout).toList();
        assertEquals(0, clashes(layouts), () -> type.id() + layouts);
      }
    }
  }

  @Test
  void neighbours_differ_wherever_each_kind_is_there_once() {
    var random = new Random(6);
    for (int i = 0; i < 3000; i++) {
      List<SectionKind> page = new ArrayList<>(Plans.KINDS.all());
      Collections.shuffle(page, random);
      List<String> layouts = LayoutChoice.choose(page, new Draw(i, "all"));
      assertEquals(0, clashes(layouts), layouts::toString);
    }
  }

  private static long clashes(List<String> layouts) {
    return IntStream.range(1, layouts.size())
        .filter(n -> layouts.get(n).equals(layouts.get(n - 1)))
        .count();
  }
}
