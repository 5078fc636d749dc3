package pageloom.reliability;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import pageloom.PostgresServer;

/// What pages and their viewers notice when PostgreSQL loses connections, or dies.
@Tag("reliability")
@Timeout(300)
final class DatabaseIT {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final int PAGES = 6;

  /// How long after it was written each event was seen.
  private static Figures delivery(Site site, List<Viewer> viewers) throws Exception {
    var delays = new Figures();
    for (Viewer viewer : viewers) {
      List<Instant> written = site.written(viewer.page());
      for (int i = 0; i < written.size(); i++) {
        delays.add(Duration.between(written.get(i), viewer.frames().get(i).at()));
      }
    }
    return delays;
  }

  private static List<Viewer> viewed(Site site) throws Exception {
    List<Viewer> viewers = new ArrayList<>();
    for (int i = 0; i < PAGES; i++) {
      viewers.add(new Viewer(site.client, () -> site.base(1), site.begin(site.base(0))));
    }
    return viewers;
  }

  @Test
  void without_hints_events_are_a_second_late_and_no_more() throws Exception {
    try (var server = PostgresServer.start();
        Site site = Site.postgres(server, 2).startAll();
        Connection admin = server.connect("postgres")) {
      for (Viewer first : viewed(site)) first.await(LONG); // warm
      List<Viewer> quiet = viewed(site);
      for (Viewer viewer : quiet) viewer.await(LONG);
      Figures usual = delivery(site, quiet);
      var over = new AtomicBoolean();
      var cuts = new AtomicInteger();
      Thread cutting =
          Thread.ofVirtual()
              .start(() -> {
                try (Statement statement = admin.createStatement()) {
                  while (!over.get()) {
                    try (var rows =
                        statement.executeQuery(
                            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                + " WHERE state = 'idle' AND application_name = 'pageloom'"
                                // The empty one is how it asks whether its line still stands.
                                + " AND query IN ('LISTEN pageloom', '')")) {
                      while (rows.next()) cuts.incrementAndGet();
                    }
                    Thread.sleep(100);
                  }
                } catch (Exception e) {
                  throw new AssertionError(e);
                }
              });
      List<Viewer> viewers = viewed(site);
      for (Viewer viewer : viewers) viewer.await(LONG);
      over.set(true);
      cutting.join();
      for (Viewer viewer : viewers) site.requireIntact(viewer);
      Figures delays = delivery(site, viewers);
      System.out.println(
          "DatabaseIT: delivery " + delays + " with " + cuts + " cuts; without: " + usual);
      assertTrue(cuts.get() > 2, cuts + " cuts");
      assertTrue(delays.at(0.99).toMillis() < 1_500, delays.toString());
    }
  }

  @Test
  void a_crash_of_the_database_loses_nothing_that_was_shown() throws Exception {
    try (var server = PostgresServer.start();
        Site site = Site.postgres(server, 2).startAll()) {
      List<Viewer> viewers = viewed(site);
      Viewer.awaitSeq(viewers, 4);
      server.kill();
      // Long enough that pages and viewers notice.
      Thread.sleep(5_000);
      server.restart();
      Instant back = Instant.now();
      for (Viewer viewer : viewers) viewer.await(LONG);
      var recovery = new Figures();
      for (Viewer viewer : viewers) {
        site.requireIntact(viewer);
        viewer.frames().stream()
            .map(Viewer.Frame::at)
            .filter(at -> at.isAfter(back))
            .findFirst()
            .ifPresent(at -> recovery.add(Duration.between(back, at)));
      }
      System.out.println("DatabaseIT: viewers go on after the database is back: " + recovery);
      assertTrue(recovery.longest().toSeconds() < 10, recovery.toString());
    }
  }
}
