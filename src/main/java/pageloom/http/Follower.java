package pageloom.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import pageloom.page.LoggedEvent;
import pageloom.page.PageFeed;
import pageloom.page.PageId;
import pageloom.page.StorageException;

/// One viewer of one page: reads what the page's log has beyond its cursor and sends it, on a
/// virtual thread of its own.
final class Follower implements Runnable {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final String STOPPING =
      "The server is restarting. The page goes on by itself; find it under /api/pages/";

  private static final String SIGNED_OUT =
      "You were signed out. The page goes on; sign in to see it.";

  private static final String CANCELLED = "The page was cancelled. What was finished is kept.";

  private final Line line;
  private final Viewers viewers;
  private final Subject subject;
  private final Lease lease;

  Follower(Line line, Viewers viewers, Subject subject, Lease lease) {
    this.line = line;
    this.viewers = viewers;
    this.subject = subject;
    this.lease = lease;
  }

  /// What is followed.
  ///
  /// @param seen the last seq that the viewer has, 0 for none
  record Subject(PageId page, long seen, SseFrame frame, End end) {}

  /// Where a stream ends by itself.
  ///
  /// @param from the first seq that may be its last event
  /// @param atOnce whether it is, whatever it says; else the next one that ends the page
  record End(long from, boolean atOnce) {
    /// It goes on as long as its viewer wants.
    static final End NEVER = new End(Long.MAX_VALUE, false);

    /// It ends with the page.
    static final End WITH_PAGE = new End(0, false);

    private boolean at(LoggedEvent event) {
      boolean ends = event.type().equals("complete") || event.type().equals("cancelled");
      return event.seq() >= from && (atOnce || ends);
    }
  }

  @Override
  public void run() {
    try (var cursor = subject.frame().open(viewers.feed(), subject.page(), subject.seen())) {
      line.use(() -> follow(cursor));
    } catch (IOException | InterruptedException lineIsDown) {
      // The viewer left; the page goes on without it.
    }
  }

  private void follow(PageFeed.Cursor cursor) throws IOException, InterruptedException {
    try {
      boolean more = true;
      while (more && lease.holds()) more = send(cursor.next(HEARTBEAT));
      // A viewer who can resume does so, and learns why it can't.
      if (more && subject.frame() == SseFrame.PLAIN) line.send(error(SIGNED_OUT));
    } catch (StorageException unreadable) {
      line.send(error(ProblemFilter.storage(unreadable).detail()));
    }
  }

  /// Sends what came.
  ///
  /// @return whether there is more to come
  private boolean send(PageFeed.Next next) throws IOException, InterruptedException {
    return switch (next) {
      case PageFeed.Events found -> send(found.events());
      case PageFeed.Whispers said -> {
        for (String json : said.lines()) line.send(subject.frame().data(subject.page(), json));
        yield true;
      }
      case PageFeed.Idle nothing -> {
        line.send(SseFrame.HEARTBEAT);
        yield true;
      }
      case PageFeed.Halted halt -> {
        line.send(error(halt.reason()));
        yield false;
      }
      case PageFeed.Stopping stop -> {
        // Not all in the same moment: they all come back.
        Thread.sleep(ThreadLocalRandom.current().nextLong(viewers.spread().toMillis() + 1));
        // A viewer who can resume does so by itself; the others must be told where the page is.
        if (subject.frame() == SseFrame.PLAIN) line.send(error(STOPPING + subject.page()));
        yield false;
      }
    };
  }

  private boolean send(List<LoggedEvent> events) throws IOException, InterruptedException {
    for (LoggedEvent event : events) {
      if (subject.frame().shows(event)) line.send(subject.frame().of(subject.page(), event));
      else if (event.type().equals("cancelled")) line.send(error(CANCELLED));
      if (subject.end().at(event)) return false;
    }
    return true;
  }

  private byte[] error(String message) {
    return subject.frame().error(subject.page(), message);
  }
}
