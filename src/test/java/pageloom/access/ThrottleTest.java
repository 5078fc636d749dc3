package pageloom.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ThrottleTest {
  private long now;
  private final Throttle throttle =
      new Throttle(
          List.of(
              new Throttle.Rate(2, Duration.ofMinutes(1)),
              new Throttle.Rate(3, Duration.ofHours(1))),
          () -> now);

  private void later(Duration time) {
    now += time.toNanos();
  }

  @Test
  void the_window_slides() {
    assertEquals(Duration.ZERO, throttle.pass("a"));
    later(Duration.ofSeconds(40));
    assertEquals(Duration.ZERO, throttle.pass("a"));
    assertEquals(Duration.ofSeconds(20), throttle.pass("a"));
    later(Duration.ofSeconds(20));
    assertEquals(Duration.ZERO, throttle.pass("a"), "the first one is a minute ago");
    assertEquals(Duration.ofMinutes(59), throttle.pass("a"), "three in this hour");
    later(Duration.ofMinutes(59));
    assertEquals(Duration.ZERO, throttle.pass("a"));
  }

  @Test
  void what_is_forgiven_does_not_count() {
    for (int i = 0; i < 10; i++) {
      assertEquals(Duration.ZERO, throttle.pass("a"));
      throttle.forgive("a");
    }
    throttle.forgive("b");
  }

  @Test
  void others_have_their_own() {
    throttle.pass("a");
    throttle.pass("a");
    assertTrue(throttle.pass("a").isPositive());
    assertEquals(Duration.ZERO, throttle.pass("b"));
  }

  @Test
  void names_do_not_fill_the_memory_and_those_known_are_not_forgotten_for_them() {
    throttle.pass("known");
    throttle.pass("known");
    long let = 0;
    for (int i = 0; i < 100_000; i++) if (throttle.pass("name " + i).isZero()) let++;
    assertEquals(9_999 + 2, let, "all others count as one");
    assertTrue(throttle.pass("known").isPositive());
    later(Duration.ofHours(1));
    assertEquals(Duration.ZERO, throttle.pass("new"), "old ones make room");
  }
}
