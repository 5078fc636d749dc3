package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What every deck must hold; reads the index, so a new deck is checked as soon as it is listed.
final class PageTypesTest {
  @Test
  void every_listed_type_can_be_chosen() {
    List<PageTypes.Choice> choices = Plans.TYPES.choices();
    assertTrue(choices.size() >= 16);
    for (PageTypes.Choice choice : choices) {
      assertFalse(choice.label().isBlank());
      assertEquals(choice.id(), Plans.TYPES.type(choice.id()).id());
    }
  }

  @Test
  void a_page_begins_with_navigation_and_ends_with_a_footer() {
    for (PageType type : Plans.TYPES.all()) {
      assertEquals("Navigation", type.sections().getFirst(), type.id());
      assertEquals("Footer", type.sections().getLast(), type.id());
      assertTrue(type.sections().size() >= 6 && type.sections().size() <= 9, type.id());
    }
  }

  @Test
  void every_section_is_of_a_known_kind_and_every_copy_too() {
    Set<String> kinds = Plans.KINDS.all().stream().map(SectionKind::id).collect(Collectors.toSet());
    for (PageType type : Plans.TYPES.all()) {
      for (String name : type.sections())
        assertEquals(name, Plans.KINDS.named(name).orElseThrow().name(), type.id());
      assertTrue(kinds.containsAll(type.copy().keySet()), () -> type.id() + type.copy().keySet());
    }
  }

  @Test
  void every_deck_has_enough_to_choose_from() {
    for (PageType type : Plans.TYPES.all()) {
      assertTrue(type.palettes().size() >= 3, type.id());
      assertTrue(Plans.THEMES.palettes().containsAll(type.palettes()), type.id());
      assertTrue(type.types().size() >= 2, type.id());
      assertTrue(Plans.THEMES.types().containsAll(type.types()), type.id());
      assertTrue(ThemeChoices.RADII.containsAll(type.radius()), type.id());
      assertTrue(ThemeChoices.DENSITIES.containsAll(type.density()), type.id());
      assertTrue(type.brands().size() >= 8, type.id());
      assertTrue(
          type.keywords().stream().allMatch(k -> k.weight() >= 1 && k.weight() <= 5), type.id());
    }
  }

  @Test
  void no_two_types_have_the_same_sections() {
    List<PageType> types = List.copyOf(Plans.TYPES.all());
    assertEquals(types.size(), types.stream().map(PageType::sections).distinct().count());
  }
}
