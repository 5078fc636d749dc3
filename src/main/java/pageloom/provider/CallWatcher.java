package pageloom.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Hears what becomes of a call, on the thread that awaits it.
public interface CallWatcher {
  /// Wants to know nothing.
  CallWatcher NONE = new CallWatcher() {};

  /// How often at most this one wants to hear of more text; empty for never, which costs no
  /// wake-up.
  default Optional<Duration> textEvery() {
    return Optional.empty();
  }

  /// The endpoint has begun to answer and has told its name for the answer, by which it can be
  /// asked later what it cost.
  default void identified(String generationId) {}

  /// There is more text, or more reasoning. Every attempt has a text of its own, so another object
  /// means: from the start.
  default void grew(StreamedText text) {}

  /// An attempt is over, good or bad; what it cost is for the ledger.
  default void ended(Attempt attempt) {}

  /// Whether the call may try again by itself after this failure. Say no once text was shown or the
  /// money is gone.
  default boolean again(Failure failure) {
    return true;
  }

  /// Nothing happens until then because of this failure.
  default void waiting(Failure because, Instant until) {}
}
