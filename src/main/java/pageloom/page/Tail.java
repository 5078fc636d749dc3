package pageloom.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The last events of one page in memory, and the bell that rings when one is added. It saves the
/// viewers of a live page the way to the database; whoever is further behind reads there.
///
/// What is known is one immutable value, replaced as a whole: thousands of viewers that wake in the
/// same moment read it without waiting for each other.
final class Tail {
  private static final int KEPT = 64;
  private static final int AT_ONCE = 4;

  /// How many cursors and runs hold this tail; changed only inside the map's own compute.
  int users;

  /// How many cursors hear whispers.
  final AtomicInteger listeners = new AtomicInteger();

  private final AtomicReference<Known> known = new AtomicReference<>(Known.NOTHING);

  private final Set<Bell> bells = ConcurrentHashMap.newKeySet();
  private volatile boolean whispered;

  /// Rings for one cursor.
  static final class Bell {
    private final Runnable ring;

    /// When it rings even if nothing comes, in the time of [System#nanoTime].
    private volatile long due;

    /// @param ring quick, and safe on any thread
    Bell(Runnable ring, long due) {
      this.ring = ring;
      this.due = due;
    }

    void dueAt(long nanos) {
      due = nanos;
    }
  }

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

    List<LoggedEvent> eventsAfter(long seen) {
      int from = (int) (seen + 1 - recent.getFirst().seq());
      return recent.subList(from, recent.size());
    }

    List<String> whispersAfter(long heard) {
      List<String> found = new ArrayList<>();
      for (Whisper whisper : whispers.values()) if (whisper.at() > heard) found.add(whisper.json());
      return found;
    }
  }

  /// What a cursor finds.
  ///
  /// @param whispersAt how many words had been said when these were found
  /// @param behind whether the events it needs are no longer all here
  record Found(
      List<LoggedEvent> events,
      List<String> whispers,
      long whispersAt,
      boolean behind,
      @Nullable String halted) {}

  /// Events after `seen`, or else words after `heard`; there may be neither.
  Found look(long seen, long heard) {
    Known now = known.get();
    List<LoggedEvent> events = List.of();
    boolean behind = false;
    if (now.last() > seen) {
      behind = now.recent().getFirst().seq() > seen + 1;
      if (!behind) events = now.eventsAfter(seen);
    }
    List<String> whispers = events.isEmpty() ? now.whispersAfter(heard) : List.of();
    return new Found(events, whispers, now.whispered(), behind, now.halted());
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

  /// Replaces the last word about a section. Words come faster than anybody reads, so they ring
  /// with the next tick.
  void whisper(String section, @Nullable String json) {
    known.updateAndGet(now -> now.whisper(section, json));
    if (json != null) whispered = true;
  }

  private void change(UnaryOperator<Known> step) {
    known.updateAndGet(step);
    ringAll();
  }

  /// From now on it rings whenever something comes; look only after that, or it may be missed.
  void hang(Bell bell) {
    bells.add(bell);
  }

  void takeDown(Bell bell) {
    bells.remove(bell);
  }

  void ringAll() {
    bells.forEach(bell -> bell.ring.run());
  }

  /// Rings for what was whispered since the last tick.
  void ringForWhispers() {
    if (!whispered) return;
    whispered = false;
    ringAll();
  }

  /// Rings for those whose time is over, a few each millisecond: each finds out whether its viewer
  /// is still there, and if many have left at once, containers would start a thread for each. They
  /// set no timer of their own: each event would clear and set it again, for every viewer.
  void ringThoseDue() throws InterruptedException {
    long now = System.nanoTime();
    int rung = 0;
    for (Bell bell : bells) {
      if (now - bell.due < 0) continue;
      bell.ring.run();
      if (++rung % AT_ONCE == 0) Thread.sleep(1);
    }
  }
}
