package pageloom.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pageloom.WithPostgres;

/// What becomes of a page when the process that works on it is stopped, cut off from the database
/// or killed, in the middle of a section. In each test server 0 works on the page and server 1 is
/// there to take over.
@Tag("reliability")
@Timeout(300)
final class OwnersIT {
  private static final Duration TAKEOVER = Duration.ofSeconds(15);
  private static final Duration AWAY = Duration.ofSeconds(30);
  private static final Duration LONG = Duration.ofMinutes(1);

  @RegisterExtension static final WithPostgres POSTGRES = new WithPostgres();

  /// A page whose second section is being made, by server 0, and a viewer at server 1.
  private static Viewer inTheSecondSection(Site site) throws Exception {
    site.slowCall = 2;
    site.start(0);
    String page = site.begin(site.base(0));
    site.awaitCalls(2);
    site.start(1);
    assertEquals(2, site.model.calls(), "server 1 works on it already");
    return new Viewer(site.client, () -> site.base(1), page);
  }

  private static Duration since(Instant from) {
    return Duration.between(from, Instant.now());
  }

  /// How long it took until somebody else went on: the second section began once more.
  private static Duration takenOver(Viewer viewer, Instant from) {
    return viewer.frames().stream()
        .filter(frame -> frame.json().startsWith("{\"type\":\"status\""))
        .filter(frame -> frame.json().contains("\"attempt\":2"))
        .map(frame -> Duration.between(from, frame.at()))
        .findFirst()
        .orElseThrow();
  }

  private static Duration untilHungUp(Site site, Instant from) throws InterruptedException {
    Instant deadline = Instant.now().plus(LONG);
    while (site.model.hungUp.isEmpty()) {
      assertTrue(Instant.now().isBefore(deadline), "the model is still asked");
      Thread.sleep(5);
    }
    return Duration.between(from, site.model.hungUp.element());
  }

  private static void awaitPassed(Instant from, Duration time) throws InterruptedException {
    Duration left = time.minus(since(from));
    if (left.isPositive()) Thread.sleep(left);
  }

  /// It makes pages as before.
  private static void requireHealthy(Site site) throws Exception {
    var another = new Viewer(site.client, () -> site.base(0), site.begin(site.base(0)));
    another.await(LONG);
    site.requireIntact(another);
  }

  @Test
  void one_that_was_stopped_gives_up_its_page_when_it_goes_on() throws Exception {
    try (Site site = Site.apart(POSTGRES.server(), 2)) {
      Viewer viewer = inTheSecondSection(site);
      Instant stopped = Instant.now();
      site.node(0).signal("STOP");
      viewer.await(LONG);
      Duration takeover = takenOver(viewer, stopped);
      awaitPassed(stopped, AWAY);
      List<String> before = site.log(viewer.page());
      Instant goesOn = Instant.now();
      site.node(0).signal("CONT");
      Duration hungUp = untilHungUp(site, goesOn);
      System.out.println(
          "OwnersIT: stopped: taken over after "
              + takeover.toMillis()
              + " ms; the call is given up "
              + hungUp.toMillis()
              + " ms after it goes on");
      requireHealthy(site);
      site.requireIntact(viewer);
      assertEquals(before, site.log(viewer.page()));
      assertTrue(takeover.compareTo(TAKEOVER) < 0, takeover.toString());
      assertTrue(hungUp.toMillis() < 2_000, hungUp.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"silent", "refused"})
  void one_that_is_cut_off_from_the_database_loses_its_page(String how) throws Exception {
    try (Site site = Site.apart(POSTGRES.server(), 2)) {
      Viewer viewer = inTheSecondSection(site);
      Instant cut = Instant.now();
      if (how.equals("silent")) site.way(0).stall();
      else site.way(0).refuse();
      viewer.await(LONG);
      Duration takeover = takenOver(viewer, cut);
      awaitPassed(cut, AWAY);
      List<String> before = site.log(viewer.page());
      site.way(0).flow();
      Duration hungUp = untilHungUp(site, cut.plus(AWAY));
      System.out.println(
          "OwnersIT: cut off, "
              + how
              + ": taken over after "
              + takeover.toMillis()
              + " ms; the call is given up "
              + hungUp.toMillis()
              + " ms after the database is back");
      requireHealthy(site);
      site.requireIntact(viewer);
      assertEquals(before, site.log(viewer.page()));
      assertTrue(takeover.compareTo(TAKEOVER) < 0, takeover.toString());
      assertTrue(hungUp.toMillis() < 5_000, hungUp.toString());
    }
  }

  @Test
  void one_that_dies_between_the_models_end_and_the_commit_costs_one_more_call() throws Exception {
    try (Site site = Site.apart(POSTGRES.server(), 2)) {
      Viewer viewer = inTheSecondSection(site);
      BigDecimal charged = site.model.charged();
      site.way(0).stall();
      site.model.pace = Duration.ZERO;
      while (site.model.charged().equals(charged)) Thread.onSpinWait();
      Instant killed = Instant.now();
      site.node(0).kill();
      site.way(0).cut();
      site.model.pace = Duration.ofMillis(15);
      viewer.await(LONG);
      Duration takeover = takenOver(viewer, killed);
      System.out.println(
          "OwnersIT: killed before the commit: taken over after " + takeover.toMillis() + " ms");
      site.requireIntact(viewer);
      assertEquals(8, site.calls(viewer.page()));
      assertTrue(takeover.compareTo(TAKEOVER) < 0, takeover.toString());
    }
  }

  @Test
  void a_command_given_twice_during_a_takeover_is_carried_out_once() throws Exception {
    try (Site site = Site.postgres(POSTGRES.server(), 2)) {
      Viewer viewer = inTheSecondSection(site);
      site.node(0).kill();
      Instant killed = Instant.now();
      String command =
          "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"rename\",\"title\":\"Twice\"}";
      List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        answers.add(
            CompletableFuture.supplyAsync(() -> {
              try {
                return site.post(
                    site.base(1), "/api/pages/" + viewer.page() + "/commands", command);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            }));
      }
      List<String> bodies = new ArrayList<>();
      for (var answer : answers) {
        assertEquals(202, answer.get().statusCode(), answer.get().body());
        bodies.add(answer.get().body());
      }
      Duration took = since(killed);
      assertEquals(bodies.get(0), bodies.get(1));
      assertEquals(
          bodies.get(0),
          site.post(site.base(1), "/api/pages/" + viewer.page() + "/commands", command).body());
      viewer.await(LONG);
      site.requireIntact(viewer);
      System.out.println(
          "OwnersIT: a command during a takeover is answered after " + took.toMillis() + " ms");
      long renamed =
          site.log(viewer.page()).stream()
              .map(json -> JsonParser.parseString(json).getAsJsonObject())
              .filter(event -> event.get("type").getAsString().equals("renamed"))
              .count();
      assertEquals(1, renamed);
    }
  }
}
