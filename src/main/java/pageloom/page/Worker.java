package pageloom.page;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The thread that works on a page, and what it is told. Thread-safe.
final class Worker {
  private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread thread = Thread.currentThread();
  private volatile long epoch = Long.MAX_VALUE;

  BlockingQueue<News> news() {
    return news;
  }

  /// It has the page now.
  void owns(long claimed) {
    epoch = claimed;
  }

  /// Whether somebody has claimed the page after it.
  boolean supersededBy(long claimed) {
    return claimed > epoch;
  }

  /// Stops it as soon as possible.
  void interrupt() {
    synchronized (ended) {
      // The thread is not ours any more once it has ended: it may do other things by then.
      if (ended.getCount() > 0) thread.interrupt();
    }
  }

  /// Stops it and waits for its end.
  void stop() throws InterruptedException {
    interrupt();
    ended.await();
  }

  /// Waits for its end, at most so long.
  boolean join(Duration most) throws InterruptedException {
    return ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Called by the thread itself: from now on nobody interrupts it.
  void ended() {
    synchronized (ended) {
      ended.countDown();
    }
    // What was meant for the work must not hit what comes after it.
    boolean _ = Thread.interrupted();
  }
}
