package pageloom.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pageloom.page.Command;
import pageloom.page.LoggedEvent;
import pageloom.page.NewPage;
import pageloom.page.Page;
import pageloom.page.PageEvent;
import pageloom.page.PageFeed;
import pageloom.page.PageId;
import pageloom.page.PageLog;
import pageloom.page.PageState;
import pageloom.page.Plans;
import pageloom.page.Retention;

/// What goes and what stays, whatever the database.
abstract class RetentionContract {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Database database;
  private PageLog log;
  private PageFeed feed;
  private Instant now = START;

  /// An empty database.
  abstract Database database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = database();
    InstantSource clock = () -> now;
    log = new JdbcPageLog(database, clock);
    feed = new PageFeed(log, database.bus());
  }

  @AfterEach
  void close() {
    database.close();
  }

  /// A page that was finished at this time, in a log of three events.
  private PageId finished() {
    NewPage page = Plans.create(log, "Hero");
    log.append(
        page.id(),
        new PageLog.Grip(1, 1),
        Plans.entries(List.of(Plans.completed("Hero"), new PageEvent.Completed(1, 0))));
    // Nobody is called for it any more.
    assertTrue(log.retire(page.id(), 1));
    now = now.plus(Duration.ofDays(1));
    return page.id();
  }

  private int sweep(Duration age, long bytes) throws InterruptedException {
    InstantSource clock = () -> now;
    var limits = new Retention.Limits(age, bytes);
    return new Retention(new JdbcShelf(database), feed, clock, limits).sweep();
  }

  private long size(PageId page) {
    return log.read(page, 0, 100).stream()
        .map(LoggedEvent::json)
        .mapToLong(json -> json.getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  private boolean isThere(PageId page) {
    return log.find(page).isPresent();
  }

  @Test
  void pages_go_once_nobody_has_changed_them_for_long() throws Exception {
    PageId old = finished();
    PageId changed = finished();
    now = START.plus(Duration.ofDays(30));
    log.append(
        changed, new PageLog.Grip(1, 3), Plans.entries(List.of(new PageEvent.Completed(1, 0))));
    now = START.plus(Duration.ofDays(40));
    assertEquals(0, sweep(Duration.ofDays(41), 0));
    try (var viewer = feed.open(old, 3)) {
      assertEquals(1, sweep(Duration.ofDays(39), 0));
      assertInstanceOf(PageFeed.Halted.class, viewer.next(Duration.ofSeconds(10)));
    }
    assertFalse(isThere(old));
    assertEquals(List.of(), log.read(old, 0, 10));
    assertTrue(isThere(changed));
    assertEquals(0, sweep(Duration.ofDays(39), 0));
  }

  @Test
  void pages_go_oldest_first_until_the_rest_fits() throws Exception {
    List<PageId> pages = new ArrayList<>();
    for (int i = 0; i < 120; i++) pages.add(finished());
    long each = size(pages.getFirst());
    assertEquals(0, sweep(Duration.ZERO, 120 * each));
    assertEquals(117, sweep(Duration.ZERO, 4 * each - 1));
    for (PageId page : pages.subList(0, 117)) assertFalse(isThere(page));
    for (PageId page : pages.subList(117, 120)) assertTrue(isThere(page));
  }

  @Test
  void pages_that_are_made_or_paused_or_have_a_command_waiting_stay() throws Exception {
    PageId made = Plans.create(log, "Hero", "Footer").id();
    PageId paused = Plans.create(log, "Hero", "Footer").id();
    var look = new PageEvent.ThemeChanged(Plans.THEME, "");
    var init = new PageEvent.Init(paused, "saas", List.of(), Plans.THEME, "");
    var then = new Page(1, PageState.PAUSED, init, look, null, null, List.of(), List.of());
    log.append(
        paused,
        new PageLog.Grip(1, 1),
        new PageLog.Entries(List.of(new PageEvent.Paused(List.of())), then, null));
    assertTrue(log.retire(paused, 1));
    PageId called = finished();
    log.submit(called, new Command.Order(UUID.randomUUID().toString(), "{}", new Command.Cancel()));
    now = START.plus(Duration.ofDays(100));
    assertEquals(0, sweep(Duration.ofDays(1), 1));
    assertTrue(isThere(made) && isThere(paused) && isThere(called));
  }

  @Test
  void a_page_that_changed_since_it_was_found_stays() {
    PageId page = finished();
    var shelf = new JdbcShelf(database);
    List<Retention.Aged> found = shelf.changedBefore(now, 10);
    assertEquals(List.of(page), found.stream().map(Retention.Aged::id).toList());
    log.append(page, new PageLog.Grip(1, 3), Plans.entries(List.of(new PageEvent.Completed(1, 0))));
    assertFalse(shelf.discard(found.getFirst()));
    assertTrue(isThere(page));
  }
}
