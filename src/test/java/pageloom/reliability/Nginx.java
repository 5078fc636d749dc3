package pageloom.reliability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/// nginx in a process of its own, as a test sets it up.
final class Nginx implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String FRAME =
      """
      daemon off;
      pid %1$s/pid;
      error_log stderr warn;
      events { worker_connections 1000; }
      http {
        access_log off;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
      %2$s
      }
      """;

  private final Process process;

  private Nginx(Process process) {
    this.process = process;
  }

  /// Starts it and waits until it listens.
  ///
  /// @param folder for all that it writes
  /// @param port where the servers in its configuration listen
  /// @param http what stands in the http block
  static Nginx start(Path folder, int port, String http) throws IOException, InterruptedException {
    Path file = folder.resolve("nginx.conf");
    Files.writeString(file, FRAME.formatted(folder, http));
    Path log = folder.resolve("log");
    var nginx =
        new Nginx(
            new ProcessBuilder("nginx", "-c", file.toString(), "-p", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try (var _ = new Socket("127.0.0.1", port)) {
        return nginx;
      } catch (IOException notYet) {
        assertTrue(Instant.now().isBefore(deadline), Files.readString(log));
        Thread.sleep(50);
      }
    }
  }

  @Override
  public void close() {
    // Its workers end with it only if it is asked.
    process.destroy();
    process.onExit().join();
  }
}
