package pageloom.access;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// How often somebody may do something: a window that slides, or several. What was refused does not
/// count. Holds for this process. Thread-safe.
public final class Throttle {
  /// More than these at once are counted as one, so that nobody can fill the memory with names.
  private static final int MOST_KEYS = 10_000;

  private static final String ALL_OTHERS = "";
  private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(10);

  private final List<Rate> rates;
  private final LongSupplier nanos;
  private final Map<String, Deque<Long>> passed = new HashMap<>();
  private long sweptAt;

  /// So many in so long.
  public record Rate(int most, Duration in) {}

  /// @param rates all of which must be kept; none lets everything pass
  public Throttle(List<Rate> rates) {
    this(rates, System::nanoTime);
  }

  Throttle(List<Rate> rates, LongSupplier nanos) {
    this.rates = List.copyOf(rates);
    this.nanos = nanos;
    this.sweptAt = nanos.getAsLong();
  }

  /// Lets somebody through, or not.
  ///
  /// @return zero, or how long to wait before trying again
  public synchronized Duration pass(String key) {
    if (rates.isEmpty()) return Duration.ZERO;
    long now = nanos.getAsLong();
    Deque<Long> times = times(key, now);
    forget(times, now);
    Duration wait = Duration.ZERO;
    for (Rate rate : rates) {
      Duration one = wait(times, rate, now);
      if (one.compareTo(wait) > 0) wait = one;
    }
    if (wait.isZero()) times.addLast(now);
    return wait;
  }

  /// What somebody was let through for last does not count after all.
  public synchronized void forgive(String key) {
    Deque<Long> times = passed.get(key);
    if (times != null) times.pollLast();
  }

  /// Once there were enough of them, the oldest of the last so many must be long enough ago.
  private static Duration wait(Deque<Long> times, Rate rate, long now) {
    if (times.size() < rate.most()) return Duration.ZERO;
    long oldest = times.stream().skip(times.size() - rate.most()).findFirst().orElse(now);
    return rate.in().minusNanos(now - oldest);
  }

  private Deque<Long> times(String key, long now) {
    Deque<Long> known = passed.get(key);
    if (known != null) return known;
    // Looked through now and then only: whoever fills it would have us do it each time.
    if (passed.size() >= MOST_KEYS && now - sweptAt >= BETWEEN_SWEEPS.toNanos()) {
      sweptAt = now;
      passed
          .values()
          .removeIf(times -> {
            forget(times, now);
            return times.isEmpty();
          });
    }
    String place = passed.size() >= MOST_KEYS ? ALL_OTHERS : key;
    return passed.computeIfAbsent(place, all -> new ArrayDeque<>());
  }

  private void forget(Deque<Long> times, long now) {
    long longest = rates.stream().mapToLong(rate -> rate.in().toNanos()).max().orElse(0);
    while (!times.isEmpty() && now - times.getFirst() >= longest) times.removeFirst();
  }
}
