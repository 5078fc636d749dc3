package pageloom.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.store.JdbcPageLog;
import pageloom.store.SqliteDatabase;

/// Every command on a real log, while sections are being made and after.
@Timeout(30)
final class CommandsTest {
  @TempDir Path folder;
  private SqliteDatabase database;
  private JdbcPageLog log;
  private PageFeed feed;
  private PageEngine engine;
  private ScriptedAuthor author;

  @BeforeEach
  void start() {
    database = SqliteDatabase.open(folder);
    author = new ScriptedAuthor();
    boot();
  }

  private void boot() {
    log = new JdbcPageLog(database, InstantSource.system());
    feed = new PageFeed(log, PageBus.NONE);
    engine =
        new PageEngine(Plans.ports(database, log, feed, author), new PageEngine.Limits(10, 10));
    engine.resume();
  }

  @AfterEach
  void stop() {
    author.openAll();
    engine.close();
    database.close();
  }

  private PageId begin(String sections, int parallelism) {
    return engine.start(
        "local", Plans.request(parallelism), Plans.wish(sections), Optional.empty());
  }

  private PageId complete(String sections) throws InterruptedException {
    author.openAll();
    PageId id = begin(sections, 7);
    await(id, page -> page.state() == PageState.COMPLETED);
    return id;
  }

  private long order(PageId id, Command command) throws InterruptedException {
    return engine.command(id, order(command));
  }

  private static Command.Order order(Command command) {
    return new Command.Order(UUID.randomUUID().toString(), "{}", command);
  }

  private Page await(PageId id, Predicate<Page> wanted) throws InterruptedException {
    try (var cursor = feed.open(id, 0)) {
      while (true) {
        Page page = log.page(id);
        if (wanted.test(page)) return page;
        if (cursor.next(Duration.ofSeconds(20)) instanceof PageFeed.Idle) {
          throw new AssertionError(page.toString());
        }
      }
    }
  }

  private Section section(PageId id, String name) {
    return log.page(id).find(name).orElseThrow();
  }

  private static List<String> names(Page page) {
    return page.sections().stream().map(Section::name).toList();
  }

  private static String html(Section section) {
    @Nullable SectionContent content = section.content();
    return content == null ? "" : content.html();
  }

  private List<String> types(PageId id) {
    List<String> types = new ArrayList<>();
    for (LoggedEvent event : log.read(id, 0, Integer.MAX_VALUE)) types.add(event.type());
    return types;
  }

  private void refused(String field, Command.Refused.Reason reason, PageId id, Command command) {
    long before = log.find(id).orElseThrow().lastSeq();
    var refusal = assertThrows(Command.Refused.class, () -> order(id, command));
    assertEquals(field, refusal.field());
    assertEquals(reason, refusal.reason());
    assertEquals(before, log.find(id).orElseThrow().lastSeq(), "nothing is logged");
  }

  @Test
  void a_pause_lets_what_is_in_flight_finish_and_holds_the_rest() throws Exception {
    PageId id = begin("A B", 1);
    author.awaitBegun(1);
    order(id, new Command.Pause(false));
    author.finish("A");
    Page paused = await(id, p -> p.count(Section.State.COMPLETED) == 1);
    assertEquals(PageState.PAUSED, paused.state());
    assertEquals(List.of("A"), List.copyOf(author.calls));
    order(id, new Command.Resume());
    author.finish("B");
    Page done = await(id, p -> p.state() == PageState.COMPLETED);
    assertEquals(2, done.count(Section.State.COMPLETED));
    assertEquals("complete", types(id).getLast());
  }

  @Test
  void a_pause_can_stop_what_is_in_flight_which_begins_again_after_it() throws Exception {
    PageId id = begin("A B", 1);
    author.awaitBegun(1);
    order(id, new Command.Pause(true));
    assertEquals(Section.State.PENDING, section(id, "A").state());
    order(id, new Command.Resume());
    author.awaitBegun(1);
    assertEquals(List.of("A", "A"), List.copyOf(author.calls));
    assertEquals(2, section(id, "A").attempt().number());
  }

  @Test
  void a_cancel_stops_at_once_and_keeps_what_is_done() throws Exception {
    PageId id = begin("A B C", 1);
    author.finish("A");
    await(id, p -> p.count(Section.State.COMPLETED) == 1);
    author.awaitBegun(2);
    order(id, new Command.Cancel());
    Page page = log.page(id);
    assertEquals(PageState.CANCELLED, page.state());
    assertEquals("<p>A</p>", html(page.find("A").orElseThrow()));
    assertEquals(Section.State.PENDING, page.find("B").orElseThrow().state());
    assertEquals(0, log.unfinished());
    order(id, new Command.Retry("C", null));
    author.finish("C");
    Page after = await(id, p -> p.count(Section.State.COMPLETED) == 2);
    assertEquals(PageState.CANCELLED, after.state());
    assertEquals(List.of("A", "B", "C"), List.copyOf(author.calls));
    order(id, new Command.Resume());
    author.openAll();
    await(id, p -> p.state() == PageState.COMPLETED);
  }

  @Test
  void a_retry_touches_one_section_and_no_other_byte() throws Exception {
    PageId id = complete("A B C");
    Page before = log.page(id);
    order(id, new Command.Retry("B", null));
    Page after = await(id, p -> p.find("B").orElseThrow().revision() == 2);
    assertEquals(before.find("A"), after.find("A"));
    assertEquals(before.find("C"), after.find("C"));
    await(id, p -> p.state() == PageState.COMPLETED);
    assertEquals(2, types(id).stream().filter("complete"::equals).count());
  }

  @Test
  void a_person_s_markup_replaces_a_section_and_says_what_was_taken_out() throws Exception {
    PageId id = complete("A B");
    order(id, new Command.Write("A", "<p>mine evil</p>", 1));
    Section section = section(id, "A");
    assertEquals("<p>mine </p>", html(section));
    assertEquals("person", section.content().author());
    assertEquals(2, section.revision());
    String event = log.read(id, 0, 100).getLast().json();
    assertTrue(event.contains("\"removed\":[\"<evil>\"]"), event);
    assertEquals(PageState.COMPLETED, log.page(id).state());
  }

  @Test
  void a_stale_revision_changes_nothing() throws Exception {
    PageId id = complete("A");
    order(id, new Command.Write("A", "<p>first</p>", 1));
    var stale = new Command.Write("A", "<p>second</p>", 1);
    refused("expectedRevision", Command.Refused.Reason.CONFLICT, id, stale);
    assertEquals("<p>first</p>", html(section(id, "A")));
  }

  @Test
  void a_late_result_is_kept_beside_what_a_person_wrote_meanwhile() throws Exception {
    PageId id = begin("A B", 2);
    author.awaitBegun(2);
    order(id, new Command.Write("A", "<p>mine</p>", null));
    author.openAll();
    await(id, p -> p.state() == PageState.COMPLETED);
    Section section = section(id, "A");
    assertEquals("<p>mine</p>", html(section));
    assertEquals(1, section.revision());
    assertEquals(
        List.of("person", "pattern"),
        section.versions().stream().map(Section.Version::author).toList());
    order(id, new Command.Restore("A", 2));
    assertEquals("<p>A</p>", html(section(id, "A")));
    order(id, new Command.Restore("A", 1));
    assertEquals("<p>mine</p>", html(section(id, "A")));
    assertEquals(4, section(id, "A").revision());
  }

  @Test
  void sections_are_moved_removed_and_brought_back() throws Exception {
    PageId id = complete("A B C");
    order(id, new Command.Move("C", 0));
    assertEquals(List.of("C", "A", "B"), names(log.page(id)));
    order(id, new Command.Remove("A"));
    assertEquals(List.of("C", "B"), names(log.page(id)));
    refused("section", Command.Refused.Reason.INVALID, id, new Command.Retry("A", null));
    order(id, new Command.Restore("A", 1));
    assertEquals("<p>A</p>", html(section(id, "A")));
    assertTrue(names(log.page(id)).contains("A"));
  }

  @Test
  void a_removed_section_in_flight_is_stopped() throws Exception {
    PageId id = begin("A B", 1);
    author.awaitBegun(1);
    order(id, new Command.Remove("A"));
    author.awaitBegun(1);
    author.finish("B");
    Page page = await(id, p -> p.state() == PageState.COMPLETED);
    assertEquals(List.of("B"), names(page));
  }

  @Test
  void a_section_is_added_and_made() throws Exception {
    PageId id = complete("A B");
    order(id, new Command.Add("News", null, 1, null));
    Page page = await(id, p -> p.state() == PageState.COMPLETED);
    assertEquals(List.of("A", "News", "B"), names(page));
    order(id, new Command.Add("News", null, null, null));
    page = await(id, p -> p.state() == PageState.COMPLETED && p.sections().size() == 4);
    assertEquals(List.of("A", "News", "B", "News2"), names(page));
  }

  @Test
  void a_theme_changes_without_a_call() throws Exception {
    PageId id = complete("A");
    int calls = author.calls.size();
    order(id, new Command.Restyle("clay", null, null, null, null));
    assertEquals("clay", log.page(id).theme().palette());
    assertEquals(calls, author.calls.size());
    assertEquals("theme", types(id).getLast());
  }

  @Test
  void instructions_need_a_model() throws Exception {
    PageId id = complete("A");
    var rewrite = new Command.Rewrite("A", "shorter", null, null);
    refused("instruction", Command.Refused.Reason.CONFLICT, id, rewrite);
  }

  @Test
  void the_same_command_twice_is_applied_once() throws Exception {
    PageId id = complete("A B");
    Command.Order move = order(new Command.Move("B", 0));
    long seq = engine.command(id, move);
    assertEquals(seq, engine.command(id, move));
    assertEquals(1, types(id).stream().filter("section_moved"::equals).count());
    var other = new Command.Order(move.id(), "{\"other\":1}", new Command.Rename("x"));
    assertThrows(Command.Refused.class, () -> engine.command(id, other));
  }

  @Test
  void a_rename_shows_in_lists() throws Exception {
    PageId id = complete("A");
    order(id, new Command.Rename("My page"));
    var listed = log.list("local", Optional.empty(), "My pa", 10);
    assertEquals("My page", listed.getFirst().title());
  }

  @Test
  void a_copy_has_the_same_contents_and_a_life_of_its_own() throws Exception {
    PageId id = complete("A B");
    order(id, new Command.Write("A", "<p>mine</p>", null));
    order(id, new Command.Move("B", 0));
    PageId copy = engine.copy("local", id, "request-2");
    Page page = await(copy, p -> p.state() == PageState.COMPLETED);
    assertEquals(List.of("B", "A"), names(page));
    assertEquals("<p>mine</p>", html(page.find("A").orElseThrow()));
    order(copy, new Command.Write("A", "<p>other</p>", null));
    assertEquals("<p>mine</p>", html(section(id, "A")));
  }

  @Test
  void a_deleted_page_is_gone_while_it_is_made() throws Exception {
    PageId id = begin("A B", 2);
    author.awaitBegun(2);
    engine.delete(id);
    assertEquals(Optional.empty(), log.find(id));
    assertThrows(
        PageEngine.NoSuchPage.class, () -> engine.command(id, order(new Command.Cancel())));
  }

  @Test
  void what_was_asked_for_is_made_after_a_restart() throws Exception {
    PageId id = complete("A B");
    var held = new ScriptedAuthor();
    engine.close();
    author = held;
    boot();
    order(id, new Command.Retry("A", null));
    held.awaitBegun(1);
    engine.close();
    author = ScriptedAuthor.free();
    boot();
    Page page = await(id, p -> p.state() == PageState.COMPLETED);
    assertEquals(2, page.find("A").orElseThrow().revision());
    assertEquals(1, page.find("B").orElseThrow().revision());
  }
}
