package pageloom.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pageloom.PostgresServer;

/// Three servers behind nginx as deploy/nginx.conf sets it up, and behind one that buffers.
@Tag("reliability")
@Timeout(300)
final class ProxyIT {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final String TOKEN = "token-of-the-test-0123";

  @TempDir Path folder;

  /// The file that is in deploy, with ports of the test's.
  private static String configuration(Site site, int port, boolean buffering) throws IOException {
    String ours = Files.readString(Path.of("deploy/nginx.conf"));
    for (int i = 0; i < 3; i++) {
      String there = "127.0.0.1:808" + (i + 1);
      assertTrue(ours.contains(there), there);
      ours = ours.replace(there, site.base(i).getAuthority());
    }
    ours = ours.replace("listen 127.0.0.1:8080;", "listen 127.0.0.1:" + port + ";");
    // What each viewer would send by itself.
    String header = "proxy_set_header X-Forwarded-For $remote_addr;";
    assertTrue(ours.contains(header));
    ours =
        ours.replace(header, header + " proxy_set_header Authorization \"Bearer " + TOKEN + "\";");
    if (buffering) ours = ours.replace("proxy_buffering off;", "proxy_buffering on;");
    return ours;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void events_come_at_once_and_a_server_that_dies_is_not_missed(boolean buffering)
      throws Exception {
    int port = Site.freePort();
    URI proxy = URI.create("http://127.0.0.1:" + port);
    try (var server = PostgresServer.start();
        Site site =
            Site.postgres(server, 3)
                .with("PAGELOOM_PASSWORD", "correct horse battery")
                .with("PAGELOOM_TOKEN", TOKEN)
                .with("PAGELOOM_PROXY", "127.0.0.1")
                .with("PAGELOOM_PERSON_GENERATING", "100")
                .with("PAGELOOM_PERSON_STARTS", "100")
                .startAll()) {
      try (var _ = Nginx.start(folder, port, configuration(site, port, buffering))) {
        for (int i = 0; i < 3; i++) {
          new Viewer(site.client, () -> proxy, site.begin(proxy)).await(LONG); // warm
        }
        Instant asked = Instant.now();
        var one = new Viewer(site.client, () -> proxy, site.begin(proxy));
        one.await(LONG);
        Duration first = Duration.between(asked, one.frames().getFirst().at());
        site.requireIntact(one);
        // A section takes 0.3 s, so a page can't have come in a lump.
        Duration whole =
            Duration.between(one.frames().getFirst().at(), one.frames().getLast().at());
        List<Viewer> viewers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
          viewers.add(new Viewer(site.client, () -> proxy, site.begin(proxy)));
        }
        Viewer.awaitSeq(viewers, 3);
        site.node(1).kill();
        for (Viewer viewer : viewers) viewer.await(LONG);
        for (Viewer viewer : viewers) site.requireIntact(viewer);
        assertEquals(404, site.get(proxy, "/metrics").statusCode());
        System.out.println(
            "ProxyIT: "
                + (buffering ? "buffering" : "deploy/nginx.conf")
                + ": first event after "
                + first.toMillis()
                + " ms, the page over "
                + whole.toMillis()
                + " ms; 12 viewers saw every event once while a server died");
        assertTrue(first.toMillis() < 1_000, first.toString());
        assertTrue(whole.toMillis() > 1_500, whole.toString());
      }
    }
  }
}
