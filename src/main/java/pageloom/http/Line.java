package pageloom.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// The way to one viewer. Whoever sends waits until the frame is on its way, and not for ever: a
/// viewer that takes nothing for ten seconds is given up. Writes are non-blocking ones (Servlet
/// 6.0, section 5.7), because a blocking one can't be taken back: some containers go on with it
/// through every interrupt. The container's callbacks only wake who sends. Thread-safe.
final class Line implements WriteListener {
  /// How long a viewer may take nothing.
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ServletOutputStream out;
  private final boolean gathers;
  private final Runnable stalled;
  private final Runnable left;
  private final Ending ending;
  private final ReentrantLock sending;
  private final Semaphore bell = new Semaphore(0);
  private volatile boolean gone;

  /// The viewer takes nothing.
  static final class Stalled extends IOException {
    private static final long serialVersionUID = 1;

    Stalled() {
      super("the viewer reads no more");
    }
  }

  /// Whether the container gathers what is written until it is flushed. Containers do; the one that
  /// the archive brings does not.
  static boolean gathers(ServletRequest request) {
    return !"false".equals(request.getServletContext().getInitParameter("pageloom.gathers"));
  }

  /// @param async just begun; what came before has left
  /// @param stalled told when the viewer is given up
  /// @param left told, on any thread, when the viewer is gone
  Line(AsyncContext async, Runnable stalled, Runnable left) throws IOException {
    this.out = async.getResponse().getOutputStream();
    this.gathers = gathers(async.getRequest());
    this.stalled = stalled;
    this.left = left;
    this.ending = new Ending(async, this::lost);
    this.sending = ending.touching();
    out.setWriteListener(this);
  }

  boolean isGone() {
    return gone;
  }

  /// Sends one frame, at once.
  void send(byte[] frame) throws IOException, InterruptedException {
    sending.lockInterruptibly();
    try {
      awaitReady();
      write(frame);
    } finally {
      sending.unlock();
    }
  }

  private void write(byte[] frame) throws IOException, InterruptedException {
    try {
      out.write(frame);
      awaitReady();
      if (gathers) out.flush();
    } catch (IOException lineIsDown) {
      if (!gone) ending.broke();
      gone = true;
      throw lineIsDown;
    }
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      if (gone) throw new IOException("the viewer is gone");
      if (out.isReady()) return;
      if (!bell.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        gone = true;
        stalled.run();
        left.run();
        throw new Stalled();
      }
    }
  }

  /// Ends the answer once all of it has left.
  void end() {
    try {
      sending.lockInterruptibly();
      try {
        if (!gone) awaitReady();
      } finally {
        sending.unlock();
      }
    } catch (IOException | InterruptedException lineIsDown) {
      // Nothing more can be done for it.
    }
    gone = true;
    ending.end();
  }

  private void lost() {
    gone = true;
    bell.release();
    left.run();
  }

  @Override
  public void onWritePossible() {
    bell.release();
  }

  @Override
  public void onError(Throwable cause) {
    ending.broke();
    lost();
  }
}
