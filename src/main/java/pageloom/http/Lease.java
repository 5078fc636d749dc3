package pageloom.http;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import pageloom.page.StorageException;

/// Whether somebody who was let in may still stay: asked again from time to time, so that a stream
/// ends within a minute after its viewer was signed out. Thread-safe.
final class Lease {
  /// For whom nothing can change.
  static final Lease FOREVER = new Lease(() -> true);

  private static final Duration ASKED_EVERY = Duration.ofSeconds(30);

  private final BooleanSupplier question;
  private volatile long askedAt = System.nanoTime();
  private volatile boolean holds = true;

  Lease(BooleanSupplier question) {
    this.question = question;
  }

  boolean holds() {
    if (holds && System.nanoTime() - askedAt > ASKED_EVERY.toNanos()) {
      askedAt = System.nanoTime();
      try {
        holds = question.getAsBoolean();
      } catch (StorageException unknownForNow) {
        // Who was good half a minute ago stays until the database says otherwise.
        return true;
      }
    }
    return holds;
  }
}
