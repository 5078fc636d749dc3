package pageloom.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pageloom.page.LoggedEvent;
import pageloom.page.NewPage;
import pageloom.page.PageEvent;
import pageloom.page.PageId;
import pageloom.page.PageLog;
import pageloom.page.PageScheduler;
import pageloom.page.PageSummary;
import pageloom.page.Plans;
import pageloom.page.StorageException;

/// What every page log must do, whatever the database.
abstract class PageLogContract {
  private Database database;
  private PageLog log;

  /// The database of this test, with what it had when it was closed.
  abstract Database database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = database();
    log = new JdbcPageLog(database, InstantSource.fixed(Instant.ofEpochMilli(5_000)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private NewPage create() {
    return Plans.create(log, "Hero", "Footer");
  }

  private static List<Long> seqs(List<LoggedEvent> events) {
    return events.stream().map(LoggedEvent::seq).toList();
  }

  @Test
  void a_page_reads_back_as_it_was_written() {
    NewPage page = create();
    var record = log.find(page.id()).orElseThrow();
    assertEquals(page.plan(), record.plan());
    assertEquals(page.request(), record.request());
    assertEquals(page.createdAt(), record.createdAt());
    assertEquals(1, record.lastSeq());
  }

  @Test
  void seqs_are_gapless_under_eight_concurrent_writers() throws Exception {
    NewPage page = create();
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int writer = i;
        done.add(
            threads.submit(() -> {
              for (int n = 0; n < 50; n++) {
                var started = new PageEvent.SectionStarted("Hero", 100 * writer + n, null);
                insist(page.id(), Plans.entries(List.of(started, Plans.completed("Hero"))));
              }
            }));
      }
      for (var each : done) each.get();
    }
    List<Long> expected = LongStream.rangeClosed(1, 801).boxed().toList();
    assertEquals(expected, seqs(log.read(page.id(), 0, 1_000)));
  }

  /// Appends at the end, wherever that is by then.
  private void insist(PageId id, PageLog.Entries entries) {
    while (true) {
      long end = log.find(id).orElseThrow().lastSeq();
      try {
        log.append(id, new PageLog.Grip(1, end), entries);
        return;
      } catch (StorageException.Fenced somebodyWasFaster) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void an_append_whose_answer_got_lost_is_not_appended_twice() {
    NewPage page = create();
    var entries = Plans.entries(List.of(Plans.completed("Hero"), Plans.completed("Footer")));
    List<LoggedEvent> first = log.append(page.id(), new PageLog.Grip(1, 1), entries);
    assertEquals(first, log.append(page.id(), new PageLog.Grip(1, 1), entries));
    assertEquals(List.of(1L, 2L, 3L), seqs(log.read(page.id(), 0, 10)));
    assertThrows(
        StorageException.Fenced.class,
        () ->
            log.append(
                page.id(),
                new PageLog.Grip(1, 1),
                Plans.entries(List.of(Plans.completed("Other"), Plans.completed("Footer")))));
  }

  @Test
  void reading_after_a_seq_gives_the_next_ones_up_to_the_limit() {
    NewPage page = create();
    for (int n = 0; n < 5; n++) {
      log.append(
          page.id(),
          new PageLog.Grip(1, n + 1),
          Plans.entries(List.of(new PageEvent.SectionStarted("Hero", n, null))));
    }
    assertEquals(List.of(4L, 5L), seqs(log.read(page.id(), 3, 2)));
    assertEquals(List.of(), seqs(log.read(page.id(), 6, 2)));
  }

  /// Does what db-scheduler does when it picks.
  private PageScheduler.Pick pick(PageId id) {
    return database.write(sql -> {
      sql.update(
          "UPDATE scheduled_tasks SET picked = TRUE, picked_by = 'test', version = version + 1"
              + " WHERE task_instance = ?",
          id.value());
      long version =
          sql.first(
                  "SELECT version FROM scheduled_tasks WHERE task_instance = ?",
                  row -> row.getLong(1),
                  id.value())
              .orElseThrow();
      return new PageScheduler.Pick("test", version);
    });
  }

  @Test
  void who_was_picked_and_comes_late_claims_nothing() {
    NewPage page = create();
    PageScheduler.Pick late = pick(page.id());
    log.claim(page.id(), pick(page.id()));
    assertThrows(StorageException.Fenced.class, () -> log.claim(page.id(), late));
    assertEquals(2, log.grips(List.of(page.id())).get(page.id()).epoch());
  }

  @Test
  void an_owner_that_was_superseded_can_append_nothing() {
    NewPage page = create();
    assertEquals(2, log.claim(page.id(), pick(page.id())));
    var event = List.<PageEvent>of(Plans.completed("Hero"));
    assertThrows(
        StorageException.Fenced.class,
        () -> log.append(page.id(), new PageLog.Grip(1, 1), Plans.entries(event)));
    assertEquals(
        List.of(2L), seqs(log.append(page.id(), new PageLog.Grip(2, 1), Plans.entries(event))));
    assertEquals(2, log.find(page.id()).orElseThrow().lastSeq());
  }

  @Test
  void one_failing_append_leaves_the_others_of_its_group_alone() throws Exception {
    NewPage page = create();
    NewPage other = create();
    log.claim(page.id(), pick(page.id()));
    try (var threads = Executors.newFixedThreadPool(2)) {
      var event = List.<PageEvent>of(Plans.completed("Hero"));
      Future<?> fenced =
          threads.submit(() -> log.append(page.id(), new PageLog.Grip(1, 1), Plans.entries(event)));
      Future<?> fine =
          threads.submit(
              () -> log.append(other.id(), new PageLog.Grip(1, 1), Plans.entries(event)));
      fine.get();
      var failure = assertThrows(java.util.concurrent.ExecutionException.class, fenced::get);
      assertInstanceOf(StorageException.Fenced.class, failure.getCause());
    }
    assertEquals(2, log.read(other.id(), 0, 10).size());
    assertEquals(1, log.read(page.id(), 0, 10).size());
  }

  @Test
  void an_idempotency_key_gives_the_same_page_for_the_same_body_only() {
    NewPage first = keyed("k", "hash");
    NewPage again = keyed("k", "hash");
    NewPage different = keyed("k", "other");
    assertEquals(first.id(), log.create(first, List.of(Plans.init(first))).id());
    var repeated = log.create(again, List.of(Plans.init(again)));
    assertEquals(first.id(), repeated.id());
    assertEquals(List.of(), repeated.appended());
    assertThrows(
        StorageException.KeyReused.class,
        () -> log.create(different, List.of(Plans.init(different))));
    assertEquals(Optional.empty(), log.find(different.id()));
  }

  private static NewPage keyed(String key, String hash) {
    NewPage page = Plans.page(Plans.of("Hero"));
    return new NewPage(
        page.id(),
        page.owner(),
        page.request(),
        page.plan(),
        page.createdAt(),
        Optional.of(new NewPage.Idempotency(key, hash)));
  }

  @Test
  void unfinished_pages_are_those_without_a_complete_event() {
    NewPage open = create();
    NewPage done = create();
    log.append(
        done.id(), new PageLog.Grip(1, 1), Plans.entries(List.of(new PageEvent.Completed(2, 0))));
    assertEquals(1, log.unfinished());
    assertEquals(1, log.find(open.id()).orElseThrow().lastSeq());
  }

  @Test
  void pages_are_listed_newest_first_in_parts_that_never_overlap() {
    List<PageId> created = new ArrayList<>();
    for (int i = 0; i < 7; i++) created.add(create().id());
    List<PageId> listed = new ArrayList<>();
    Optional<PageId> below = Optional.empty();
    List<PageSummary> part = log.list("local", below, "", 3);
    while (!part.isEmpty()) {
      part.forEach(page -> listed.add(page.id()));
      part = log.list("local", Optional.of(listed.getLast()), "", 3);
    }
    // All were made in the same millisecond, so their ids decide.
    Comparator<PageId> byId = Comparator.comparing(PageId::value);
    assertEquals(created.stream().sorted(byId.reversed()).toList(), listed);
  }

  @Test
  void a_search_takes_percent_and_underscore_for_what_they_are() {
    create();
    assertEquals(1, log.list("local", Optional.empty(), "corvane", 10).size());
    assertEquals(0, log.list("local", Optional.empty(), "%", 10).size());
    assertEquals(0, log.list("local", Optional.empty(), "_", 10).size());
    assertEquals(0, log.list("somebody else", Optional.empty(), "", 10).size());
  }

  @Test
  void what_was_appended_is_there_after_closing_and_opening() throws Exception {
    NewPage page = create();
    List<LoggedEvent> before = log.read(page.id(), 0, 10);
    database.close();
    open();
    assertEquals(before, log.read(page.id(), 0, 10));
  }
}
