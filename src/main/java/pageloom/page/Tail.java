package pageloom.page;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
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

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  // Under the lock:
  private final ArrayDeque<LoggedEvent> recent = new ArrayDeque<>();
  private @Nullable String halted;

  void add(List<LoggedEvent> events) {
    lock.lock();
    try {
      recent.addAll(events);
      while (recent.size() > KEPT) recent.removeFirst();
      changed.signalAll();
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

  /// Events after `seen`; empty where nothing came in time or nothing will; null where they are no
  /// longer all here.
  @Nullable List<LoggedEvent> await(long seen, Duration wait, BooleanSupplier stopping)
      throws InterruptedException {
    long left = wait.toNanos();
    lock.lock();
    try {
      while (recent.isEmpty() || recent.getLast().seq() <= seen) {
        if (left <= 0 || halted != null || stopping.getAsBoolean()) return List.of();
        left = changed.awaitNanos(left);
      }
      if (recent.getFirst().seq() > seen + 1) return null;
      List<LoggedEvent> found = new ArrayList<>();
      for (LoggedEvent event : recent) if (event.seq() > seen) found.add(event);
      return found;
    } finally {
      lock.unlock();
    }
  }
}
