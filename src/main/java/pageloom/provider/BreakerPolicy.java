package pageloom.provider;

import java.time.Duration;

/// When a provider is left in peace.
///
/// @param failures how many in a row, over all calls, open the breaker
/// @param first how long it stays open the first time; doubles each time a probe fails
/// @param longest at most
public record BreakerPolicy(int failures, Duration first, Duration longest) {
  public static final BreakerPolicy DEFAULT =
      new BreakerPolicy(5, Duration.ofSeconds(5), Duration.ofSeconds(60));
}
