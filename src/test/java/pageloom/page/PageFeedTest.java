package pageloom.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.store.JdbcPageLog;
import pageloom.store.SqliteDatabase;

/// Cursors that are told when to look, on a real log.
@Timeout(30)
final class PageFeedTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @TempDir Path folder;
  private SqliteDatabase database;
  private PageFeed feed;
  private PageEngine engine;
  private ScriptedAuthor author;
  private PageId page;
  private final Semaphore bell = new Semaphore(0);

  @BeforeEach
  void start() {
    database = SqliteDatabase.open(folder);
    author = new ScriptedAuthor();
    var log = new JdbcPageLog(database, InstantSource.system());
    feed = new PageFeed(log, PageBus.NONE);
    engine =
        new PageEngine(Plans.ports(database, log, feed, author), new PageEngine.Limits(10, 10));
    engine.resume();
    page = engine.start("local", Plans.request(1), Plans.wish("A"), Optional.empty());
  }

  @AfterEach
  void stop() {
    author.openAll();
    engine.close();
    database.close();
  }

  private static long in(Duration time) {
    return System.nanoTime() + time.toNanos();
  }

  private void awaitBell() throws InterruptedException {
    assertTrue(bell.tryAcquire(LONG.toSeconds(), TimeUnit.SECONDS), "no bell");
  }

  /// Reads until there is nothing, as a viewer does.
  private static long drain(PageFeed.Cursor cursor) {
    while (cursor.poll(in(LONG)) instanceof PageFeed.Events) continue;
    return cursor.seen();
  }

  /// To where the page waits for its author.
  private void awaitAuthor(PageFeed.Cursor cursor) throws InterruptedException {
    while (drain(cursor) < 2) awaitBell();
    bell.drainPermits();
  }

  @Test
  void the_bell_rings_for_events_and_nothing_is_missed() throws Exception {
    try (var cursor = feed.open(page, 0, bell::release)) {
      awaitAuthor(cursor);
      author.openAll();
      while (true) {
        awaitBell();
        PageFeed.Next next = cursor.poll(in(LONG));
        if (next instanceof PageFeed.Events found
            && found.events().getLast().type().equals("complete")) {
          break;
        }
      }
      assertNull(cursor.poll(in(LONG)));
    }
  }

  @Test
  void whispers_ring_together_and_the_last_word_counts() throws Exception {
    try (var cursor = feed.open(page, 0, bell::release).listening()) {
      awaitAuthor(cursor);
      for (int i = 1; i <= 500; i++) feed.whisper(page, "A", "{\"word\":" + i + "}");
      feed.whisper(page, "B", "{}");
      feed.whisper(page, "B", null);
      awaitBell();
      PageFeed.Next heard = cursor.poll(in(LONG));
      // The tick may have come while the words were said.
      if (!heard.equals(new PageFeed.Whispers(List.of("{\"word\":500}")))) {
        awaitBell();
        heard = cursor.poll(in(LONG));
      }
      assertEquals(new PageFeed.Whispers(List.of("{\"word\":500}")), heard);
      assertNull(cursor.poll(in(LONG)));
    }
  }

  @Test
  void who_listens_to_events_alone_hears_no_whisper() throws Exception {
    try (var cursor = feed.open(page, 0, bell::release)) {
      awaitAuthor(cursor);
      feed.whisper(page, "A", "{}");
      awaitBell();
      assertNull(cursor.poll(in(LONG)));
    }
  }

  @Test
  void the_bell_rings_when_the_time_is_over() throws Exception {
    try (var cursor = feed.open(page, 0, bell::release)) {
      awaitAuthor(cursor);
      long until = in(Duration.ofMillis(200));
      assertNull(cursor.poll(until));
      awaitBell();
      assertInstanceOf(PageFeed.Idle.class, cursor.poll(until));
    }
  }

  @Test
  void a_halt_and_the_end_of_the_server_are_told() throws Exception {
    try (var cursor = feed.open(page, 0, bell::release)) {
      awaitAuthor(cursor);
      feed.halt(page, "The disk is full.");
      awaitBell();
      assertEquals(new PageFeed.Halted("The disk is full."), cursor.poll(in(LONG)));
      feed.halt(page, null);
      awaitBell();
      assertNull(cursor.poll(in(LONG)));
      feed.close();
      awaitBell();
      assertInstanceOf(PageFeed.Stopping.class, cursor.poll(in(LONG)));
    }
  }

  @Test
  void a_closed_cursor_hears_nothing() throws Exception {
    var other = feed.open(page, 0, bell::release);
    try (var cursor = feed.open(page, 0)) {
      awaitAuthor(other);
      other.close();
      bell.drainPermits();
      author.openAll();
      while (!(cursor.next(LONG) instanceof PageFeed.Events found
          && found.events().getLast().type().equals("complete"))) {
        continue;
      }
      assertEquals(0, bell.availablePermits());
    }
  }
}
