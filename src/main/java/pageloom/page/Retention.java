package pageloom.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Deletes pages that are kept long enough, or beyond the room there is for them: once an hour, the
/// oldest first, a few at a time. Pages that somebody works on stay. In a shared database every
/// process does it; whoever comes second finds nothing left.
public final class Retention implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Retention.class.getName());
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration INTERVAL = Duration.ofHours(1);
  private static final int BATCH = 50;

  private final Shelf shelf;
  private final PageFeed feed;
  private final InstantSource clock;
  private final Limits limits;
  private @Nullable Thread thread;

  /// What is kept.
  ///
  /// @param age how long a page is kept after somebody or something last changed it; zero: for good
  /// @param bytes of all pages' logs together; 0: no limit
  public record Limits(Duration age, long bytes) {
    /// Whether everything is.
    boolean none() {
      return age.isZero() && bytes == 0;
    }
  }

  /// Where the pages are.
  public interface Shelf {
    /// Pages that nobody works on, last changed before then, oldest first.
    List<Aged> changedBefore(Instant then, int limit);

    /// Pages that nobody works on beyond the last changed ones which fit into so many bytes, oldest
    /// first.
    List<Aged> beyond(long bytes, int limit);

    /// Deletes a page that is as it was found, and that nobody is called to work on.
    ///
    /// @return whether it did
    boolean discard(Aged page);
  }

  /// A page as it was found.
  ///
  /// @param changedAt when it was last changed
  public record Aged(PageId id, Instant changedAt) {}

  public Retention(Shelf shelf, PageFeed feed, InstantSource clock, Limits limits) {
    this.shelf = shelf;
    this.feed = feed;
    this.clock = clock;
    this.limits = limits;
  }

  /// Begins, where there are limits.
  public void start() {
    if (!limits.none()) thread = Thread.ofVirtual().name("page-retention").start(this::loop);
  }

  private void loop() {
    Duration pause = FIRST;
    while (true) {
      try {
        Thread.sleep(pause);
        sweep();
      } catch (InterruptedException closed) {
        return;
      } catch (StorageException gone) {
        LOG.log(System.Logger.Level.WARNING, "old pages stay: {0}", gone.getMessage());
      }
      pause = INTERVAL;
    }
  }

  /// Deletes what is to be deleted now.
  ///
  /// @return how many pages
  public int sweep() throws InterruptedException {
    int deleted = 0;
    if (!limits.age().isZero()) {
      Instant then = clock.instant().minus(limits.age());
      deleted += discard(() -> shelf.changedBefore(then, BATCH));
    }
    if (limits.bytes() > 0) deleted += discard(() -> shelf.beyond(limits.bytes(), BATCH));
    if (deleted > 0) LOG.log(System.Logger.Level.INFO, "{0} old pages are deleted", deleted);
    return deleted;
  }

  private interface Find {
    List<Aged> next();
  }

  private int discard(Find find) throws InterruptedException {
    int deleted = 0;
    int before;
    do {
      before = deleted;
      for (Aged page : find.next()) {
        if (Thread.interrupted()) throw new InterruptedException();
        if (!shelf.discard(page)) continue;
        feed.halt(page.id(), PageEngine.DELETED);
        deleted++;
      }
      // Where none could be deleted, all that is left is in use again.
    } while (deleted > before);
    return deleted;
  }

  @Override
  public void close() {
    Thread sweeping = thread;
    if (sweeping == null) return;
    sweeping.interrupt();
    try {
      sweeping.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
