package pageloom.page;

import java.util.ArrayDeque;
import java.util.Deque;

/// How many pages may be under way at once: places, given out in the order in which they were asked
/// for. Nobody waits in here, so whoever asks can do other things meanwhile. Thread-safe.
final class Slots {
  private int free;
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  Slots(int places) {
    this.free = places;
  }

  /// Asks for a place.
  ///
  /// @param granted is run once there is one, at once or by whoever gives one back; must not block
  synchronized void request(Runnable granted) {
    if (free == 0) {
      waiting.add(granted);
      return;
    }
    free--;
    granted.run();
  }

  /// Takes a request back.
  ///
  /// @return whether it was still waiting; if not, the place is to be given back
  synchronized boolean withdraw(Runnable granted) {
    return waiting.remove(granted);
  }

  synchronized void release() {
    Runnable next = waiting.poll();
    if (next == null) free++;
    else next.run();
  }
}
