package pageloom.http;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import pageloom.page.PageFeed;

/// Everybody who follows a page, each on a virtual thread of their own.
public final class Viewers implements AutoCloseable {
  private static final int GRACE_SECONDS = 2;

  /// The most time over which viewers are sent away when the server stops.
  private static final Duration LONGEST_SPREAD = Duration.ofSeconds(2);

  private final PageFeed feed;
  private final AtomicInteger watching = new AtomicInteger();
  private final LongAdder stalled = new LongAdder();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("viewer-", 0).factory());

  public Viewers(PageFeed feed) {
    this.feed = feed;
  }

  PageFeed feed() {
    return feed;
  }

  ExecutorService threads() {
    return threads;
  }

  /// Runs what one viewer's answer is made by.
  void watch(Runnable answer) {
    watching.incrementAndGet();
    threads.execute(() -> {
      try {
        answer.run();
      } finally {
        watching.decrementAndGet();
      }
    });
  }

  /// A viewer was given up because it read nothing.
  void stalled() {
    stalled.increment();
  }

  /// How many there are.
  public int watching() {
    return watching.get();
  }

  /// How many were given up since the start.
  public long stalledSoFar() {
    return stalled.sum();
  }

  /// Over which time they are sent away: a millisecond for each, so that few need not wait.
  Duration spread() {
    Duration wanted = Duration.ofMillis(watching.get());
    return wanted.compareTo(LONGEST_SPREAD) < 0 ? wanted : LONGEST_SPREAD;
  }

  /// Whether no stream is begun any more.
  boolean closed() {
    return threads.isShutdown();
  }

  /// Ends every stream, so that its client comes back to the next process, and waits until all are
  /// gone.
  @Override
  public void close() {
    feed.close();
    threads.shutdown();
    try {
      long most = LONGEST_SPREAD.toSeconds() + GRACE_SECONDS;
      if (!threads.awaitTermination(most, TimeUnit.SECONDS)) {
        threads.shutdownNow();
        threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException hurry) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
