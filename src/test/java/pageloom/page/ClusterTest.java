package pageloom.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import pageloom.WithPostgres;
import pageloom.store.JdbcPageLog;
import pageloom.store.PostgresDatabase;

/// Two processes' engines on one real PostgreSQL database.
@Timeout(60)
final class ClusterTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @RegisterExtension static final WithPostgres POSTGRES = new WithPostgres();

  private Node one;
  private Node two;

  /// What a process has.
  private static final class Node {
    final PostgresDatabase database;
    final PageLog log;
    final PageFeed feed;
    final PageEngine engine;
    final ScriptedAuthor author = new ScriptedAuthor();

    Node(String url) {
      database = PostgresDatabase.open(new PostgresDatabase.Access(url, "postgres", null, 4));
      log = new JdbcPageLog(database, database.clock());
      feed = new PageFeed(log, database.bus());
      engine =
          new PageEngine(
              Plans.ports(database, log, feed, author, ClusterTest::read),
              new PageEngine.Limits(10, 10));
      engine.resume();
    }

    void close() {
      author.openAll();
      engine.close();
      database.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    String url = POSTGRES.database();
    one = new Node(url);
    two = new Node(url);
  }

  @AfterEach
  void close() {
    one.close();
    two.close();
  }

  private PageId begin(String sections) {
    return one.engine.start("local", Plans.request(1), Plans.wish(sections), Optional.empty());
  }

  /// The one that works on the page, once a section is begun, and the other one.
  private record Roles(Node owner, Node other) {}

  private Roles roles() throws InterruptedException {
    Instant deadline = Instant.now().plus(LONG);
    while (one.author.calls.isEmpty() && two.author.calls.isEmpty()) {
      assertTrue(Instant.now().isBefore(deadline), "nobody begins");
      Thread.sleep(10);
    }
    return one.author.calls.isEmpty() ? new Roles(two, one) : new Roles(one, two);
  }

  private static List<LoggedEvent> until(Node node, PageId id, String type) throws Exception {
    List<LoggedEvent> seen = new ArrayList<>();
    try (var cursor = node.feed.open(id, 0)) {
      while (seen.isEmpty() || !seen.getLast().type().equals(type)) {
        if (!(cursor.next(LONG) instanceof PageFeed.Events found)) throw new AssertionError(seen);
        seen.addAll(found.events());
      }
    }
    assertEquals(
        LongStream.rangeClosed(1, seen.size()).boxed().toList(),
        seen.stream().map(LoggedEvent::seq).toList());
    return seen;
  }

  @Test
  void whoever_views_a_page_elsewhere_sees_the_same() throws Exception {
    PageId id = begin("A B C");
    Roles roles = roles();
    roles.owner().author.openAll();
    List<LoggedEvent> there = until(roles.other(), id, "complete");
    assertEquals(there, until(roles.owner(), id, "complete"));
    assertEquals(List.of("A", "B", "C"), List.copyOf(roles.owner().author.calls));
    assertEquals(List.of(), List.copyOf(roles.other().author.calls));
  }

  @Test
  void whispers_reach_viewers_elsewhere() throws Exception {
    PageId id = begin("A");
    Roles roles = roles();
    try (var cursor = roles.other().feed.open(id, 2).listening()) {
      Instant deadline = Instant.now().plus(LONG);
      while (!roles.owner().feed.heard(id)) {
        assertTrue(Instant.now().isBefore(deadline), "nobody says that somebody listens");
        Thread.sleep(10);
      }
      roles.owner().feed.whisper(id, "A", "{\"type\":\"section_delta\",\"html\":\"<p>ä\"}");
      var heard = assertInstanceOf(PageFeed.Whispers.class, cursor.next(LONG));
      assertEquals(List.of("{\"type\":\"section_delta\",\"html\":\"<p>ä\"}"), heard.lines());
    }
  }

  @Test
  void a_command_is_carried_out_once_wherever_it_is_given_and_however_often() throws Exception {
    PageId id = begin("A");
    Roles roles = roles();
    var order = new Command.Order(UUID.randomUUID().toString(), "A title", new Command.Cancel());
    // Whoever works on the page reads it from its body.
    long seq = roles.other().engine.command(id, order);
    assertEquals("A title", renamed(id, seq));
    assertEquals(seq, roles.other().engine.command(id, order));
    assertEquals(seq, roles.owner().engine.command(id, order));
    assertEquals(seq, one.log.find(id).orElseThrow().lastSeq());
    var other = new Command.Order(order.id(), "Other words", new Command.Cancel());
    assertThrows(Command.Refused.class, () -> roles.other().engine.command(id, other));
  }

  private String renamed(PageId id, long seq) {
    return switch (PageJson.event(one.log.read(id, seq - 1, 1).getFirst().json())) {
      case PageEvent.Renamed renamed -> renamed.title();
      case PageEvent other -> throw new AssertionError(other);
    };
  }

  @Test
  void a_refusal_reaches_whoever_gave_the_command() throws Exception {
    PageId id = begin("A");
    Roles roles = roles();
    // The body reads as no title at all, which the owner can't make an event of.
    var bad = new Command.Order(UUID.randomUUID().toString(), "unreadable", new Command.Cancel());
    var refused = assertThrows(Command.Refused.class, () -> roles.other().engine.command(id, bad));
    assertEquals(Command.Refused.Reason.INVALID, refused.reason());
    assertEquals("title", refused.field());
    assertEquals("it can't be read.", refused.getMessage());
    assertThrows(PageEngine.NoSuchPage.class, () -> two.engine.command(PageId.random(), bad));
  }

  /// Bodies are titles here.
  private static Command read(String json) {
    if (!json.equals("unreadable")) return new Command.Rename(json);
    throw new Command.Refused(Command.Refused.Reason.INVALID, "title", "it can't be read.");
  }

  @Test
  void a_page_deleted_elsewhere_is_worked_on_no_more_and_its_viewers_are_told() throws Exception {
    PageId id = begin("A");
    Roles roles = roles();
    try (var cursor = roles.owner().feed.open(id, 2)) {
      roles.other().engine.delete(id);
      var halted = assertInstanceOf(PageFeed.Halted.class, cursor.next(LONG));
      assertEquals(PageEngine.DELETED, halted.reason());
    }
    assertEquals(Optional.empty(), one.log.find(id));
  }

  @Test
  void a_process_that_is_cut_off_loses_its_page_to_another_one() throws Exception {
    PageId id = begin("A B");
    Roles roles = roles();
    roles.owner().author.finish("A");
    roles.owner().author.awaitBegun(2);
    Instant cut = Instant.now();
    roles.owner().database.close();
    roles.other().author.openAll();
    List<LoggedEvent> seen = until(roles.other(), id, "complete");
    Duration took = Duration.between(cut, Instant.now());
    System.out.println("ClusterTest: taken over and finished after " + took.toMillis() + " ms");
    assertEquals(List.of("B"), List.copyOf(roles.other().author.calls));
    assertTrue(took.compareTo(Duration.ofSeconds(15)) < 0, took.toString());
    assertEquals(2, seen.stream().filter(event -> event.type().equals("section_complete")).count());
  }
}
