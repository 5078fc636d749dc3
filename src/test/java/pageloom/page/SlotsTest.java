package pageloom.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SlotsTest {
  private final List<String> granted = new ArrayList<>();
  private final Slots slots = new Slots(3, 2);

  private Runnable ask(String owner, String page) {
    Runnable grant = () -> granted.add(page);
    slots.request(owner, grant);
    return grant;
  }

  @Test
  void nobody_waits_behind_somebody_who_has_enough() {
    ask("ann", "a1");
    ask("ann", "a2");
    ask("ann", "a3");
    ask("bob", "b1");
    ask("bob", "b2");
    assertEquals(List.of("a1", "a2", "b1"), granted);
    slots.release("bob");
    assertEquals(List.of("a1", "a2", "b1", "b2"), granted, "ann still has two");
    slots.release("ann");
    assertEquals(List.of("a1", "a2", "b1", "b2", "a3"), granted);
  }

  @Test
  void those_of_one_person_come_in_their_order() {
    for (int i = 1; i <= 4; i++) ask("ann", "a" + i);
    slots.release("ann");
    slots.release("ann");
    assertEquals(List.of("a1", "a2", "a3", "a4"), granted);
  }

  @Test
  void a_request_is_taken_back_only_while_it_waits() {
    Runnable held = ask("ann", "a1");
    ask("ann", "a2");
    Runnable waiting = ask("ann", "a3");
    assertTrue(slots.withdraw(waiting));
    assertFalse(slots.withdraw(held));
    slots.release("ann");
    assertEquals(List.of("a1", "a2"), granted);
  }
}
