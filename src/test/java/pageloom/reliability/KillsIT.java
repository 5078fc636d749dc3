package pageloom.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.PostgresServer;

/// `kill -9`, a hundred times, at random moments, while pages are being made and viewed.
@Tag("reliability")
@Timeout(1800)
final class KillsIT {
  private static final int KILLS = Integer.getInteger("reliability.kills", 100);
  private static final int IN_FLIGHT = 6;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  @Test
  void on_sqlite_nothing_that_was_shown_is_lost() throws Exception {
    long seed = System.nanoTime();
    System.out.println("KillsIT: seed " + seed);
    var random = new Random(seed);
    var ready = new Figures();
    List<Viewer> viewers = new ArrayList<>();
    try (Site site = Site.sqlite(folder)) {
      site.start(0);
      for (int kill = 0; kill < KILLS; kill++) {
        fill(site, viewers);
        Thread.sleep(random.nextInt(200, 1_200));
        site.node(0).kill();
        ready.add(site.start(0));
      }
      for (Viewer viewer : viewers) viewer.await(PATIENCE);
      tell("SQLite", site, viewers);
      System.out.println("KillsIT: SQLite: ready again: " + ready);
      assertEquals(List.of("ok"), site.query("PRAGMA integrity_check"));
    }
    assertTrue(ready.longest().toSeconds() < 5, ready.toString());
  }

  @Test
  void on_postgresql_nothing_that_was_shown_is_lost() throws Exception {
    long seed = System.nanoTime();
    System.out.println("KillsIT: seed " + seed);
    var random = new Random(seed);
    List<Viewer> viewers = new ArrayList<>();
    try (var server = PostgresServer.start();
        Site site = Site.postgres(server, 3).startAll()) {
      for (int kill = 0; kill < KILLS; kill++) {
        fill(site, viewers);
        Thread.sleep(random.nextInt(200, 3_000));
        int victim = random.nextInt(3);
        site.node(victim).kill();
        site.start(victim);
      }
      for (Viewer viewer : viewers) viewer.await(PATIENCE);
      tell("PostgreSQL", site, viewers);
      var gaps = new Figures();
      for (Viewer viewer : viewers) gaps.add(longestGap(viewer));
      System.out.println("KillsIT: PostgreSQL: longest silence of a page: " + gaps);
    }
  }

  /// As many pages as there should be, each with a viewer.
  private static void fill(Site site, List<Viewer> viewers) throws Exception {
    long open = viewers.stream().filter(viewer -> !viewer.isComplete()).count();
    for (long i = open; i < IN_FLIGHT; i++) {
      viewers.add(new Viewer(site.client, site::any, site.begin(site.any())));
    }
  }

  private static Duration longestGap(Viewer viewer) {
    List<Viewer.Frame> frames = viewer.frames();
    Duration longest = Duration.ZERO;
    for (int i = 1; i < frames.size(); i++) {
      Duration gap = Duration.between(frames.get(i - 1).at(), frames.get(i).at());
      if (gap.compareTo(longest) > 0) longest = gap;
    }
    return longest;
  }

  private static void tell(String database, Site site, List<Viewer> viewers) throws Exception {
    int events = 0;
    int calls = 0;
    int takeovers = 0;
    for (Viewer viewer : viewers) {
      site.requireIntact(viewer);
      events += viewer.frames().size();
      calls += site.calls(viewer.page());
      takeovers += site.takeovers(viewer.page());
    }
    System.out.println(
        "KillsIT: "
            + database
            + ": "
            + KILLS
            + " kills, "
            + viewers.size()
            + " pages, "
            + events
            + " events seen once each, "
            + takeovers
            + " takeovers, "
            + (calls - 7 * viewers.size())
            + " calls more than sections");
  }
}
