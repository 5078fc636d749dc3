package pageloom.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The last events of one page in memory, and the bell that rings when one is added. It saves the
/// viewers of a live page the way to the database; whoever is further behind reads there.
final class Tail {
  private static final int KEPT = 64;

  /// How many cursors and runs hold this tail; changed only inside the map's own compute.
  int users;

  /// How many cursors hear whispers.
  final AtomicInteger listeners = new AtomicInteger();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Under the lock:
  private final ArrayDeque<LoggedEvent> recent = new ArrayDeque<>();
  private @Nullable String halted;
  private final Map<String, Whisper> whispers = new LinkedHashMap<>();
  private long whispered;

  private record Whisper(long at, String json) {}

  void add(List<LoggedEvent> events) {
    lock.lock();
    try {
      for (LoggedEvent event : events) add(event);
      while (recent.size() > KEPT) recent.removeFirst();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The same events may come twice, from the page's own thread and as read from the log.
  private void add(LoggedEvent event) {
    long last = recent.isEmpty() ? 0 : recent.getLast().seq();
    if (event.seq() <= last) return;
    if (event.seq() > last + 1) recent.clear();
    recent.add(event);
  }

  /// The last event that is here, 0 for none.
  long last() {
    lock.lock();
    try {
      return recent.isEmpty() ? 0 : recent.getLast().seq();
    } finally {
      lock.unlock();
    }
  }

  void halt(@Nullable String reason) {
    lock.lock();
    try {
      halted = reason;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void wakeAll() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Nullable String halted() {
    lock.lock();
    try {
      return halted;
    } finally {
      lock.unlock();
    }
  }

  /// Replaces the last word about a section.
  void whisper(String section, @Nullable String json) {
    lock.lock();
    try {
      if (json == null) {
        whispers.remove(section);
        return;
      }
      whispers.put(section, new Whisper(++whispered, json));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
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
    lock.lock();
    try {
      while (true) {
        if (!recent.isEmpty() && recent.getLast().seq() > seen) return eventsAfter(seen);
        long now = System.nanoTime();
        boolean news = whispered > heard && !whispers.isEmpty();
        if (news && now - hearAgainAt >= 0) return whispersAfter(heard);
        if (now - wake >= 0 || halted != null || stopping.getAsBoolean()) {
          return new Found(List.of(), List.of(), whispered, false);
        }
        long until = news && hearAgainAt - wake < 0 ? hearAgainAt : wake;
        changed.awaitNanos(until - now);
      }
    } finally {
      lock.unlock();
    }
  }

  private Found eventsAfter(long seen) {
    if (recent.getFirst().seq() > seen + 1) return new Found(List.of(), List.of(), 0, true);
    List<LoggedEvent> found = new ArrayList<>();
    for (LoggedEvent event : recent) if (event.seq() > seen) found.add(event);
    return new Found(found, List.of(), 0, false);
  }

  private Found whispersAfter(long heard) {
    List<String> found = new ArrayList<>();
    for (Whisper whisper : whispers.values()) if (whisper.at() > heard) found.add(whisper.json());
    return new Found(List.of(), found, whispered, false);
  }
}
