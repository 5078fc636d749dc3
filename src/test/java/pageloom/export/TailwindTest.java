package pageloom.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The compiler without a browser. That its sheets are the builder's own, `ExportIT` shows.
final class TailwindTest {
  private static final Tailwind TAILWIND = new Tailwind(Tokens.css());

  @AfterAll
  static void close() {
    TAILWIND.close();
  }

  @Test
  void a_sheet_has_what_its_page_uses_and_nothing_of_the_page_before() {
    String first = TAILWIND.of(Set.of("flex", "bg-brand", "text-hero", "animate-spin"));
    String second = TAILWIND.of(Set.of("grid", "md:gap-4", "no-such-class", "[&>li]:mt-2"));

    assertTrue(first.contains(".bg-brand"), first);
    assertTrue(first.contains("@keyframes spin"), first);
    assertTrue(second.contains(".md\\:gap-4"), second);
    assertTrue(second.contains("\\[\\&\\>li\\]\\:mt-2"), second);
    for (String left : Set.of(".flex", ".text-hero", "@keyframes", "no-such-class")) {
      assertFalse(second.contains(left), left + " in\n" + second);
    }
    assertTrue(first.startsWith("/*! tailwindcss v" + Resources.TAILWIND), first);
    try (var fresh = new Tailwind(Tokens.css())) {
      assertEquals(fresh.of(Set.of("md:gap-4", "[&>li]:mt-2", "grid")), second);
    }
  }

  @Test
  void the_same_number_of_other_classes_gives_another_sheet() {
    String one = TAILWIND.of(Set.of("mt-1"));

    assertTrue(TAILWIND.of(Set.of("mt-2")).contains(".mt-2"));
    assertEquals(one, TAILWIND.of(Set.of("mt-1")));
  }

  @Test
  void a_page_without_classes_has_the_base_styles() {
    assertTrue(TAILWIND.of(Set.of()).contains("box-sizing"));
  }

  @Test
  void a_closed_compiler_says_so() {
    var closed = new Tailwind(Tokens.css());
    closed.close();

    assertThrows(IllegalStateException.class, () -> closed.of(Set.of("flex")));
  }
}
