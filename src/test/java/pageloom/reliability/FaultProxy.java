package pageloom.reliability;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A TCP connection's way through a network that fails as the test says: it is cut, or it stands
/// still without a word, as behind a router that lost its state.
final class FaultProxy implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean stalled;
  private volatile boolean refusing;

  /// @param target a port of the loopback interface
  FaultProxy(int target) throws IOException {
    this.target = target;
    listener = new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1"));
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  private void accept() {
    while (true) {
      try {
        Socket client = listener.accept();
        if (refusing) {
          reset(client);
          continue;
        }
        var server = new Socket("127.0.0.1", target);
        sockets.add(client);
        sockets.add(server);
        Thread.ofVirtual().start(() -> pump(client, server));
        Thread.ofVirtual().start(() -> pump(server, client));
      } catch (IOException closedOrTargetIsDown) {
        if (listener.isClosed()) return;
      }
    }
  }

  private void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[16 * 1024];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        awaitMoving();
        out.write(buffer, 0, n);
      }
    } catch (IOException | InterruptedException cut) {
      // Both ends are closed: the other pump ends as well.
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void awaitMoving() throws InterruptedException {
    lock.lock();
    try {
      while (stalled) changed.await();
    } finally {
      lock.unlock();
    }
  }

  /// From now on nothing moves, and nobody is told.
  void stall() {
    lock.lock();
    try {
      stalled = true;
    } finally {
      lock.unlock();
    }
  }

  /// Everything moves again, what was held back too.
  void flow() {
    lock.lock();
    try {
      stalled = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    refusing = false;
  }

  /// Resets every connection there is (RST).
  void cut() throws IOException {
    for (Socket socket : sockets) reset(socket);
  }

  private static void reset(Socket socket) throws IOException {
    try (socket) {
      if (!socket.isClosed()) socket.setSoLinger(true, 0);
    }
  }

  /// Resets those that come, too.
  void refuse() throws IOException {
    refusing = true;
    cut();
  }

  @Override
  public void close() {
    try {
      listener.close();
      cut();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    flow();
  }
}
