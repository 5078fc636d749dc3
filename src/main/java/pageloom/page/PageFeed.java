package pageloom.page;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Tells viewers that a page's log has grown. A viewer is a [Cursor]: it reads what it has not
/// seen, from memory or from the log, until a bell rings again. Nothing is queued for anybody, so a
/// slow viewer delays only itself. Thread-safe.
public final class PageFeed {
  private static final int BATCH = 64;

  /// How often whispers are told, and one looks who has waited long enough.
  private static final Duration TICK = Duration.ofMillis(100);

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

  /// Rings every bell for the last time; what viewers wait for comes from another process.
  public void close() {
    closed = true;
    clock.interrupt();
    tails.values().forEach(Tail::ringAll);
  }

  /// From the first viewer on.
  private void tick() {
    try {
      while (!closed) {
        Thread.sleep(TICK);
        tails.values().forEach(Tail::ringForWhispers);
        for (Tail tail : tails.values()) tail.ringThoseDue();
      }
    } catch (InterruptedException stopping) {
      // Closing has rung for everybody.
    }
  }

  /// A reader of one page's log that waits for what comes, to be closed.
  ///
  /// @param after the last seq already seen, 0 for none
  public Cursor open(PageId id, long after) {
    return new Cursor(id, tail(id), after, null);
  }

  /// A reader of one page's log that is told when to look, to be closed.
  ///
  /// @param after the last seq already seen, 0 for none
  /// @param news run whenever something may have come, on any thread; must be quick
  public Cursor open(PageId id, long after, Runnable news) {
    return new Cursor(id, tail(id), after, news);
  }

  private Tail tail(PageId id) {
    if (ticking.compareAndSet(false, true)) clock.start();
    return tails.compute(
        id,
        (key, present) -> {
          Tail t = present == null ? new Tail() : present;
          t.users++;
          return t;
        });
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

  /// Where one viewer is in one page's log. Used by one thread at a time.
  public final class Cursor implements AutoCloseable {
    private final PageId id;
    private final Tail tail;
    private final Tail.@Nullable Bell bell;
    private long seen;
    private boolean replayed;
    private boolean listens;
    private long heard;

    private Cursor(PageId id, Tail tail, long after, @Nullable Runnable news) {
      this.id = id;
      this.tail = tail;
      this.seen = after;
      this.bell = news == null ? null : new Tail.Bell(news, Long.MAX_VALUE);
      if (bell != null) tail.hang(bell);
    }

    /// The last seq this cursor handed out.
    public long seen() {
      return seen;
    }

    /// From now on [#poll] gives whispers too, about ten times a second at most.
    public Cursor listening() {
      if (!listens && tail.listeners.getAndIncrement() == 0) bus.listening(id);
      listens = true;
      return this;
    }

    /// What comes next; waits where there is nothing yet.
    ///
    /// @return [Idle] where nothing came in that time
    /// @throws StorageException if the log can't be read
    public Next next(Duration wait) throws InterruptedException {
      Thread reader = Thread.currentThread();
      long until = System.nanoTime() + wait.toNanos();
      var whileWaiting = new Tail.Bell(() -> LockSupport.unpark(reader), until);
      tail.hang(whileWaiting);
      try {
        while (true) {
          Next found = poll(until);
          if (found != null) return found;
          LockSupport.parkNanos(this, until - System.nanoTime());
          if (Thread.interrupted()) throw new InterruptedException();
        }
      } finally {
        tail.takeDown(whileWaiting);
      }
    }

    /// What comes next, null where there is nothing yet.
    ///
    /// @param until in the time of [System#nanoTime]: from then on nothing is [Idle], and the bell
    ///   rings with one of the next ticks
    /// @throws StorageException if the log can't be read
    public @Nullable Next poll(long until) {
      if (bell != null) bell.dueAt(until);
      while (true) {
        // The first look is into the log: what was committed before this cursor opened was
        // announced
        // to nobody. What commits later reaches the tail, which was registered before.
        if (!replayed) {
          List<LoggedEvent> found = log.read(id, seen, BATCH);
          replayed = found.size() < BATCH;
          if (!found.isEmpty()) return events(found);
        }
        Tail.Found found = tail.look(seen, listens ? heard : Long.MAX_VALUE);
        replayed = !found.behind();
        if (replayed) return news(found, until);
      }
    }

    private @Nullable Next news(Tail.Found found, long until) {
      if (!found.events().isEmpty()) return events(found.events());
      heard = found.whispersAt();
      if (!found.whispers().isEmpty()) return new Whispers(found.whispers());
      if (closed) return new Stopping();
      if (found.halted() != null) return new Halted(found.halted());
      return System.nanoTime() - until >= 0 ? new Idle() : null;
    }

    private Next events(List<LoggedEvent> found) {
      seen = found.getLast().seq();
      return new Events(found);
    }

    @Override
    public void close() {
      if (bell != null) tail.takeDown(bell);
      if (listens) tail.listeners.decrementAndGet();
      tails.computeIfPresent(id, (key, t) -> --t.users == 0 ? null : t);
    }
  }
}
