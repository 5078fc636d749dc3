package pageloom.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.PostgresServer;

/// Hundreds of viewers: none notices what happens to the servers or to another viewer.
@Tag("reliability")
@Timeout(600)
final class ManyViewersIT {
  private static final Duration LONG = Duration.ofMinutes(3);

  @TempDir Path folder;

  @Test
  void a_rolling_restart_of_three_servers_loses_nothing_for_a_thousand() throws Exception {
    try (var server = PostgresServer.start();
        Site site = Site.postgres(server, 3).startAll()) {
      // A section takes 6 s, a page 42: longer than three restarts.
      site.model.pace = Duration.ofMillis(300);
      List<Viewer> viewers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String page = site.begin(site.any());
        for (int j = 0; j < 50; j++) viewers.add(new Viewer(site.client, site::any, page));
      }
      var stops = new Figures();
      for (int i = 0; i < 3; i++) {
        long from = System.nanoTime();
        site.node(i).terminate();
        assertEquals(143, site.node(i).exit(), site.node(i).output());
        stops.add(Duration.ofNanos(System.nanoTime() - from));
        site.start(i);
      }
      int connections = 0;
      for (Viewer viewer : viewers) {
        viewer.await(LONG);
        connections += viewer.connections();
      }
      for (Viewer viewer : viewers) site.requireIntact(viewer);
      System.out.println(
          "ManyViewersIT: rolling restart: "
              + viewers.size()
              + " viewers, "
              + connections
              + " connections, stopped within: "
              + stops);
      assertTrue(connections > viewers.size(), "nobody was sent away");
      assertTrue(stops.longest().toSeconds() < 15, stops.toString());
    }
  }

  /// How long after it was written each event of a new page was seen by 500.
  private static Figures watchedByFiveHundred(Site site) throws Exception {
    String page = site.begin(site.base(0));
    List<Viewer> viewers = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      viewers.add(new Viewer(site.client, () -> site.base(0), page));
    }
    Viewer.awaitSeq(viewers, 1);
    Instant all = Instant.now();
    for (Viewer viewer : viewers) viewer.await(LONG);
    List<String> log = site.log(page);
    List<Instant> written = site.written(page);
    var delays = new Figures();
    for (Viewer viewer : viewers) {
      viewer.requireAsInLog(log);
      for (int i = 0; i < written.size(); i++) {
        Instant at = written.get(i);
        // What was there before it came is no delivery.
        if (at.isAfter(all)) delays.add(Duration.between(at, viewer.frames().get(i).at()));
      }
    }
    return delays;
  }

  @Test
  void viewers_that_read_nothing_delay_no_one_among_five_hundred() throws Exception {
    try (Site site = Site.sqlite(folder)) {
      site.start(0);
      List<String> pages = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        String page = site.begin(site.base(0));
        pages.add("after=v1." + page + ".0");
        new Viewer(site.client, () -> site.base(0), page).await(LONG);
      }
      site.model.pace = Duration.ofMillis(100);
      watchedByFiveHundred(site);
      Figures alone = watchedByFiveHundred(site);
      List<Socket> silent = new ArrayList<>();
      for (int i = 0; i < 5; i++) silent.add(silent(site, String.join("&", pages)));
      Instant from = Instant.now();
      Figures beside = watchedByFiveHundred(site);
      Duration ended = Duration.ZERO;
      for (Socket socket : silent) {
        drain(socket);
        ended = Duration.between(from, Instant.now());
      }
      System.out.println(
          "ManyViewersIT: delivery to 500: "
              + alone
              + "; beside 5 that read nothing: "
              + beside
              + "; those had ended after "
              + ended.toMillis()
              + " ms");
      assertTrue(
          beside.at(0.99).toMillis() < 2 * alone.at(0.99).toMillis() + 50, beside.toString());
    }
  }

  /// Asks for more than all buffers on the way hold, and reads none of it.
  private static Socket silent(Site site, String query) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(4 * 1024);
    socket.connect(new InetSocketAddress("127.0.0.1", site.base(0).getPort()));
    OutputStream out = socket.getOutputStream();
    out.write(
        ("GET /api/events?" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return socket;
  }

  /// Reads what is left until the server's end, which it has put there long ago.
  private static void drain(Socket socket) throws IOException {
    try (socket) {
      socket.setSoTimeout(5_000);
      byte[] buffer = new byte[64 * 1024];
      while (socket.getInputStream().read(buffer) >= 0) continue;
    } catch (SocketException reset) {
      // An end, too.
    }
  }
}
