package pageloom.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// The end of an answer that goes on. Where the way to the client breaks, the container ends it, on
/// a thread of its own; else we do, and never both: containers use their request and response
/// objects again for the next client, and whoever still touches those of an answer that is over
/// takes the next client's away. Thread-safe.
final class Ending implements AsyncListener {
  /// How long the container has to say that the way is broken. Some never do.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final AsyncContext async;
  private final Runnable lost;

  /// Whoever touches the request or the response holds it, and the container waits for it before it
  /// takes them back. Not for long: who waits under it is told by `lost`.
  private final ReentrantLock touching = new ReentrantLock();

  private final CountDownLatch said = new CountDownLatch(1);
  private volatile boolean broken;
  private boolean over;

  /// @param async just begun
  /// @param lost told when the container gives the answer up
  Ending(AsyncContext async, Runnable lost) {
    this.async = async;
    this.lost = lost;
    async.addListener(this);
  }

  ReentrantLock touching() {
    return touching;
  }

  /// Writes the whole answer, if somebody still waits for it.
  void write(Write answer) throws IOException {
    touching.lock();
    try {
      if (over) return;
      answer.run();
    } catch (IOException wayIsBroken) {
      broke();
      throw wayIsBroken;
    } finally {
      touching.unlock();
    }
  }

  /// What writes an answer.
  @FunctionalInterface
  interface Write {
    void run() throws IOException;
  }

  /// A write failed: the container learnt that as well.
  void broke() {
    broken = true;
  }

  /// Ends the answer, unless it is over.
  void end() {
    try {
      if (broken) said.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurry) {
      // The thread ends with its answer.
    }
    complete();
  }

  private void complete() {
    touching.lock();
    try {
      if (over) return;
      over = true;
      async.complete();
    } catch (IllegalStateException containerWasFaster) {
      // After a failed write some containers complete by themselves.
    } finally {
      touching.unlock();
    }
  }

  private void gone() {
    lost.run();
    complete();
    said.countDown();
  }

  @Override
  public void onError(AsyncEvent event) {
    gone();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    gone();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    lost.run();
    touching.lock();
    try {
      over = true;
    } finally {
      touching.unlock();
    }
    said.countDown();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
