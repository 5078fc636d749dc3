package pageloom.provider;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// A model endpoint on the loopback interface that says, byte by byte, what a test wants. Each
/// request takes the next script; the last one stays.
final class ScriptedEndpoint implements AutoCloseable {
  static final String SSE = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n";

  final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

  /// What was asked besides chats.
  final BlockingQueue<Request> lookups = new LinkedBlockingQueue<>();

  /// What is said to those: no such thing, unless a test knows better.
  volatile Script lookup = c -> c.head("404 Not Found");

  private final ServerSocket server;
  private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Script last;

  /// What is said on a connection once a request is read.
  interface Script {
    void play(Connection connection) throws IOException, InterruptedException;
  }

  /// A request as it came.
  record Request(String head, String body) {
    /// Empty where the header is missing.
    String header(String name) {
      return head.lines()
          .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElse("");
    }
  }

  /// One connection, from the server's side.
  record Connection(Socket socket, OutputStream out, InputStream in) {
    Connection say(String text) throws IOException {
      return say(text.getBytes(StandardCharsets.UTF_8));
    }

    Connection say(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
      return this;
    }

    /// A head without a length: the body ends with the connection.
    Connection head(String status, String... headers) throws IOException {
      return say(
          "HTTP/1.1 "
              + status
              + "\r\nConnection: close\r\n"
              + String.join("", List.of(headers).stream().map(h -> h + "\r\n").toList())
              + "\r\n");
    }

    Connection sse() throws IOException {
      return head("200 OK", "Content-Type: text/event-stream");
    }

    Connection event(String data) throws IOException {
      return say("data: " + data + "\n\n");
    }

    Connection content(String text) throws IOException {
      return event(Chunks.content(text));
    }

    Connection finish(String reason) throws IOException {
      return event(Chunks.finish(reason));
    }

    /// Closes so that the other side sees a reset.
    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /// Returns when the other side has closed.
    void awaitClosed() throws IOException {
      try {
        while (in.read() >= 0) {
          // Whatever still comes.
        }
      } catch (IOException closed) {
        // That too.
      }
    }
  }

  ScriptedEndpoint(Script... scripts) throws IOException {
    this(new ServerSocket(0, 1000, InetAddress.getLoopbackAddress()), scripts);
  }

  ScriptedEndpoint(ServerSocket server, Script... scripts) {
    this.server = server;
    for (Script script : scripts) then(script);
    Thread.ofVirtual().start(this::accept);
  }

  ScriptedEndpoint then(Script script) {
    scripts.add(script);
    return this;
  }

  int port() {
    return server.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/v1";
  }

  /// How many connections were made.
  int connections() {
    return sockets.size();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        sockets.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        Request request = read(in);
        if (request == null) return;
        Script current = next(request);
        if (current == null) return;
        current.play(new Connection(socket, socket.getOutputStream(), in));
        if (current instanceof KeepAlive) continue;
        return;
      }
    } catch (IOException | InterruptedException e) {
      // The client left, or the test is over.
    }
  }

  private @Nullable Script next(Request request) {
    if (request.head().startsWith("GET ")) {
      lookups.add(request);
      return lookup;
    }
    requests.add(request);
    Script script = scripts.poll();
    if (script != null) last = script;
    return last;
  }

  /// A script whose connection serves a further request.
  interface KeepAlive extends Script {}

  private static @Nullable Request read(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) return null;
      head.write(b);
    }
    var request = new Request(head.toString(StandardCharsets.UTF_8), "");
    String length = request.header("Content-Length");
    byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
    return new Request(request.head(), new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) socket.close();
  }
}
