package pageloom.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A thousand connections that give a byte now and then (Slowloris), and one good client.
@Tag("reliability")
@Timeout(300)
final class SlowConnectionsIT {
  private static final int CONNECTIONS = 1_000;
  private static final Duration ATTACK = Duration.ofSeconds(60);

  @TempDir Path folder;

  /// What is sent slowly.
  enum Kind {
    /// Headers without an end.
    HEADERS("GET /api/pages HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", "a"),
    /// A body that was promised.
    BODY(
        "POST /api/pages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 200000\r\n\r\n{\"prompt\":\"",
        "a");

    private final String first;
    private final String then;

    Kind(String first, String then) {
      this.first = first;
      this.then = then;
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_thousand_slow_connections_do_not_keep_a_good_client_waiting(Kind kind) throws Exception {
    try (Site site = Site.sqlite(folder).startAll()) {
      URI base = site.base(0);
      site.get(base, "/api/pages"); // warm
      List<Socket> sockets = new ArrayList<>();
      int refused = 0;
      var answers = new Figures();
      Instant end = Instant.now().plus(ATTACK);
      try {
        for (int i = 0; i < CONNECTIONS; i++) {
          var socket = new Socket();
          socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), 5_000);
          socket.getOutputStream().write(kind.first.getBytes(StandardCharsets.US_ASCII));
          sockets.add(socket);
        }
        for (int round = 0; Instant.now().isBefore(end); round++) {
          // A tenth of them in each round, so that each says something every second or so.
          for (int i = round % 10; i < sockets.size(); i += 10) {
            try {
              sockets.get(i).getOutputStream().write(kind.then.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException givenUp) {
              refused++;
            }
          }
          long from = System.nanoTime();
          assertEquals(200, site.get(base, "/api/pages").statusCode());
          answers.add(Duration.ofNanos(System.nanoTime() - from));
          Thread.sleep(100);
        }
        String page = site.begin(base);
        var viewer = new Viewer(site.client, () -> base, page);
        viewer.await(Duration.ofMinutes(1));
        site.requireIntact(viewer);
      } finally {
        for (Socket socket : sockets) socket.close();
      }
      System.out.println(
          "SlowConnectionsIT: "
              + kind
              + ": "
              + CONNECTIONS
              + " slow connections for "
              + ATTACK.toSeconds()
              + " s, writes refused "
              + refused
              + ", good requests: "
              + answers);
      assertTrue(answers.at(0.99).compareTo(Duration.ofSeconds(1)) < 0, answers.toString());
    }
  }
}
