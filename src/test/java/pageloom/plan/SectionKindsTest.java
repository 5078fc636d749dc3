package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SectionKindsTest {
  @Test
  void the_core_kinds_come_first() {
    assertEquals(
        List.of("navigation", "hero", "features", "social_proof", "pricing", "cta", "footer"),
        Plans.KINDS.all().stream().limit(7).map(SectionKind::id).toList());
    assertEquals(30, Plans.KINDS.all().size());
  }

  @Test
  void every_kind_is_well_formed() {
    for (SectionKind kind : Plans.KINDS.all()) {
      assertTrue(kind.id().matches("[a-z]+(?:_[a-z]+)*"), kind::id);
      assertTrue(kind.name().matches("[A-Z][A-Za-z]*"), kind::name);
      assertTrue(kind.layouts().stream().allMatch(l -> l.matches("[a-z]+")), kind::id);
      assertEquals(kind.layouts().size(), new HashSet<>(kind.layouts()).size(), kind::id);
      assertFalse(kind.synonyms().isEmpty(), kind::id);
      assertTrue(
          kind.id().matches("navigation|footer") || !kind.copy().title().isEmpty(), kind::id);
    }
  }

  @Test
  void a_kind_is_found_by_its_id_its_name_and_every_synonym() {
    for (SectionKind kind : Plans.KINDS.all()) {
      assertEquals(Optional.of(kind), Plans.KINDS.named(kind.id()));
      assertEquals(Optional.of(kind), Plans.KINDS.named(kind.name()));
      for (String synonym : kind.synonyms())
        assertEquals(Optional.of(kind), Plans.KINDS.named(synonym), synonym);
      for (String synonym : kind.alone())
        assertEquals(Optional.of(kind), Plans.KINDS.named(synonym), synonym);
    }
  }

  @Test
  void no_synonym_names_two_kinds() {
    Map<String, String> owners = new HashMap<>();
    for (SectionKind kind : Plans.KINDS.all()) {
      for (String synonym : kind.synonyms()) {
        String other = owners.put(String.join(" ", Phrase.of(synonym).stems()), kind.id());
        assertTrue(other == null || other.equals(kind.id()), () -> synonym + ": " + other);
      }
    }
  }

  @Test
  void names_are_found_whatever_their_spelling() {
    assertEquals("social_proof", id("Testimonials"));
    assertEquals("social_proof", id("CustomerTestimonials"));
    assertEquals("social_proof", id("social-proof"));
    assertEquals("faq", id("FAQs"));
    assertEquals("pricing", id("OUR PRICING"));
    assertEquals("process", id("how it works"));
    assertEquals("faq", id("Préguntas Frecuentés"));
    assertEquals("pricing", id("料金プラン"));
    assertTrue(Plans.KINDS.named("Wine Cellar").isEmpty());
    assertTrue(Plans.KINDS.named("").isEmpty());
  }

  private static String id(String name) {
    return Plans.KINDS.named(name).orElseThrow().id();
  }
}
