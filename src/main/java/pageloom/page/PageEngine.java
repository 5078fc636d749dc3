package pageloom.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import pageloom.plan.Plan;
import pageloom.plan.PlanRequest;
import pageloom.plan.Theme;

/// Starts pages and sees them through, whether anybody watches or not: one virtual thread a page
/// decides what happens next, one a section in the making does the work. Thread-safe.
public final class PageEngine implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PageEngine.class.getName());

  /// How long a stop waits for sections in the making.
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final Ports ports;
  private final Limits limits;
  private final Semaphore slots;
  private final Set<Thread> runs = ConcurrentHashMap.newKeySet();
  private volatile boolean draining;

  /// What the engine works with.
  ///
  /// @param planner makes a plan of a request
  /// @param budgets the most that may be spent
  /// @param themeCss gives a theme's variables their values
  public record Ports(
      PageLog log,
      PageFeed feed,
      Function<PlanRequest, Plan> planner,
      Function<Theme, String> themeCss,
      SectionAuthor author,
      Ledger ledger,
      Ledger.Budgets budgets,
      InstantSource clock) {}

  /// How many pages may be under way.
  ///
  /// @param generating at once
  /// @param queued behind those, each with its `init` sent
  public record Limits(int generating, int queued) {}

  /// No room for another page now.
  public static final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    Busy() {
      super("too many pages are being made; try again in a moment");
    }
  }

  /// No new page is started: the process is about to end.
  public static final class Stopping extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopping() {
      super("the server is restarting; try again in a moment");
    }
  }

  public PageEngine(Ports ports, Limits limits) {
    this.ports = ports;
    this.limits = limits;
    this.slots = new Semaphore(limits.generating(), true);
  }

  /// Plans a page, writes it down and sets it going. When this returns, `init` is committed.
  ///
  /// @return the page; an earlier one where the idempotency key says so
  /// @throws Stopping where the engine drains
  /// @throws Busy where too many pages are under way
  /// @throws pageloom.plan.UnknownChoice where the request names what is not there
  /// @throws StorageException where it can't be written down
  public PageId start(
      String owner,
      PageRequest request,
      PlanRequest wish,
      Optional<NewPage.Idempotency> idempotency) {
    if (draining) throw new Stopping();
    if (runs.size() >= limits.generating() + limits.queued()) throw new Busy();
    Plan plan = ports.planner().apply(wish);
    Instant now = ports.clock().instant();
    var page = new NewPage(PageId.random(), owner, request, plan, now, idempotency);
    Theme theme = plan.brief().theme();
    List<String> names = plan.sections().stream().map(s -> s.name()).toList();
    PageEvent init =
        new PageEvent.Init(page.id(), plan.pageType(), names, theme, ports.themeCss().apply(theme));
    PageLog.Creation creation = ports.log().create(page, List.of(init));
    if (!creation.appended().isEmpty()) {
      LOG.log(
          System.Logger.Level.INFO,
          "page {0}: started, {1}, {2} sections",
          page.id(),
          plan.pageType(),
          names.size());
      var claim = new PageRun.Claim(creation.id(), owner, 1);
      run(new PageRun.Task(claim, request, plan, List.of()), Page.of(creation.appended()));
    }
    return creation.id();
  }

  /// Goes on with every page that an earlier process left unfinished.
  public void resume() {
    for (PageId id : ports.log().unfinished()) {
      PageRecord record = ports.log().find(id).orElseThrow();
      long epoch = ports.log().claim(id);
      Page page = ports.log().page(id);
      LOG.log(
          System.Logger.Level.INFO,
          "page {0}: goes on, {1} of {2} sections were done",
          id,
          page.count(Section.State.COMPLETED),
          page.sections().size());
      var claim = new PageRun.Claim(id, record.owner(), epoch);
      List<Ledger.Open> open = ports.ledger().open(id);
      run(new PageRun.Task(claim, record.request(), record.plan(), open), page);
    }
  }

  private void run(PageRun.Task task, Page page) {
    var run = new PageRun(ports, task, page);
    Thread thread =
        Thread.ofVirtual()
            .name("page-" + task.claim().id())
            .unstarted(() -> {
              try {
                run.make(slots, () -> draining);
              } finally {
                runs.remove(Thread.currentThread());
              }
            });
    runs.add(thread);
    thread.start();
  }

  /// Whether it is stopping: no new page is started.
  public boolean draining() {
    return draining;
  }

  /// Starts no more sections, waits for those in the making, then returns. Pages that are not
  /// finished go on with [#resume] in the next process.
  @Override
  public void close() {
    draining = true;
    try {
      Instant deadline = Instant.now().plus(DRAIN);
      for (Thread run : runs) {
        Duration left = Duration.between(Instant.now(), deadline);
        if (left.isNegative() || !run.join(left)) run.interrupt();
      }
      for (Thread run : runs) run.join();
    } catch (InterruptedException hurry) {
      runs.forEach(Thread::interrupt);
      Thread.currentThread().interrupt();
    }
  }
}
