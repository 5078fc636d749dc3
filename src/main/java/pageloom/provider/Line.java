package pageloom.provider;

import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.random.RandomGenerator;

/// What all calls to one provider share.
///
/// @param live calls that are awaited; may be changed by any thread
record Line(
    ProviderConfig config,
    HttpClient http,
    ScheduledExecutorService timer,
    Set<ChatCall> live,
    Breaker breaker,
    Prices prices,
    InstantSource clock,
    RandomGenerator random) {

  /// Knows what models cost.
  interface Prices {
    /// Empty where that is unknown by now. Never blocks.
    Optional<Price> of(String model);
  }
}
