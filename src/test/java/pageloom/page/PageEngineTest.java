package pageloom.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.store.JdbcPageLog;
import pageloom.store.SqliteDatabase;

/// The engine on a real log with an author that the test holds in its hand.
@Timeout(30)
final class PageEngineTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;
  private SqliteDatabase database;
  private RefusingLog log;
  private PageFeed feed;
  private PageEngine engine;
  private ScriptedAuthor author;

  @BeforeEach
  void start() {
    database = SqliteDatabase.open(folder);
    log = new RefusingLog(new JdbcPageLog(database, InstantSource.system()));
    author = new ScriptedAuthor();
    boot(new PageEngine.Limits(10, 10));
  }

  private void boot(PageEngine.Limits limits) {
    feed = new PageFeed(log, PageBus.NONE);
    engine = new PageEngine(Plans.ports(database, log, feed, author), limits);
    engine.resume();
  }

  @AfterEach
  void stop() {
    log.refuse(null);
    author.openAll();
    engine.close();
    database.close();
  }

  private PageId begin(String sections, int parallelism) {
    return engine.start(
        "local", Plans.request(parallelism), Plans.wish(sections), Optional.empty());
  }

  /// The wire's view of the log up to and with the given type.
  private List<String> until(PageId id, String type) throws InterruptedException {
    List<String> seen = new ArrayList<>();
    try (var cursor = feed.open(id, 0)) {
      while (true) {
        if (!(cursor.next(LONG) instanceof PageFeed.Events found)) throw new AssertionError(seen);
        for (LoggedEvent event : found.events()) {
          seen.add(text(event));
          if (event.type().equals(type)) return seen;
        }
      }
    }
  }

  private static String text(LoggedEvent event) {
    return switch (PageJson.event(event.json())) {
      case PageEvent.Init e -> "init " + e.sections();
      case PageEvent.SectionStarted e -> "started " + e.section() + " " + e.attempt();
      case PageEvent.Usage e -> "usage " + e.section();
      case PageEvent.SectionCompleted e -> "completed " + e.content().section();
      case PageEvent.SectionRequested e -> e.reason() + " " + e.section();
      case PageEvent.SectionEdited e ->
          "edited " + e.content().section() + " to " + e.content().html();
      case PageEvent.SectionKept e -> "kept " + e.content().section();
      case PageEvent.SectionAdded e -> "added " + e.section() + " at " + e.order();
      case PageEvent.SectionRemoved e -> "removed " + e.section();
      case PageEvent.SectionMoved e -> "moved " + e.section() + " to " + e.order();
      case PageEvent.ThemeChanged e -> "theme " + e.theme().palette();
      case PageEvent.Paused e -> "paused " + e.stopped();
      case PageEvent.Resumed e -> "resumed";
      case PageEvent.Cancelled e -> "cancelled " + e.stopped();
      case PageEvent.Renamed e -> "renamed " + e.title();
      case PageEvent.BudgetChanged e -> "budget " + e.budgetUsd();
      case PageEvent.SectionFailed e -> "failed " + e.section() + ": " + e.message();
      case PageEvent.Completed e -> "complete " + e.completed() + "/" + e.failed();
    };
  }

  @Test
  void sections_are_made_one_after_the_other_by_default() throws Exception {
    author.openAll();
    assertEquals(
        List.of(
            "init [A, B]",
            "started A 1",
            "completed A",
            "started B 1",
            "completed B",
            "complete 2/0"),
        until(begin("A B", 1), "complete"));
  }

  @Test
  void init_is_committed_before_any_section_begins() {
    PageId id = begin("A B", 1);
    assertEquals("init [A, B]", text(log.read(id, 0, 1).getFirst()));
  }

  @Test
  void parallel_sections_complete_in_the_order_in_which_they_finish() throws Exception {
    PageId id = begin("A B C", 2);
    author.awaitBegun(2);
    assertEquals(List.of("A", "B"), List.copyOf(author.calls).stream().sorted().toList());
    author.finish("B");
    author.awaitBegun(1);
    author.finish("C");
    author.finish("A");
    List<String> seen = until(id, "complete");
    assertEquals(
        List.of("init [A, B, C]", "started A 1", "started B 1", "completed B", "started C 1"),
        seen.subList(0, 5));
    assertEquals("complete 3/0", seen.getLast());
  }

  @Test
  void a_failed_section_is_said_and_the_page_goes_on() throws Exception {
    author.with("B", new SectionAuthor.Refused("no words came")).openAll();
    assertEquals(
        List.of("failed B: no words came", "started C 1", "completed C", "complete 2/1"),
        until(begin("A B C", 1), "complete").subList(4, 8));
  }

  @Test
  void a_bug_in_an_author_fails_its_section_only() throws Exception {
    SectionAuthor buggy =
        (job, desk) -> {
          throw new IllegalStateException("a bug");
        };
    try (var fragile =
        new PageEngine(Plans.ports(database, log, feed, buggy), new PageEngine.Limits(1, 1))) {
      engine.close();
      fragile.resume();
      PageId id = fragile.start("local", Plans.request(1), Plans.wish("x"), Optional.empty());
      assertEquals("complete 0/1", until(id, "complete").getLast());
    }
  }

  @Test
  void a_page_finishes_when_nobody_watches() throws Exception {
    PageId id = begin("A B", 1);
    author.openAll();
    assertEquals("complete 2/0", until(id, "complete").getLast());
  }

  @Test
  void after_a_restart_only_what_was_unfinished_is_made_again() throws Exception {
    PageId id = begin("A B C", 1);
    author.finish("A");
    author.awaitBegun(2);
    List<LoggedEvent> before = log.read(id, 0, 100);
    // The process dies: nobody drains, another engine claims the page.
    ScriptedAuthor old = author;
    author = ScriptedAuthor.free();
    PageEngine dead = engine;
    boot(new PageEngine.Limits(10, 10));
    assertEquals(
        List.of("started B 2", "completed B", "started C 1", "completed C", "complete 3/0"),
        until(id, "complete").subList(4, 9));
    assertEquals(List.of("B", "C"), List.copyOf(author.calls));
    List<LoggedEvent> after = log.read(id, 0, 100);
    assertEquals(before, after.subList(0, before.size()));
    assertEquals(
        LongStream.rangeClosed(1, after.size()).boxed().toList(),
        after.stream().map(LoggedEvent::seq).toList());
    old.openAll();
    dead.close();
  }

  @Test
  void a_superseded_run_writes_nothing_more() throws Exception {
    PageId id = begin("A", 1);
    author.awaitBegun(1);
    ScriptedAuthor old = author;
    author = new ScriptedAuthor();
    PageEngine superseded = engine;
    boot(new PageEngine.Limits(10, 10));
    author.awaitBegun(1);
    long length = log.find(id).orElseThrow().lastSeq();
    old.finish("A");
    superseded.close();
    assertEquals(length, log.find(id).orElseThrow().lastSeq());
  }

  @Test
  void a_full_disk_is_told_to_viewers_and_the_work_is_kept_until_there_is_room() throws Exception {
    PageId id = begin("A", 1);
    author.awaitBegun(1);
    log.refuse(new StorageException.Full(new java.sql.SQLException("full")));
    author.finish("A");
    try (var cursor = feed.open(id, 2)) {
      var halted = assertInstanceOf(PageFeed.Halted.class, cursor.next(LONG));
      assertEquals(
          "The page can't be saved: no space left for the database. It goes on by itself once that"
              + " is mended.",
          halted.reason());
    }
    log.refuse(null);
    assertEquals("complete 1/0", awaitComplete(id));
    assertEquals(List.of("A"), List.copyOf(author.calls));
  }

  /// Like [#until], for a page that may be halted when the look begins.
  private String awaitComplete(PageId id) throws InterruptedException {
    try (var cursor = feed.open(id, 2)) {
      while (true) {
        if (cursor.next(LONG) instanceof PageFeed.Events found
            && found.events().getLast().type().equals("complete")) {
          return text(found.events().getLast());
        }
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void pages_beyond_the_limit_wait_with_their_init_sent_and_then_are_refused() throws Exception {
    engine.close();
    boot(new PageEngine.Limits(1, 1));
    PageId first = begin("A", 1);
    author.awaitBegun(1);
    PageId second = begin("A", 1);
    assertEquals("init [A]", text(log.read(second, 0, 1).getFirst()));
    assertThrows(PageEngine.Busy.class, () -> begin("A", 1));
    author.finish("A");
    assertEquals("complete 1/0", until(first, "complete").getLast());
    author.finish("A");
    assertEquals("complete 1/0", until(second, "complete").getLast());
  }

  @Test
  void closing_lets_sections_in_the_making_finish_and_starts_no_more() throws Exception {
    PageId id = begin("A B", 1);
    author.awaitBegun(1);
    Thread closing = Thread.ofVirtual().start(engine::close);
    while (!engine.draining()) Thread.onSpinWait();
    author.finish("A");
    closing.join();
    assertEquals("completed A", text(log.read(id, 0, 100).getLast()));
  }
}
