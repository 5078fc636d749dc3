package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// When a call tries again by itself, and when it must not.
@Timeout(30)
final class RetryTest {
  private final Asking.Notes notes = new Asking.Notes();

  private static final ScriptedEndpoint.Script GOOD =
      c -> c.sse().content("good").finish("stop").event(Chunks.USAGE).event(Chunks.DONE);

  private Completion ask(CallWatcher watcher, ScriptedEndpoint.Script... scripts) throws Exception {
    try (var endpoint = new ScriptedEndpoint(scripts);
        var provider = new OpenAiCompatible(Asking.config(endpoint).withRetries(Asking.THRICE))) {
      return provider.prepare(Asking.REQUEST).await(watcher);
    }
  }

  private ProviderException fail(CallWatcher watcher, ScriptedEndpoint.Script... scripts) {
    return assertThrows(ProviderException.class, () -> ask(watcher, scripts));
  }

  @Test
  void what_may_pass_is_tried_three_times_and_every_attempt_is_told() throws Exception {
    Completion found =
        ask(notes, c -> c.head("503 Busy"), c -> c.sse().content("half").reset(), GOOD);
    assertEquals("good", found.text());
    assertEquals(3, found.attempts());
    assertEquals(List.of(1, 2, 3), notes.attempts.stream().map(Attempt::number).toList());
    assertEquals(
        List.of(
            new Failure.Unavailable(503, null), new Failure.ConnectionLost(Failure.Fault.BROKEN)),
        notes.waits);
    assertEquals(Usage.NONE, notes.attempts.get(0).usage());
    assertTrue(notes.attempts.get(1).usage().estimated());
    assertEquals(found.usage(), notes.attempts.get(2).usage());
    assertEquals(Finish.STOP, notes.attempts.get(2).finish());
  }

  @Test
  void the_last_failure_is_the_one_that_counts() {
    ProviderException thrown = fail(notes, c -> c.head("500 No"), c -> c.head("529 No"));
    assertEquals(new Failure.Unavailable(529, null), thrown.failure());
    assertEquals(3, thrown.attempts());
    assertEquals(3, notes.attempts.size());
  }

  @Test
  void what_a_person_must_mend_is_tried_once() {
    for (int status : new int[] {400, 401, 402, 403, 404, 413, 422}) {
      assertEquals(1, fail(CallWatcher.NONE, c -> c.head(status + " No")).attempts());
    }
  }

  @Test
  void a_watcher_that_showed_something_is_asked_first() {
    var once =
        new CallWatcher() {
          @Override
          public boolean again(Failure failure) {
            return false;
          }
        };
    assertEquals(1, fail(once, c -> c.sse().content("shown").reset(), GOOD).attempts());
  }

  @Test
  void the_pause_is_at_least_what_the_endpoint_asks_for() throws Exception {
    long begun = System.nanoTime();
    ask(notes, c -> c.head("429 Too Many Requests", "retry-after-ms: 300"), GOOD);
    assertTrue(System.nanoTime() - begun >= Duration.ofMillis(300).toNanos());
    assertEquals(List.of(new Failure.RateLimited(Duration.ofMillis(300))), notes.waits);
  }

  @Test
  void an_endpoint_that_asks_for_too_long_a_pause_is_not_asked_again() {
    ProviderException thrown =
        fail(notes, c -> c.head("429 Too Many Requests", "Retry-After: 3600"), GOOD);
    assertEquals(new Failure.RateLimited(Duration.ofHours(1)), thrown.failure());
    assertEquals(1, thrown.attempts());
  }

  @Test
  void the_backoff_doubles_and_is_jittered() {
    var policy = new RetryPolicy(9, Duration.ofSeconds(1), Duration.ofSeconds(10));
    var lost = new Failure.ConnectionLost(Failure.Fault.BROKEN);
    var random = new Random(1);
    for (int failed = 1; failed < 9; failed++) {
      Duration most = Duration.ofSeconds(Math.min(10, 1L << (failed - 1)));
      Duration longest = Duration.ZERO;
      for (int i = 0; i < 1000; i++) {
        Duration pause = policy.pause(failed, lost, random).orElseThrow();
        assertTrue(pause.compareTo(most) <= 0);
        if (pause.compareTo(longest) > 0) longest = pause;
      }
      assertTrue(longest.compareTo(most.dividedBy(2)) > 0);
    }
    assertEquals(Optional.empty(), policy.pause(9, lost, random));
  }

  @Test
  void each_attempt_has_a_text_of_its_own() throws Exception {
    ask(notes, c -> c.sse().content("half").reset(), GOOD);
    assertTrue(notes.texts.stream().allMatch(t -> t.equals("half") || t.equals("good")));
  }
}
