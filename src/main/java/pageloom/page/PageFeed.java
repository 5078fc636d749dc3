package pageloom.page;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Tells viewers that a page's log has grown. A viewer is a [Cursor]: it reads what it has not
/// seen, from memory or from the log, then waits. Nothing is queued for anybody, so a slow viewer
/// delays only itself. Thread-safe.
public final class PageFeed {
  private static final int BATCH = 64;
  private static final long BETWEEN_WHISPERS_NANOS = 100_000_000;

  /// How long another process wants to hear whispers after it said so.
  private static final long LISTENING_NANOS = 5_000_000_000L;

  private final PageLog log;
  private final PageBus bus;
  private final ConcurrentHashMap<PageId, Long> elsewhere = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<PageId, Tail> tails = new ConcurrentHashMap<>();
  private final Thread clock = Thread.ofVirtual().name("page-clock").unstarted(this::tick);
  private final AtomicBoolean ticking = new AtomicBoolean();
  private volatile boolean closed;

  /// @param bus tells the viewers of other processes
  public PageFeed(PageLog log, PageBus bus) {
    this.log = log;
    this.bus = bus;
  }

  /// Says that these events are committed. Call in the order of their seq.
  void announce(PageId id, List<LoggedEvent> events) {
    Tail tail = tails.get(id);
    if (tail != null) tail.add(events);
    if (!events.isEmpty()) bus.grown(id, events.getLast().seq());
  }

  /// Another process has written to a page: where it is viewed here, what is new is read once for
  /// all viewers.
  void grown(PageId id, long seq) {
    Tail tail = tails.get(id);
    if (tail == null || tail.last() >= seq) return;
    long known = Math.max(tail.last(), seq - BATCH);
    tail.add(log.read(id, known, 2 * BATCH));
  }

  /// Says that the page can't go on for now, or (null) that it can again.
  void halt(PageId id, @Nullable String reason) {
    Tail tail = tails.get(id);
    if (tail != null) tail.halt(reason);
  }

  /// Says something that only those who look right now may hear, and that a newer word about the
  /// same section replaces. Null takes the last word back.
  void whisper(PageId id, String section, @Nullable String json) {
    overhear(id, section, json);
    if (isHeardElsewhere(id)) bus.whisper(id, section, json);
  }

  /// The same for what was whispered in another process.
  void overhear(PageId id, String section, @Nullable String json) {
    Tail tail = tails.get(id);
    if (tail != null) tail.whisper(section, json);
  }

  /// Somebody in another process wants to hear what is whispered about a page.
  void heardElsewhere(PageId id) {
    elsewhere.put(id, System.nanoTime());
  }

  private boolean isHeardElsewhere(PageId id) {
    Long at = elsewhere.get(id);
    return at != null && !isLongAgo(at);
  }

  private static boolean isLongAgo(long at) {
    return System.nanoTime() - at > LISTENING_NANOS;
  }

  /// Forgets those in other processes who have not said for long that they listen.
  void forgetElsewhere() {
    elsewhere.values().removeIf(PageFeed::isLongAgo);
  }

  /// Whether anybody hears what is whispered about a page right now.
  boolean heard(PageId id) {
    return heardHere(id) || isHeardElsewhere(id);
  }

  /// Whether somebody in this process does.
  boolean heardHere(PageId id) {
    Tail tail = tails.get(id);
    return tail != null && tail.listeners.get() > 0;
  }

  /// Pages that somebody has a cursor in.
  Set<PageId> viewed() {
    return Set.copyOf(tails.keySet());
  }

  /// Wakes every viewer for the last time; what they wait for comes from another process.
  public void close() {
    closed = true;
    clock.interrupt();
    tails.values().forEach(Tail::wakeAll);
  }

  /// From the first viewer on.
  private void tick() {
    try {
      while (!closed) {
        Thread.sleep(Tail.TICK);
        tails.values().forEach(Tail::wakeThoseDue);
      }
    } catch (InterruptedException stopping) {
      // Closing has woken everybody.
    }
  }

  /// A reader of one page's log, to be closed.
  ///
  /// @param after the last seq already seen, 0 for none
  public Cursor open(PageId id, long after) {
    if (ticking.compareAndSet(false, true)) clock.start();
    Tail tail =
        tails.compute(
            id,
            (key, present) -> {
              Tail t = present == null ? new Tail() : present;
              t.users++;
              return t;
            });
    return new Cursor(id, tail, after);
  }

  /// What a [Cursor] found.
  public sealed interface Next {}

  /// New events, at least one.
  public record Events(List<LoggedEvent> events) implements Next {
    public Events {
      events = List.copyOf(events);
    }
  }

  /// Words about sections in the making, each one line of JSON; whoever misses them misses nothing.
  public record Whispers(List<String> lines) implements Next {
    public Whispers {
      lines = List.copyOf(lines);
    }
  }

  /// Nothing happened in the time given.
  public record Idle() implements Next {}

  /// The page can't go on for now.
  ///
  /// @param reason in words for a person
  public record Halted(String reason) implements Next {}

  /// The server is stopping: what comes next comes from another process.
  public record Stopping() implements Next {}

  /// Where one viewer is in one page's log. Used by one thread.
  public final class Cursor implements AutoCloseable {
    private final PageId id;
    private final Tail tail;
    private long seen;
    private boolean replayed;
    private boolean listens;
    private long heard;
    private long hearAgainAt = System.nanoTime();

    private Cursor(PageId id, Tail tail, long after) {
      this.id = id;
      this.tail = tail;
      this.seen = after;
    }

    /// The last seq this cursor handed out.
    public long seen() {
      return seen;
    }

    /// From now on [#next] gives whispers too, at most ten times a second.
    public Cursor listening() {
      if (!listens && tail.listeners.getAndIncrement() == 0) bus.listening(id);
      listens = true;
      return this;
    }

    /// What comes next; blocks up to `wait` where there is nothing yet.
    ///
    /// @throws StorageException if the log can't be read
    public Next next(Duration wait) throws InterruptedException {
      // The first look is into the log: what was committed before this cursor opened was announced
      // to nobody. What commits later reaches the tail, which was registered before.
      if (!replayed) {
        List<LoggedEvent> found = log.read(id, seen, BATCH);
        replayed = found.size() < BATCH;
        if (!found.isEmpty()) return events(found);
      }
      long wake = System.nanoTime() + wait.toNanos();
      Tail.Found found =
          tail.await(
              seen, listens ? heard : Long.MAX_VALUE, hearAgainAt, wake, PageFeed.this::stopping);
      if (found.behind()) {
        replayed = false;
        return next(wait);
      }
      if (!found.events().isEmpty()) return events(found.events());
      if (!found.whispers().isEmpty()) {
        heard = found.whispersAt();
        hearAgainAt = System.nanoTime() + BETWEEN_WHISPERS_NANOS;
        return new Whispers(found.whispers());
      }
      if (stopping()) return new Stopping();
      String reason = tail.halted();
      return reason == null ? new Idle() : new Halted(reason);
    }

    private Next events(List<LoggedEvent> found) {
      seen = found.getLast().seq();
      return new Events(found);
    }

    @Override
    public void close() {
      if (listens) tail.listeners.decrementAndGet();
      tails.computeIfPresent(id, (key, t) -> --t.users == 0 ? null : t);
    }
  }

  private boolean stopping() {
    return closed;
  }
}
