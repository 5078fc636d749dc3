package pageloom.author;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pageloom.markup.Sanitizer;
import pageloom.page.Command;
import pageloom.page.Ledger;
import pageloom.page.LoggedEvent;
import pageloom.page.Page;
import pageloom.page.PageEngine;
import pageloom.page.PageFeed;
import pageloom.page.PageId;
import pageloom.page.PagePlanner;
import pageloom.page.PageRequest;
import pageloom.page.Plans;
import pageloom.plan.PageTypes;
import pageloom.plan.Plan;
import pageloom.plan.PlanRequest;
import pageloom.plan.Planner;
import pageloom.plan.SectionKinds;
import pageloom.plan.SectionPlan;
import pageloom.plan.Theme;
import pageloom.plan.ThemeChoices;
import pageloom.plan.Themes;
import pageloom.provider.BaseUrl;
import pageloom.provider.OpenAiCompatible;
import pageloom.provider.ProviderConfig;
import pageloom.provider.RetryPolicy;
import pageloom.store.JdbcLedger;
import pageloom.store.JdbcPageLog;
import pageloom.store.JdbcPageScheduler;
import pageloom.store.SqliteDatabase;

/// The whole way of a page that a model writes, but for HTTP: planner, engine, log, ledger, author
/// and client are the real ones; the endpoint is the test's.
public final class ModelPages implements AutoCloseable {
  public static final Ledger.Budgets AMPLE =
      new Ledger.Budgets(dollars("0.50"), dollars("1000"), dollars("1000"));
  public static final String PROMPT = "Build a modern SaaS landing page";

  private static final Planner PLANNER =
      new Planner(
          PageTypes.load(),
          SectionKinds.load(),
          new ThemeChoices(Themes.palettes(), Themes.types()));
  private static final PatternLibrary LIBRARY = new PatternLibrary();

  private final SqliteDatabase database;
  private final OpenAiCompatible provider;
  private final PageEngine engine;
  public final JdbcPageLog log;
  public final JdbcLedger ledger;
  public final PageFeed feed;

  public ModelPages(Path folder, LoopbackModel model, Ledger.Budgets budgets) {
    database = SqliteDatabase.open(folder);
    log = new JdbcPageLog(database, InstantSource.system());
    ledger = new JdbcLedger(database, InstantSource.system());
    feed = new PageFeed(log, database.bus());
    var quick = new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(5));
    provider =
        new OpenAiCompatible(
            new ProviderConfig(BaseUrl.of(model.base().toString()), null).withRetries(quick));
    var author =
        new ModelAuthor(
            provider,
            new Sanitizer(),
            new ModelAuthor.Models("loop/one", List.of()),
            toFirstToken -> {});
    engine =
        new PageEngine(
            new PageEngine.Ports(
                log,
                feed,
                new JdbcPageScheduler(database, 1_100),
                database.bus(),
                Plans.UNREADABLE,
                new PagePlanner() {
                  @Override
                  public Plan plan(PlanRequest request) {
                    return PLANNER.plan(request);
                  }

                  @Override
                  public SectionPlan section(Plan page, String name, Collection<String> taken) {
                    return PLANNER.section(page, name, taken);
                  }

                  @Override
                  public Theme restyled(Theme theme, Command.Restyle wish) {
                    throw new AssertionError("nobody restyles here");
                  }

                  @Override
                  public String css(Theme theme) {
                    return Themes.rootCss(theme);
                  }
                },
                author,
                new PersonEditor(new Sanitizer()),
                ledger,
                budgets,
                InstantSource.system()),
            new PageEngine.Limits(100, 1_000));
    engine.resume();
  }

  static BigDecimal dollars(String amount) {
    return new BigDecimal(amount);
  }

  public static Plan plan(String prompt) {
    return PLANNER.plan(wish(prompt));
  }

  private static PlanRequest wish(String prompt) {
    return new PlanRequest(prompt, null, List.of(), null, null, null, null, null, 0);
  }

  /// A faultless fragment for each section of the prompt's plan, by section name.
  public static Map<String, String> fragments(String prompt) {
    Plan plan = plan(prompt);
    Map<String, String> fragments = new HashMap<>();
    for (SectionPlan section : plan.sections()) {
      String html = LIBRARY.render(plan.brief(), section, plan.sections());
      fragments.put(section.name(), new Sanitizer().sanitize(html, section.anchor()).html());
    }
    return fragments;
  }

  /// The section that a request is about: the person's first message ends with its task.
  public static String section(LoopbackModel.Request request, Plan plan) {
    var prompts = new Prompts(PROMPT, plan);
    String asked = request.messages().get(1);
    for (SectionPlan section : plan.sections()) {
      if (asked.endsWith(prompts.task(section))) return section.name();
    }
    throw new AssertionError("no section asks so: " + asked);
  }

  public PageId start(int parallelism) {
    var request = new PageRequest(PROMPT, "react", parallelism, null, Map.of(), null, "request-1");
    return engine.start("local", request, wish(PROMPT), Optional.empty());
  }

  /// Waits for the page's end.
  public Page complete(PageId id) throws InterruptedException {
    try (var cursor = feed.open(id, 0)) {
      while (true) {
        switch (cursor.next(Duration.ofSeconds(60))) {
          case PageFeed.Events found -> {
            if (found.events().getLast().type().equals("complete")) return fold(id);
          }
          case PageFeed.Whispers unheard -> {}
          case PageFeed.Idle stuck ->
              throw new AssertionError("nothing for a minute: " + types(id));
          case PageFeed.Halted halt -> throw new AssertionError(halt.reason());
          case PageFeed.Stopping stop -> throw new AssertionError("stopping");
        }
      }
    }
  }

  public Page fold(PageId id) {
    return Page.of(log.read(id, 0, Integer.MAX_VALUE));
  }

  private List<String> types(PageId id) {
    List<String> types = new ArrayList<>();
    for (LoggedEvent event : log.read(id, 0, Integer.MAX_VALUE)) types.add(event.type());
    return types;
  }

  @Override
  public void close() {
    engine.close();
    provider.close();
    database.close();
  }
}
