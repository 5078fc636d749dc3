package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WordsTest {
  private static List<String> keys(String text) {
    return Words.of(text).list().stream().map(Word::key).toList();
  }

  @Test
  void words_are_folded_for_comparing() {
    assertEquals(List.of("uber", "backerei", "strasse"), keys("Über Bäckerei STRAßE"));
    assertEquals(List.of("saas"), keys("ＳａａＳ"));
    assertEquals(List.of("cafe"), keys("cafe\u0301"));
  }

  @Test
  void scripts_meet_at_a_word_border() {
    assertEquals(List.of("モタンな", "saas", "のサイト"), keys("モダンなSaaSのサイト"));
  }

  @Test
  void a_possessive_is_one_word_and_an_elision_two() {
    assertEquals(List.of("joe", "pizza"), keys("Joe's Pizza"));
    assertEquals(List.of("l", "atelier"), keys("l'atelier"));
  }

  @Test
  void invisible_characters_end_a_line_and_keep_their_place() {
    String raw = "Ac\u202Eme \uD83D x";
    Words words = Words.of(raw);
    assertEquals(raw.length(), words.text().length());
    assertEquals(List.of("ac", "me", "x"), keys(raw));
    assertTrue(words.at(1).parted());
  }
}
