package pageloom.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;

/// Lets what many streams bring gather in their sockets before it is read: five chunks at once cost
/// little more than one, as a network card that coalesces its interrupts knows. A few streams are
/// read as they come. Any thread.
final class Coalescer {
  private static final int MANY = 200;
  private static final long PAUSE_MILLIS = 40;

  private final IntSupplier streams;
  private final ScheduledExecutorService timer;
  private final LinkedBlockingQueue<Flow.Subscription> waiting = new LinkedBlockingQueue<>();
  private final AtomicBoolean ticking = new AtomicBoolean();

  /// @param streams how many are open, roughly
  Coalescer(IntSupplier streams, ScheduledExecutorService timer) {
    this.streams = streams;
    this.timer = timer;
  }

  /// Has the stream read once more, now or with the others that wait.
  void readOn(Flow.Subscription stream) {
    if (streams.getAsInt() < MANY) {
      stream.request(1);
      return;
    }
    waiting.add(stream);
    if (ticking.compareAndSet(false, true)) {
      Future<?> _ = timer.schedule(this::tick, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void tick() {
    ticking.set(false);
    // Not those that come back meanwhile.
    List<Flow.Subscription> due = new ArrayList<>();
    waiting.drainTo(due);
    for (Flow.Subscription stream : due) stream.request(1);
  }
}
