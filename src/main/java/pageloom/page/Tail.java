package pageloom.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The last events of one page in memory, and the bell that rings when one is added. It saves the
/// viewers of a live page the way to the database; whoever is further behind reads there.
///
/// What is known is one immutable value, replaced as a whole: thousands of viewers that wake in the
/// same moment read it without waiting for each other.
final class Tail {
  private static final int KEPT = 64;

  /// How often somebody calls [#wakeThoseDue].
  static final Duration TICK = Duration.ofSeconds(1);

  /// How many cursors and runs hold this tail; changed only inside the map's own compute.
  int users;

  /// How many cursors hear whispers.
  final AtomicInteger listeners = new AtomicInteger();

  private final AtomicReference<Known> known = new AtomicReference<>(Known.NOTHING);

  /// Who waits, and until when at most.
  private final Map<Thread, Long> waiting = new ConcurrentHashMap<>();

  private record Whisper(long at, String json) {}

  /// @param recent the last events, without a gap
  /// @param whispers the last word about each section
  /// @param whispered how many words have been said
  private record Known(
      List<LoggedEvent> recent,
      @Nullable String halted,
      Map<String, Whisper> whispers,
      long whispered) {
    static final Known NOTHING = new Known(List.of(), null, Map.of(), 0);

    long last() {
      return recent.isEmpty() ? 0 : recent.getLast().seq();
    }

    /// The same events may come twice, from the page's own thread and as read from the log.
    Known with(List<LoggedEvent> events) {
      List<LoggedEvent> all = new ArrayList<>(recent);
      for (LoggedEvent event : events) {
        long last = all.isEmpty() ? 0 : all.getLast().seq();
        if (event.seq() <= last) continue;
        if (event.seq() > last + 1) all.clear();
        all.add(event);
      }
      int from = Math.max(0, all.size() - KEPT);
      return new Known(List.copyOf(all.subList(from, all.size())), halted, whispers, whispered);
    }

    Known haltedBy(@Nullable String reason) {
      return new Known(recent, reason, whispers, whispered);
    }

    Known whisper(String section, @Nullable String json) {
      Map<String, Whisper> words = new LinkedHashMap<>(whispers);
      if (json == null) words.remove(section);
      else words.put(section, new Whisper(whispered + 1, json));
      long said = json == null ? whispered : whispered + 1;
      return new Known(recent, halted, Collections.unmodifiableMap(words), said);
    }

    Found eventsAfter(long seen) {
      if (recent.getFirst().seq() > seen + 1) return new Found(List.of(), List.of(), 0, true);
      int from = (int) (seen + 1 - recent.getFirst().seq());
      return new Found(recent.subList(from, recent.size()), List.of(), 0, false);
    }

    Found whispersAfter(long heard) {
      List<String> found = new ArrayList<>();
      for (Whisper whisper : whispers.values()) if (whisper.at() > heard) found.add(whisper.json());
      return new Found(List.of(), found, whispered, false);
    }
  }

  void add(List<LoggedEvent> events) {
    change(now -> now.with(events));
  }

  /// The last event that is here, 0 for none.
  long last() {
    return known.get().last();
  }

  void halt(@Nullable String reason) {
    change(now -> now.haltedBy(reason));
  }

  @Nullable String halted() {
    return known.get().halted();
  }

  /// Replaces the last word about a section.
  void whisper(String section, @Nullable String json) {
    change(now -> now.whisper(section, json));
  }

  private void change(UnaryOperator<Known> step) {
    known.updateAndGet(step);
    wakeAll();
  }

  void wakeAll() {
    waiting.keySet().forEach(LockSupport::unpark);
  }

  /// Wakes those whose wait is over before the next tick. They set no timer of their own for a long
  /// wait: each event would clear and set it again, for every viewer.
  void wakeThoseDue() {
    long next = System.nanoTime() + TICK.toNanos();
    waiting.forEach((thread, wake) -> {
      if (next - wake >= 0) LockSupport.unpark(thread);
    });
  }

  /// What a cursor finds.
  ///
  /// @param behind whether the events it needs are no longer all here
  /// @param whispersAt how many words had been said when these were found
  record Found(List<LoggedEvent> events, List<String> whispers, long whispersAt, boolean behind) {}

  /// Waits for events after `seen`, or else for words after `heard` once the time to hear again has
  /// come. Finds nothing where nothing came until `wake`, or nothing will.
  ///
  /// @param hearAgainAt, wake in the time of [System#nanoTime]
  Found await(long seen, long heard, long hearAgainAt, long wake, BooleanSupplier stopping)
      throws InterruptedException {
    // Before the first look: who changes what is known after that look wakes this thread.
    waiting.put(Thread.currentThread(), wake);
    try {
      while (true) {
        Known now = known.get();
        if (now.last() > seen) return now.eventsAfter(seen);
        long time = System.nanoTime();
        boolean news = now.whispered() > heard && !now.whispers().isEmpty();
        if (news && time - hearAgainAt >= 0) return now.whispersAfter(heard);
        if (time - wake >= 0 || now.halted() != null || stopping.getAsBoolean()) {
          return new Found(List.of(), List.of(), now.whispered(), false);
        }
        long until = news && hearAgainAt - wake < 0 ? hearAgainAt : wake;
        if (until - time > 2 * TICK.toNanos()) LockSupport.park(this);
        else LockSupport.parkNanos(this, until - time);
        if (Thread.interrupted()) throw new InterruptedException();
      }
    } finally {
      waiting.remove(Thread.currentThread());
    }
  }
}
