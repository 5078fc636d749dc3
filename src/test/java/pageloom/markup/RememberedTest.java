package pageloom.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What is remembered is right, however much is forgotten.
final class RememberedTest {
  private final AtomicInteger worked = new AtomicInteger();
  private final Remembered<String> remembered =
      new Remembered<>(
          4,
          8,
          text -> {
            worked.incrementAndGet();
            return text + "!";
          });

  @Test
  void a_text_that_comes_again_is_worked_out_once() {
    for (int i = 0; i < 3; i++) assertEquals("flex!", remembered.of("flex"));
    assertEquals(1, worked.get());
  }

  @Test
  void more_texts_than_there_are_places_get_what_is_theirs() {
    for (int i = 0; i < 300; i++) {
      String text = "p-" + i % 30;
      assertEquals(text + "!", remembered.of(text));
    }
  }

  @Test
  void a_long_text_takes_no_place() {
    for (int i = 0; i < 2; i++) assertEquals("bg-on-brand!", remembered.of("bg-on-brand"));
    assertEquals(2, worked.get());
  }
}
