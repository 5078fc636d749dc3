package pageloom.provider;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// How often and when a call tries again by itself.
///
/// @param attempts in all
/// @param base about how long after the first failure; doubles with every further one
/// @param longest no wait is longer; an endpoint that asks for more is not asked again
public record RetryPolicy(int attempts, Duration base, Duration longest) {
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(3, Duration.ofMillis(500), Duration.ofSeconds(60));

  public RetryPolicy {
    if (attempts < 1) throw new IllegalArgumentException("at least one attempt");
  }

  /// How long to wait after this attempt; empty for no further one.
  ///
  /// @param failed number of the attempt, from 1
  Optional<Duration> pause(int failed, Failure failure, RandomGenerator random) {
    if (failed >= attempts || !failure.mayPass()) return Optional.empty();
    Duration backoff = base.multipliedBy(1L << Math.min(failed - 1, 16));
    // Full jitter: anything from nothing to the whole, so that callers do not come back together.
    Duration jittered = random(least(backoff, longest), random);
    if (failure.retryAfter().isEmpty()) return Optional.of(jittered);
    Duration asked = failure.retryAfter().get();
    if (asked.compareTo(longest) > 0) return Optional.empty();
    return Optional.of(asked.plus(random(least(base, jittered), random)));
  }

  private static Duration random(Duration most, RandomGenerator random) {
    return Duration.ofNanos(random.nextLong(most.toNanos() + 1));
  }

  private static Duration least(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
