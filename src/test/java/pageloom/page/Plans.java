package pageloom.page;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import pageloom.plan.Brief;
import pageloom.plan.Copy;
import pageloom.plan.Plan;
import pageloom.plan.PlanRequest;
import pageloom.plan.SectionPlan;
import pageloom.plan.Theme;
import pageloom.store.Database;
import pageloom.store.JdbcPageScheduler;

/// Small plans and requests for tests of what comes after planning.
public final class Plans {
  public static final Theme THEME = new Theme("harbor", "light", "grotesk", "soft", "normal");

  public static final Ledger.Budgets BUDGETS =
      new Ledger.Budgets(BigDecimal.ONE, BigDecimal.TEN, BigDecimal.TEN);

  /// For authors that cost nothing.
  public static final Ledger NO_LEDGER =
      new Ledger() {
        @Override
        public String reserve(Claim claim) {
          throw new AssertionError("nobody pays here");
        }

        @Override
        public void release(String reservation) {
          throw new AssertionError("nobody pays here");
        }

        @Override
        public void identify(String reservation, String generationId) {
          throw new AssertionError("nobody pays here");
        }

        @Override
        public List<Open> open(PageId page) {
          return List.of();
        }
      };

  /// The prompt is the list of sections; every theme is the same few rules.
  public static final PagePlanner PLANNER =
      new PagePlanner() {
        @Override
        public Plan plan(PlanRequest request) {
          return of(request.prompt().split(" "));
        }

        @Override
        public SectionPlan section(Plan page, String name, Collection<String> taken) {
          String own = name;
          for (int n = 2; taken.contains(own); n++) own = name + n;
          return of(own).sections().getFirst();
        }

        @Override
        public Theme restyled(Theme theme, Command.Restyle wish) {
          String palette = wish.palette() == null ? theme.palette() : wish.palette();
          return new Theme(palette, "light", "grotesk", "soft", "normal");
        }

        @Override
        public String css(Theme theme) {
          return ":root{}";
        }
      };

  /// Takes what a person writes as it is, but for the word "evil".
  public static final SectionEditor EDITOR =
      (section, html, format) ->
          new SectionEditor.Edited(
              html.replace("evil", ""),
              "code of " + html,
              html.contains("evil") ? List.of("<evil>") : List.of());

  /// For engines that are alone: they know every command as it was given.
  public static final CommandReader UNREADABLE =
      json -> {
        throw new AssertionError("nobody else gives commands here");
      };

  private Plans() {}

  /// An engine's surroundings with an author of the test's.
  public static PageEngine.Ports ports(
      Database database, PageLog log, PageFeed feed, SectionAuthor author) {
    return ports(database, log, feed, author, UNREADABLE);
  }

  /// The same for engines that are not alone.
  public static PageEngine.Ports ports(
      Database database, PageLog log, PageFeed feed, SectionAuthor author, CommandReader commands) {
    return new PageEngine.Ports(
        log,
        feed,
        new JdbcPageScheduler(database, 100),
        database.bus(),
        commands,
        PLANNER,
        author,
        EDITOR,
        NO_LEDGER,
        BUDGETS,
        InstantSource.system());
  }

  public static Plan of(String... names) {
    List<SectionPlan> sections = new ArrayList<>();
    for (String name : names) {
      var copy = new Copy("", name, "", "", "", "", false, List.of());
      String id = name.toLowerCase(java.util.Locale.ROOT);
      sections.add(new SectionPlan(name, id, id, "split", copy));
    }
    var brief = new Brief("Corvane", "software", "teams", "en", "plain", List.of(), THEME, 0);
    return new Plan("saas", "Corvane", brief, sections);
  }

  public static PlanRequest wish(String prompt) {
    return new PlanRequest(prompt, null, List.of(), null, null, null, null, null, 0);
  }

  public static PageRequest request(int parallelism) {
    return new PageRequest(
        "Build a page", "react", parallelism, null, java.util.Map.of(), null, "request-1");
  }

  public static NewPage page(Plan plan) {
    return new NewPage(
        PageId.random(),
        "local",
        request(1),
        plan,
        java.time.Instant.ofEpochMilli(1_000),
        Optional.empty());
  }

  /// A page with these sections, written down with its first event.
  public static NewPage create(PageLog log, String... sections) {
    NewPage page = page(of(sections));
    log.create(page, List.of(init(page)));
    return page;
  }

  /// What an append writes to a page of which only its end matters.
  public static PageLog.Entries entries(List<? extends PageEvent> events) {
    boolean ends = events.getLast() instanceof PageEvent.Completed;
    var look = new PageEvent.ThemeChanged(THEME, "");
    var init = new PageEvent.Init(PageId.random(), "saas", List.of(), THEME, "");
    PageState state = ends ? PageState.COMPLETED : PageState.GENERATING;
    var then = new Page(1, state, init, look, null, null, List.of(), List.of());
    return new PageLog.Entries(List.copyOf(events), then, null);
  }

  public static PageEvent.Init init(NewPage page) {
    List<String> names = page.plan().sections().stream().map(SectionPlan::name).toList();
    return new PageEvent.Init(page.id(), "saas", names, THEME, ":root{}");
  }

  public static PageEvent.SectionCompleted completed(String section) {
    return new PageEvent.SectionCompleted(
        new SectionContent(
            section,
            0,
            "hero",
            "<p>" + section + "</p>",
            "code",
            List.of(),
            "pattern",
            null,
            "r",
            3),
        0);
  }
}
