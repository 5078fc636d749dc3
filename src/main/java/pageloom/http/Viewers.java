package pageloom.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import pageloom.page.PageFeed;

/// Everybody who follows a page. What is sent to one of them is sent on a virtual thread of its
/// own.
public final class Viewers implements AutoCloseable {
  private static final int GRACE_SECONDS = 2;

  /// The most time over which viewers are sent away when the server stops.
  private static final Duration LONGEST_SPREAD = Duration.ofSeconds(2);

  private final PageFeed feed;
  private final Limits limits;
  private final Map<String, Integer> watchingOf = new ConcurrentHashMap<>();
  private final AtomicInteger watching = new AtomicInteger();
  private final LongAdder stalled = new LongAdder();
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("viewer").factory());
  private final CountDownLatch allGone = new CountDownLatch(1);
  private volatile boolean closed;

  /// How many streams may be open at once.
  public record Limits(int person, int all) {
    /// As many as there is room for.
    public static final Limits NONE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  public Viewers(PageFeed feed, Limits limits) {
    this.feed = feed;
    this.limits = limits;
  }

  PageFeed feed() {
    return feed;
  }

  /// A place for a stream. Closing it gives it back, unless somebody keeps it by then, who gives it
  /// back in the end. One thread at a time.
  final class Place implements AutoCloseable {
    private final String owner;
    private boolean kept;

    private Place(String owner) {
      this.owner = owner;
    }

    /// Keeps it until what comes back is run, once.
    Runnable keep() {
      kept = true;
      return this::giveBack;
    }

    /// Runs what makes an answer on a thread of its own, and keeps the place for it.
    void watch(Runnable answer) {
      Runnable giveBack = keep();
      execute(() -> {
        try {
          answer.run();
        } finally {
          giveBack.run();
        }
      });
    }

    @Override
    public void close() {
      if (!kept) giveBack();
    }

    private void giveBack() {
      watchingOf.computeIfPresent(owner, (same, count) -> count == 1 ? null : count - 1);
      if (watching.decrementAndGet() == 0 && closed) allGone.countDown();
    }
  }

  /// Runs something for a viewer on a thread of its own; nothing where all have been sent away.
  void execute(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException tooLate) {
      // The container ends what is left with its connections.
    }
  }

  /// Takes a place for a stream, before its answer begins.
  ///
  /// @throws Problem 429 where there is none
  Place admit(String owner) {
    int all = watching.incrementAndGet();
    int own = watchingOf.merge(owner, 1, Integer::sum);
    var place = new Place(owner);
    if (all <= limits.all() && own <= limits.person()) return place;
    place.close();
    throw full(
        own > limits.person()
            ? "You have too many streams open. Close a window, or another program."
            : "Too many streams are open on this server.");
  }

  private static Problem full(String what) {
    return Problem.later(429, "Too many streams", what + " Then try again.", 5);
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

  /// Whether no stream is begun any more. One that is begun all the same ends at once.
  boolean closed() {
    return closed;
  }

  /// Ends every stream, so that its client comes back to the next process, and waits until all are
  /// gone.
  @Override
  public void close() {
    closed = true;
    feed.close();
    try {
      long most = LONGEST_SPREAD.toSeconds() + GRACE_SECONDS;
      if (watching.get() > 0) allGone.await(most, TimeUnit.SECONDS);
      threads.shutdownNow();
      threads.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException hurry) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
