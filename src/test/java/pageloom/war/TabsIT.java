package pageloom.war;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.Chromium;
import pageloom.author.LoopbackModel;

/// Many tabs of one browser, which allows six connections to a server, on pages that a slow model
/// writes. The relay between them counts.
@Timeout(300)
final class TabsIT {
  /// One connection for all.
  private static final String SHARED = "/api/events";

  /// A connection of one tab.
  private static final String OWN = "/api/pages/";

  @TempDir static Path data;
  private static LoopbackModel model;
  private static WarProcess war;
  private static Chromium chromium;

  private Relay relay;
  private BrowserContext context;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    model = new LoopbackModel(Tab::answer);
    war = serve(0);
    chromium = Chromium.open();
  }

  private static WarProcess serve(int port) throws Exception {
    var started =
        WarProcess.start(
            Map.of(
                "PAGELOOM_DATA",
                data.toString(),
                "PAGELOOM_BASE_URL",
                model.base().toString(),
                "PAGELOOM_MODEL",
                "loop/one"),
            "--port",
            String.valueOf(port));
    started.base();
    return started;
  }

  @AfterAll
  static void stop() {
    chromium.close();
    war.close();
    model.close();
  }

  @BeforeEach
  void open() throws Exception {
    model.pace = Duration.ZERO;
    relay = new Relay(war.base().getPort());
    context = chromium.browser().newContext();
  }

  @AfterEach
  void close() throws Exception {
    context.close();
    relay.close();
    assertEquals(List.of(), complaints);
  }

  private Page tab(String address) {
    Page tab = context.newPage();
    tab.onPageError(complaints::add);
    tab.navigate(relay.base() + address);
    return tab;
  }

  /// A tab whose page is being made.
  private Page generating() {
    Page tab = tab("/");
    Tab.generate(tab);
    return tab;
  }

  /// Waits until one connection carries these pages and no other.
  private void awaitOneFor(List<Page> tabs) throws Exception {
    relay.await(
        SHARED,
        open ->
            open.size() == 1
                && open.getFirst().split("after=", -1).length == tabs.size() + 1
                && tabs.stream().allMatch(tab -> open.getFirst().contains(Tab.id(tab))));
  }

  private static String made(String body) throws Exception {
    String answer = war.post("/api/pages", body).body();
    return JsonParser.parseString(answer).getAsJsonObject().get("id").getAsString();
  }

  private static void rename(String id, String title) throws Exception {
    String command = "{\"id\":\"%s\",\"type\":\"rename\",\"title\":\"%s\"}";
    var answer =
        war.post("/api/pages/" + id + "/commands", command.formatted(UUID.randomUUID(), title));
    assertEquals(202, answer.statusCode(), answer.body());
  }

  @Test
  void eight_tabs_share_one_connection_and_outlive_a_closed_tab_and_a_killed_server()
      throws Exception {
    model.pace = Duration.ofMillis(400);
    List<Page> tabs = new ArrayList<>();
    for (int i = 0; i < 8; i++) tabs.add(generating());
    awaitOneFor(tabs);
    List<Long> millis = new ArrayList<>();
    for (Page tab : tabs) millis.add(Tab.callMillis(tab));
    System.out.println("TabsIT: a call beside eight streams took " + millis + " ms");
    assertTrue(millis.stream().allMatch(took -> took < 5_000), millis.toString());
    awaitOneFor(tabs);

    tabs.removeLast().close();
    awaitOneFor(tabs);

    int port = war.base().getPort();
    war.kill();
    for (Page tab : tabs) assertThat(tab.locator("body")).containsText("Reconnecting...");
    war = serve(port);
    model.pace = Duration.ZERO;
    awaitOneFor(tabs);
    for (Page tab : tabs) {
      Tab.awaitDone(tab);
      assertThat(tab.locator("body")).not().containsText("Reconnecting...");
    }
    for (Page tab : tabs) {
      String followed = Tab.preview(tab);
      tab.reload();
      Tab.awaitDone(tab);
      assertEquals(Tab.preview(tab), followed);
    }
    assertEquals(List.of(), eventsOfOne());
  }

  /// Streams of one page that any tab ever opened.
  private List<String> eventsOfOne() {
    return relay.asked(OWN).stream().filter(target -> target.contains("/events")).toList();
  }

  @Test
  void tabs_on_one_page_see_the_same_and_a_hidden_one_at_rest_leaves_until_it_is_seen()
      throws Exception {
    Page first = generating();
    Tab.awaitDone(first);
    Page second = tab("/?page=" + Tab.id(first));
    Tab.awaitDone(second);
    awaitOneFor(List.of(first));
    rename(Tab.id(first), "Both see it");
    Tab.awaitTitle(first, "Both see it");
    Tab.awaitTitle(second, "Both see it");
    Tab.look(first, true);
    rename(Tab.id(first), "One sees it");
    Tab.awaitTitle(second, "One sees it");
    Tab.look(second, true);
    relay.await(SHARED, List::isEmpty);
    assertTrue(first.title().contains("Both see it"), first.title());
    rename(Tab.id(first), "Seen later");
    Tab.look(first, false);
    Tab.awaitTitle(first, "Seen later");
    Tab.look(second, false);
    Tab.awaitTitle(second, "Seen later");
    awaitOneFor(List.of(first));
    assertEquals(List.of(), eventsOfOne());
  }

  @Test
  void a_connection_that_is_refused_for_a_while_comes_back_and_brings_what_was_missed()
      throws Exception {
    Page first = generating();
    Page second = generating();
    for (Page tab : List.of(first, second)) Tab.awaitDone(tab);
    awaitOneFor(List.of(first, second));
    relay.refuse(SHARED);
    relay.cut(SHARED);
    for (Page tab : List.of(first, second)) {
      assertThat(tab.locator("body")).containsText("Reconnecting...");
      rename(Tab.id(tab), "Missed");
    }
    relay.refuse("none");
    for (Page tab : List.of(first, second)) {
      Tab.awaitTitle(tab, "Missed");
      assertThat(tab.locator("body")).not().containsText("Reconnecting...");
    }
    awaitOneFor(List.of(first, second));
  }

  @Test
  void a_page_that_is_deleted_is_gone_in_its_tab_and_the_others_go_on() throws Exception {
    Page first = generating();
    Page second = generating();
    for (Page tab : List.of(first, second)) Tab.awaitDone(tab);
    awaitOneFor(List.of(first, second));
    first.evaluate("id => fetch('api/pages/' + id, { method: 'DELETE' })", Tab.id(first));
    assertThat(first.locator("#gone")).isVisible();
    awaitOneFor(List.of(second));
    rename(Tab.id(second), "Still here");
    Tab.awaitTitle(second, "Still here");
    assertThat(second.locator("#gone")).isHidden();
    // The worker goes with its only tab and comes with the next.
    second.reload();
    Tab.awaitDone(second);
    awaitOneFor(List.of(second));
    assertEquals(List.of(), eventsOfOne());
  }

  @Test
  void the_fifty_first_page_of_a_browser_gets_a_connection_of_its_own() throws Exception {
    List<String> ids = new ArrayList<>();
    String body = "{\"prompt\":\"A bakery\",\"sections\":[\"Hero\"]}";
    for (int i = 0; i < 51; i++) ids.add(made(body));
    Page tab = tab("/");
    tab.evaluate(
        """
        async ids => {
          const { Connection } = await import('./builder/stream/connection.js');
          const told = new Set();
          window.told = told;
          const follow = (id) =>
            new Connection(id, 0, { live() {}, lost() {}, frame: ({ event }) => event.type === 'complete' && told.add(id) });
          window.kept = ids.map(follow);
        }\
        """,
        ids);
    tab.waitForFunction("() => window.told.size === 51");
    relay.await(SHARED, open -> open.size() == 1);
    relay.await(OWN, open -> open.stream().filter(one -> one.contains("/events?")).count() == 1);
  }

  @Test
  void without_shared_workers_or_with_one_that_never_answers_each_tab_has_its_own()
      throws Exception {
    List<String> browsers =
        List.of(
            "delete window.SharedWorker",
            "window.SharedWorker = class { constructor() { throw new Error('not here'); } }",
            "window.SharedWorker = class { port = new MessageChannel().port1 }",
            "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })");
    for (String browser : browsers) {
      context.close();
      context = chromium.browser().newContext();
      context.addInitScript(browser);
      List<Page> tabs = List.of(generating(), generating());
      for (Page tab : tabs) Tab.awaitDone(tab);
      rename(Tab.id(tabs.getFirst()), "On its own");
      Tab.awaitTitle(tabs.getFirst(), "On its own");
      for (Page tab : tabs) relay.await(OWN + Tab.id(tab) + "/events", open -> open.size() == 1);
    }
    assertEquals(List.of(), relay.asked(SHARED));
  }
}
