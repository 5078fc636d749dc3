package pageloom.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one who writes to a page's log, and the page as it is after that. Belongs to the page's
/// thread.
final class PageWriter {
  private static final System.Logger LOG = System.getLogger(PageWriter.class.getName());

  /// How long the log may refuse before viewers are told.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

  private final PageEngine.Ports ports;
  private final PageId id;
  private final long epoch;
  private Page page;

  PageWriter(PageEngine.Ports ports, PageId id, long epoch, Page page) {
    this.ports = ports;
    this.id = id;
    this.epoch = epoch;
    this.page = page;
  }

  /// As it is written down.
  Page page() {
    return page;
  }

  /// As it will be once this is written down too.
  Page after(List<PageEvent> events) {
    Page soon = page;
    for (PageEvent event : events) {
      soon = soon.apply(soon.seq() + 1, ports.clock().instant(), event);
    }
    return soon;
  }

  /// Writes events down and tells the viewers.
  ///
  /// @param order the command that caused them, or null
  /// @throws StorageException if nothing was written
  void write(List<PageEvent> events, Command.@Nullable Order order) {
    if (events.isEmpty() && order == null) return;
    List<LoggedEvent> logged =
        ports.log().append(id, epoch, new PageLog.Entries(events, after(events), order));
    for (int i = 0; i < logged.size(); i++) {
      page = page.apply(logged.get(i).seq(), logged.get(i).at(), events.get(i));
    }
    ports.feed().announce(id, logged);
  }

  /// The same for what must not be lost: while the log refuses, the work is kept and tried again,
  /// for nothing that was made is thrown away for a disk that is full.
  void insist(List<PageEvent> events) throws InterruptedException {
    Duration backoff = Duration.ofMillis(100);
    Instant refusedSince = null;
    while (true) {
      try {
        write(events, null);
        if (refusedSince != null) ports.feed().halt(id, null);
        return;
      } catch (StorageException.Full | StorageException.Unavailable refused) {
        Instant now = ports.clock().instant();
        if (refusedSince == null) {
          refusedSince = now;
          LOG.log(
              System.Logger.Level.ERROR,
              "page {0}: can''t be written: {1}; trying on",
              id,
              refused.getMessage());
        } else if (Duration.between(refusedSince, now).compareTo(PATIENCE) > 0) {
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
