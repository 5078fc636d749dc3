package pageloom.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import pageloom.plan.Plan;
import pageloom.plan.PlanRequest;
import pageloom.plan.Theme;

/// Starts pages and sees them through, whether anybody watches or not: one virtual thread a page
/// decides what happens next, one a section in the making does the work. Thread-safe.
public final class PageEngine implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PageEngine.class.getName());

  /// How long a command may take to be written down.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// How long a stop waits for sections in the making.
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final Ports ports;
  private final Limits limits;
  private final Slots slots;
  private final ConcurrentHashMap<PageId, Worker> workers = new ConcurrentHashMap<>();
  private volatile boolean draining;

  /// What the engine works with.
  ///
  /// @param planner decides what pages consist of
  /// @param author writes sections
  /// @param editor makes a person's markup a section
  /// @param budgets the most that may be spent
  public record Ports(
      PageLog log,
      PageFeed feed,
      PagePlanner planner,
      SectionAuthor author,
      SectionEditor editor,
      Ledger ledger,
      Ledger.Budgets budgets,
      InstantSource clock) {}

  /// A page's thread, and what it is told.
  private record Worker(Thread thread, BlockingQueue<News> news) {}

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

  /// There is no such page, or not any more.
  public static final class NoSuchPage extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoSuchPage() {
      super("there is no such page; it may have been deleted");
    }
  }

  public PageEngine(Ports ports, Limits limits) {
    this.ports = ports;
    this.limits = limits;
    this.slots = new Slots(limits.generating());
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
    requireRoom();
    Plan plan = ports.planner().plan(wish);
    var page =
        new NewPage(PageId.random(), owner, request, plan, ports.clock().instant(), idempotency);
    PageLog.Creation creation = ports.log().create(page, List.of(init(page)));
    if (!creation.appended().isEmpty()) {
      LOG.log(
          System.Logger.Level.INFO,
          "page {0}: started, {1}, {2} sections",
          page.id(),
          plan.pageType(),
          plan.sections().size());
      Page begun = Page.of(creation.appended());
      wake(page.id(), () -> new PageRun.Task(record(page), 1, begun, List.of()));
    }
    return creation.id();
  }

  private PageEvent.Init init(NewPage page) {
    Theme theme = page.plan().brief().theme();
    List<String> names = page.plan().sections().stream().map(s -> s.name()).toList();
    return new PageEvent.Init(
        page.id(), page.plan().pageType(), names, theme, ports.planner().css(theme));
  }

  private static PageRecord record(NewPage page) {
    return new PageRecord(
        page.id(),
        page.owner(),
        page.request(),
        page.plan(),
        PageState.GENERATING,
        1,
        page.createdAt(),
        page.createdAt());
  }

  private void requireRoom() {
    if (draining) throw new Stopping();
    if (workers.size() >= limits.generating() + limits.queued()) throw new Busy();
  }

  /// Makes a page like another one, as that is now: a copy of its own, which costs nothing.
  ///
  /// @throws NoSuchPage where there is none to copy
  public PageId copy(String owner, PageId from, String requestId) {
    requireRoom();
    PageRecord record = ports.log().find(from).orElseThrow(NoSuchPage::new);
    var copy = new PageCopy(record, ports.log().page(from));
    NewPage page = copy.page(owner, requestId, ports.clock().instant());
    List<PageEvent> events = new ArrayList<>(List.of(init(page)));
    events.addAll(copy.events());
    ports.log().create(page, events);
    PageLog log = ports.log();
    // Nothing is left to do but to say so: the run does.
    wake(page.id(), () -> opened(page.id(), log.claim(page.id())));
    return page.id();
  }

  /// Goes on with every page that an earlier process left unfinished.
  public void resume() {
    for (PageId id : ports.log().unfinished()) {
      wake(id, () -> opened(id, ports.log().claim(id)));
    }
  }

  /// Carries a command out and waits for that.
  ///
  /// @return the page's last seq after it
  /// @throws Command.Refused where it can't be carried out; nothing was changed
  /// @throws NoSuchPage where the page is gone
  /// @throws Stopping where the engine drains
  public long command(PageId id, Command.Order order) throws InterruptedException {
    if (draining) throw new Stopping();
    var applied = new CompletableFuture<Long>();
    tell(id, new News.Ordered(order, applied));
    try {
      return applied.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StorageException.Fenced) throw new NoSuchPage();
      if (e.getCause() instanceof RuntimeException refusal) throw refusal;
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new StorageException.Unavailable("the database does not take it in time", e);
    }
  }

  private void tell(PageId id, News word) {
    workers.compute(
        id,
        (_, present) -> {
          Worker worker =
              present != null ? present : worker(id, () -> opened(id, ports.log().claim(id)));
          worker.news().add(word);
          if (present == null) worker.thread().start();
          return worker;
        });
  }

  /// Deletes a page: whatever is in flight is stopped, and viewers are told.
  ///
  /// @throws NoSuchPage where there is none
  public void delete(PageId id) throws InterruptedException {
    Worker worker = workers.get(id);
    if (worker != null) {
      worker.thread().interrupt();
      worker.thread().join();
    }
    if (!ports.log().delete(id)) throw new NoSuchPage();
    ports.feed().halt(id, "This page was deleted.");
    LOG.log(System.Logger.Level.INFO, "page {0}: deleted", id);
  }

  private void wake(PageId id, Supplier<PageRun.Task> opening) {
    Worker worker = worker(id, opening);
    workers.put(id, worker);
    worker.thread().start();
  }

  /// Takes a page over and folds its log.
  private PageRun.Task opened(PageId id, long epoch) {
    PageRecord record = ports.log().find(id).orElseThrow(() -> new StorageException.Fenced(id));
    Page page = ports.log().page(id);
    if (page.unfinished()) {
      LOG.log(
          System.Logger.Level.INFO,
          "page {0}: goes on, {1} of {2} sections were done",
          id,
          page.count(Section.State.COMPLETED),
          page.sections().size());
    }
    return new PageRun.Task(record, epoch, page, ports.ledger().open(id));
  }

  private Worker worker(PageId id, Supplier<PageRun.Task> opening) {
    BlockingQueue<News> news = new LinkedBlockingQueue<>();
    Thread thread =
        Thread.ofVirtual()
            .name("page-" + id)
            .unstarted(() -> {
              try {
                var run = new PageRun(ports, opening.get(), slots, news);
                run.work(() -> draining, _ -> retires(id, news));
              } catch (StorageException gone) {
                LOG.log(System.Logger.Level.WARNING, "page {0}: {1}", id, gone.getMessage());
                refuse(news, gone);
              } finally {
                workers.computeIfPresent(id, (_, w) -> w.news().equals(news) ? null : w);
                refuse(news, new StorageException.Fenced(id));
              }
            });
    return new Worker(thread, news);
  }

  /// Whether a run may end: nobody has told it anything since, and from now on nobody does.
  private boolean retires(PageId id, BlockingQueue<News> news) {
    return workers.computeIfPresent(
            id, (_, w) -> w.news().equals(news) && news.isEmpty() ? null : w)
        == null;
  }

  /// Whoever waits for a command that nobody carries out must not wait for ever.
  private static void refuse(BlockingQueue<News> news, RuntimeException why) {
    for (News word : news) {
      if (word instanceof News.Ordered(_, var applied)) applied.completeExceptionally(why);
    }
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
    List<Worker> all = List.copyOf(workers.values());
    try {
      Instant deadline = Instant.now().plus(DRAIN);
      for (Worker worker : all) worker.news().add(new News.Draining());
      for (Worker worker : all) {
        Duration left = Duration.between(Instant.now(), deadline);
        if (left.isNegative() || !worker.thread().join(left)) worker.thread().interrupt();
      }
      for (Worker worker : all) worker.thread().join();
    } catch (InterruptedException hurry) {
      all.forEach(worker -> worker.thread().interrupt());
      Thread.currentThread().interrupt();
    }
  }
}
