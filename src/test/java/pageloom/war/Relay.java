package pageloom.war;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// The way from a browser to a server, byte for byte, on which a test sees each connection and the
/// last request on it, and can break it.
final class Relay implements AutoCloseable {
  private static final Pattern REQUEST = Pattern.compile("(?:GET|POST|DELETE) (\\S+) HTTP/1.1\r\n");
  private static final byte[] REFUSAL =
      "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
  private final int to;

  // Under the monitor:
  private final Map<Socket, String> open = new LinkedHashMap<>();
  private final List<String> asked = new ArrayList<>();
  private String refused = "none";

  /// @param to the port of the server, which may be down now and then
  Relay(int to) throws IOException {
    this.to = to;
    Thread.ofVirtual().start(this::accept);
  }

  String base() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /// What was ever asked for under this path.
  synchronized List<String> asked(String path) {
    return asked.stream().filter(target -> target.startsWith(path)).toList();
  }

  /// Waits until the connections whose last request was under this path are as they should be.
  synchronized void await(String path, Predicate<List<String>> wanted) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!wanted.test(now(path))) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) throw new AssertionError("connections to " + path + ": " + now(path));
      wait(left);
    }
  }

  private List<String> now(String path) {
    return open.values().stream().filter(target -> target.startsWith(path)).toList();
  }

  /// From now on answers for the server, with 503, what is asked for under this path.
  synchronized void refuse(String path) {
    refused = path;
  }

  /// Breaks the connections whose last request was under this path.
  synchronized void cut(String path) throws IOException {
    for (var entry : open.entrySet()) {
      if (entry.getValue().startsWith(path)) entry.getKey().close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // the end of the test
    }
  }

  private void serve(Socket client) {
    put(client, "");
    try (client;
        var upstream = new Socket(InetAddress.getByName("127.0.0.1"), to)) {
      client.setTcpNoDelay(true);
      upstream.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> answer(upstream, client));
      var buffer = new byte[16_384];
      InputStream in = client.getInputStream();
      OutputStream out = upstream.getOutputStream();
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        // A browser writes the head of a request at once and sends none before the last answer.
        var head = REQUEST.matcher(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
        if (head.lookingAt() && !put(client, head.group(1))) {
          client.getOutputStream().write(REFUSAL);
          return;
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException broken) {
      // Either side left: the other is closed too.
    } finally {
      remove(client);
    }
  }

  private static void answer(Socket upstream, Socket client) {
    try (upstream;
        client) {
      upstream.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException broken) {
      // said above
    }
  }

  /// Notes a request; says whether it may go on.
  private synchronized boolean put(Socket client, String target) {
    open.put(client, target);
    if (!target.isEmpty()) asked.add(target);
    notifyAll();
    return !target.startsWith(refused);
  }

  private synchronized void remove(Socket client) {
    open.remove(client);
    notifyAll();
  }

  @Override
  public synchronized void close() throws IOException {
    server.close();
    for (Socket client : open.keySet()) client.close();
  }
}
