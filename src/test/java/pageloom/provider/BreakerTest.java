package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A provider that fails and fails is left in peace until it answers again.
@Timeout(30)
final class BreakerTest {
  private static final Failure DOWN = new Failure.Unavailable(503, null);
  private static final BreakerPolicy POLICY =
      new BreakerPolicy(3, Duration.ofSeconds(5), Duration.ofSeconds(12));

  private long now;
  private final Breaker breaker = new Breaker(POLICY, () -> now, "test");

  private void storm() {
    for (int i = 0; i < 3; i++) {
      assertEquals(Optional.empty(), breaker.admit());
      breaker.report(DOWN);
    }
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }

  @Test
  void a_storm_opens_it_and_it_says_for_how_long() {
    storm();
    assertEquals(Optional.of(Duration.ofSeconds(5)), breaker.admit());
    pass(Duration.ofSeconds(4));
    assertEquals(Optional.of(Duration.ofSeconds(1)), breaker.admit());
  }

  @Test
  void one_probe_goes_through_and_heals_it() {
    storm();
    pass(Duration.ofSeconds(5));
    assertEquals(Optional.empty(), breaker.admit());
    assertTrue(breaker.admit().isPresent());
    breaker.report(null);
    assertEquals(Optional.empty(), breaker.admit());
    assertEquals(Optional.empty(), breaker.admit());
  }

  @Test
  void a_probe_that_fails_doubles_the_pause_up_to_the_longest() {
    storm();
    for (int seconds : new int[] {10, 12, 12}) {
      pass(Duration.ofSeconds(12));
      assertEquals(Optional.empty(), breaker.admit());
      breaker.report(DOWN);
      assertEquals(Optional.of(Duration.ofSeconds(seconds)), breaker.admit());
    }
  }

  @Test
  void a_probe_that_is_cancelled_leaves_its_place_to_the_next() {
    storm();
    pass(Duration.ofSeconds(5));
    assertEquals(Optional.empty(), breaker.admit());
    breaker.report(new Failure.Cancelled());
    assertEquals(Optional.empty(), breaker.admit());
  }

  @Test
  void refusals_show_that_the_endpoint_lives() {
    for (int i = 0; i < 20; i++) {
      breaker.report(i % 2 == 0 ? DOWN : new Failure.KeyRejected(true));
    }
    assertEquals(Optional.empty(), breaker.admit());
  }

  @Test
  void an_open_breaker_keeps_requests_from_the_endpoint_and_a_probe_heals_it() throws Exception {
    var policy = new BreakerPolicy(2, Duration.ofMillis(200), Duration.ofMillis(200));
    try (var endpoint =
            new ScriptedEndpoint(
                c -> c.head("503 Busy"),
                c -> c.head("503 Busy"),
                c -> c.sse().content("well").finish("stop").event(Chunks.DONE));
        var provider = new OpenAiCompatible(Asking.config(endpoint).withBreaker(policy))) {
      for (int i = 0; i < 2; i++) {
        assertThrows(
            ProviderException.class,
            () -> provider.prepare(Asking.REQUEST).await(CallWatcher.NONE));
      }
      var impatient =
          new CallWatcher() {
            @Override
            public boolean again(Failure failure) {
              return false;
            }
          };
      var thrown =
          assertThrows(
              ProviderException.class, () -> provider.prepare(Asking.REQUEST).await(impatient));
      assertEquals("breaker_open", thrown.failure().code());
      assertEquals(0, thrown.attempts());
      assertEquals(2, endpoint.requests.size());
      var notes = new Asking.Notes();
      assertEquals("well", provider.prepare(Asking.REQUEST).await(notes).text());
      assertEquals("breaker_open", notes.waits.getFirst().code());
    }
  }
}
