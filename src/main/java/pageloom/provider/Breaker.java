package pageloom.provider;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Keeps requests from a provider that fails and fails. After a pause one request goes through as a
/// probe; if that is answered, all do again. Any thread.
final class Breaker {
  private static final System.Logger LOG = System.getLogger(Breaker.class.getName());

  /// How soon to ask again while a probe is out.
  private static final Duration WHILE_PROBING = Duration.ofMillis(500);

  private final BreakerPolicy policy;
  private final LongSupplier nanoTime;
  private final String name;
  private final Lock lock = new ReentrantLock();

  private int failures;
  private boolean open;
  private boolean probing;
  private long until;
  private Duration pause;

  /// @param name of the provider, for the log
  Breaker(BreakerPolicy policy, LongSupplier nanoTime, String name) {
    this.policy = policy;
    this.nanoTime = nanoTime;
    this.name = name;
    this.pause = policy.first();
  }

  /// Whether a request may go. Who was let in must say what became of it.
  ///
  /// @return empty for yes, or how long to wait before asking again
  Optional<Duration> admit() {
    lock.lock();
    try {
      if (!open) return Optional.empty();
      long left = until - nanoTime.getAsLong();
      if (left > 0) return Optional.of(Duration.ofNanos(left));
      if (probing) return Optional.of(WHILE_PROBING);
      probing = true;
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /// A request that was let in is over.
  ///
  /// @param failure null for an answer
  void report(@Nullable Failure failure) {
    lock.lock();
    try {
      if (failure instanceof Failure.Cancelled) {
        // It says nothing; the next one may probe.
        probing = false;
      } else if (failure != null && failure.endpointIsDown()) {
        failed();
      } else {
        if (open) LOG.log(System.Logger.Level.INFO, "{0}: answers again", name);
        open = false;
        probing = false;
        failures = 0;
        pause = policy.first();
      }
    } finally {
      lock.unlock();
    }
  }

  private void failed() {
    failures++;
    if (open && !probing) return;
    if (!open && failures < policy.failures()) return;
    if (open) {
      pause = pause.multipliedBy(2);
      if (pause.compareTo(policy.longest()) > 0) pause = policy.longest();
    }
    open = true;
    probing = false;
    until = nanoTime.getAsLong() + pause.toNanos();
    LOG.log(
        System.Logger.Level.WARNING,
        "{0}: failed {1} times in a row, left in peace for {2} s",
        name,
        failures,
        pause.toSeconds());
  }
}
