package pageloom.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import pageloom.page.LoggedEvent;
import pageloom.page.PageFeed;
import pageloom.page.PageId;
import pageloom.page.StorageException;

/// One viewer of one page: reads what the page's log has beyond its cursor and sends it, on a
/// virtual thread that it has only as long as there is something to send. Most viewers wait most of
/// the time, and a thread that waits keeps its stack.
final class Follower implements Runnable {
  /// After how long without news a heartbeat comes: not all in the same moment after an event that
  /// all had in the same moment, for each finds out some who have left, and that is work.
  private static final Duration SOONEST_HEARTBEAT = Duration.ofSeconds(10);

  private static final Duration LATEST_HEARTBEAT = Duration.ofMillis(14_800);

  private static final String STOPPING =
      "The server is restarting. The page goes on by itself; find it under /api/pages/";

  private static final String SIGNED_OUT =
      "You were signed out. The page goes on; sign in to see it.";

  private static final String CANCELLED = "The page was cancelled. What was finished is kept.";

  private final Line line;
  private final Viewers viewers;
  private final Subject subject;
  private final Lease lease;
  private final Runnable ended;
  private final PageFeed.Cursor cursor;

  /// How often the bell rang since this viewer looked; whoever makes it one starts the thread. It
  /// begins with the one that [#begin] answers, for the bell may ring before there is a cursor.
  private final AtomicInteger rung = new AtomicInteger(1);

  private long heartbeatAt = nextHeartbeat();

  /// @param ended run once, when nothing more will be sent
  Follower(Line line, Viewers viewers, Subject subject, Lease lease, Runnable ended) {
    this.line = line;
    this.viewers = viewers;
    this.subject = subject;
    this.lease = lease;
    this.ended = ended;
    this.cursor = subject.frame().open(viewers.feed(), subject.page(), subject.seen(), this::ring);
  }

  /// Looks for the first time; to be called once.
  void begin() {
    viewers.execute(this);
  }

  /// Something may have come, or the viewer has left.
  void ring() {
    if (rung.getAndIncrement() == 0) viewers.execute(this);
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

  /// Sends what there is. After the end `rung` stays above zero, so this does not run again.
  @Override
  public void run() {
    boolean more = false;
    try {
      int heard;
      do {
        heard = rung.get();
        more = sendAll();
      } while (more && !rung.compareAndSet(heard, 0));
    } finally {
      if (!more) end();
    }
  }

  private void end() {
    cursor.close();
    ended.run();
  }

  /// @return whether there is more to come
  private boolean sendAll() {
    try {
      return sendUntilQuiet();
    } catch (IOException | InterruptedException lineIsDown) {
      // The viewer left; the page goes on without it.
      return false;
    }
  }

  private boolean sendUntilQuiet() throws IOException, InterruptedException {
    try {
      while (!line.isGone() && lease.holds()) {
        PageFeed.Next next = cursor.poll(heartbeatAt);
        if (next == null) return true;
        heartbeatAt = nextHeartbeat();
        if (!send(next)) return false;
      }
      // A viewer who can resume does so, and learns why it can't.
      if (subject.frame() == SseFrame.PLAIN) line.send(error(SIGNED_OUT));
    } catch (StorageException unreadable) {
      line.send(error(ProblemFilter.storage(unreadable).detail()));
    }
    return false;
  }

  private static long nextHeartbeat() {
    return System.nanoTime()
        + ThreadLocalRandom.current()
            .nextLong(SOONEST_HEARTBEAT.toNanos(), LATEST_HEARTBEAT.toNanos());
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
