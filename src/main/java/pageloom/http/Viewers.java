package pageloom.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import pageloom.page.PageFeed;

/// Everybody who follows a page, each on a virtual thread of their own.
public final class Viewers implements AutoCloseable {
  private static final int GRACE_SECONDS = 2;

  private final PageFeed feed;
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
      if (!threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
        threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException hurry) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
