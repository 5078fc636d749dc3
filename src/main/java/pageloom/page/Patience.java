package pageloom.page;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// Tries on while the log refuses: nothing that was made is thrown away for a disk that is full or
/// a database that restarts. Viewers are told when it takes long. Belongs to the page's thread.
final class Patience {
  private static final System.Logger LOG = System.getLogger(Patience.class.getName());

  /// How long the log may refuse before viewers are told.
  private static final Duration UNTOLD = Duration.ofSeconds(2);

  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

  private final PageEngine.Ports ports;
  private final PageId id;

  Patience(PageEngine.Ports ports, PageId id) {
    this.ports = ports;
    this.id = id;
  }

  /// Does something with the log, until it is done.
  ///
  /// @param attempt can be done again after it failed
  /// @throws StorageException where trying again can't help
  <T> T insist(Supplier<T> attempt) throws InterruptedException {
    Duration backoff = Duration.ofMillis(100);
    Instant refusedSince = null;
    while (true) {
      try {
        T result = attempt.get();
        if (refusedSince != null) ports.feed().halt(id, null);
        return result;
      } catch (StorageException.Full | StorageException.Unavailable refused) {
        Instant now = Instant.now();
        if (refusedSince == null) {
          refusedSince = now;
          LOG.log(
              System.Logger.Level.ERROR,
              "page {0}: can''t be written: {1}; trying on",
              id,
              refused.getMessage());
        } else if (Duration.between(refusedSince, now).compareTo(UNTOLD) > 0) {
          ports
              .feed()
              .halt(
                  id,
                  "The page can't be saved: "
                      + refused.getMessage()
                      + ". It goes on by itself once that is mended.");
        }
        Thread.sleep(backoff);
        backoff = backoff.multipliedBy(2);
        if (backoff.compareTo(LONGEST_BACKOFF) > 0) backoff = LONGEST_BACKOFF;
      }
    }
  }
}
