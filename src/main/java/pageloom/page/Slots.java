package pageloom.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/// How many pages may be under way at once, in all and of one person: places, given out in the
/// order in which they were asked for, but past those whose owner has as many as one may. Nobody
/// waits in here, so whoever asks can do other things meanwhile. Thread-safe.
final class Slots {
  private int free;
  private final int perOwner;
  private final Map<String, Integer> held = new HashMap<>();
  private final Deque<Request> waiting = new ArrayDeque<>();

  private record Request(String owner, Runnable granted) {}

  Slots(int places, int perOwner) {
    this.free = places;
    this.perOwner = perOwner;
  }

  /// Asks for a place.
  ///
  /// @param granted is run once there is one, at once or by whoever gives one back; must not block
  synchronized void request(String owner, Runnable granted) {
    waiting.add(new Request(owner, granted));
    grant();
  }

  /// Takes a request back.
  ///
  /// @return whether it was still waiting; if not, the place is to be given back
  synchronized boolean withdraw(Runnable granted) {
    return waiting.removeIf(request -> request.granted().equals(granted));
  }

  /// Gives a place back.
  synchronized void release(String owner) {
    free++;
    held.computeIfPresent(owner, (same, count) -> count == 1 ? null : count - 1);
    grant();
  }

  private void grant() {
    Iterator<Request> next = waiting.iterator();
    while (free > 0 && next.hasNext()) {
      Request request = next.next();
      if (held.getOrDefault(request.owner(), 0) >= perOwner) continue;
      next.remove();
      free--;
      held.merge(request.owner(), 1, Integer::sum);
      request.granted().run();
    }
  }
}
