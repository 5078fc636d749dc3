package pageloom.reliability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pageloom.PostgresServer;

/// Servers whose clocks are five seconds before and behind the database's.
@Tag("reliability")
@Timeout(300)
final class ClocksIT {
  private static final Duration LONG = Duration.ofMinutes(1);

  /// Debian's libfaketime shifts every clock by the same; pauses and timeouts take as long as ever.
  private static Map<String, String> shifted(String by) throws Exception {
    try (Stream<Path> found = Files.walk(Path.of("/usr/lib"), 3)) {
      Path library =
          found
              .filter(path -> path.endsWith("faketime/libfaketimeMT.so.1"))
              .findFirst()
              .orElseThrow(() ->
                  new AssertionError(
                      "This test needs libfaketime. Install it (Debian, Ubuntu: apt-get install"
                          + " libfaketime)."));
      return Map.of("LD_PRELOAD", library.toString(), "FAKETIME", by);
    }
  }

  /// How far a server's clock is ahead.
  private static long aheadSeconds(Site site, int i) throws Exception {
    String date = site.get(site.base(i), "/healthz").headers().firstValue("Date").orElseThrow();
    Instant there = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    return Math.round(Duration.between(Instant.now(), there).toMillis() / 1000.0);
  }

  @Test
  void pages_are_taken_over_and_finished_as_if_clocks_agreed() throws Exception {
    try (var server = PostgresServer.start();
        Site site = Site.postgres(server, 3)) {
      site.start(0);
      site.start(1, shifted("+5s"));
      site.start(2, shifted("-5s"));
      long ahead = aheadSeconds(site, 1);
      long behind = aheadSeconds(site, 2);
      assertTrue(ahead >= 4 && behind <= -4, ahead + " and " + behind);
      List<Viewer> viewers = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        viewers.add(new Viewer(site.client, site::any, site.begin(site.base(i % 3))));
      }
      Viewer.awaitSeq(viewers, 3);
      site.node(0).kill();
      Instant killed = Instant.now();
      site.start(0);
      for (Viewer viewer : viewers) viewer.await(LONG);
      var off = new Figures();
      int takeovers = 0;
      for (Viewer viewer : viewers) {
        site.requireIntact(viewer);
        takeovers += site.takeovers(viewer.page());
        List<Instant> written = site.written(viewer.page());
        for (int i = 0; i < written.size(); i++) {
          Instant at = written.get(i);
          Instant seen = viewer.frames().get(i).at();
          assertTrue(!at.isAfter(seen.plusMillis(500)), "written " + at + ", seen " + seen);
          if (seen.isBefore(killed)) off.add(Duration.between(at, seen));
        }
      }
      System.out.println(
          "ClocksIT: "
              + takeovers
              + " takeovers of "
              + viewers.size()
              + " pages; from the time in the log to the viewer: "
              + off);
      assertTrue(takeovers > 0 && takeovers <= viewers.size(), takeovers + " takeovers");
    }
  }
}
