package pageloom.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import pageloom.plan.Plan;
import pageloom.plan.PlanRequest;
import pageloom.plan.Theme;

/// Starts pages and sees them through, whether anybody watches or not: one virtual thread a page
/// decides what happens next, one a section in the making does the work. Which process works on
/// which page is the scheduler's to say. Thread-safe.
public final class PageEngine implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PageEngine.class.getName());

  /// How long a stop waits for sections in the making.
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final Ports ports;
  private final Limits limits;
  private final Slots slots;
  private final Orders orders;
  private final ConcurrentHashMap<PageId, Worker> workers = new ConcurrentHashMap<>();
  private final Watch watch;
  private volatile boolean draining;

  /// What the engine works with.
  ///
  /// @param scheduler says which pages are worked on here
  /// @param bus tells other processes to look
  /// @param commands reads commands that were given to another process
  /// @param planner decides what pages consist of
  /// @param author writes sections
  /// @param editor makes a person's markup a section
  /// @param budgets the most that may be spent
  public record Ports(
      PageLog log,
      PageFeed feed,
      PageScheduler scheduler,
      PageBus bus,
      CommandReader commands,
      PagePlanner planner,
      SectionAuthor author,
      SectionEditor editor,
      Ledger ledger,
      Ledger.Budgets budgets,
      InstantSource clock) {}

  /// How many pages may be under way.
  ///
  /// @param generating at once
  /// @param queued behind those, each with its `init` sent
  /// @param perPerson at once of one person; more of theirs wait
  public record Limits(int generating, int queued, int perPerson) {
    /// The same for everybody.
    public Limits(int generating, int queued) {
      this(generating, queued, generating);
    }
  }

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
    this.slots = new Slots(limits.generating(), limits.perPerson());
    this.orders = new Orders(ports.log(), ports.commands());
    this.watch = new Watch(ports.log(), ports.feed(), ports.bus(), workers);
  }

  /// From now on works on pages, those first that an earlier process left unfinished.
  public void resume() {
    ports
        .bus()
        .subscribe(
            new PageBus.Listener() {
              @Override
              public void grown(PageId page, long seq) {
                ports.feed().grown(page, seq);
              }

              @Override
              public void called(PageId page) {
                call(page);
              }

              @Override
              public void listening(PageId page) {
                ports.feed().heardElsewhere(page);
              }

              @Override
              public void whisper(PageId page, String section, @Nullable String json) {
                ports.feed().overhear(page, section, json);
              }
            });
    ports.scheduler().start(this::work);
    watch.start();
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
      callAll(page.id());
    }
    return creation.id();
  }

  private PageEvent.Init init(NewPage page) {
    Theme theme = page.plan().brief().theme();
    List<String> names = page.plan().sections().stream().map(s -> s.name()).toList();
    return new PageEvent.Init(
        page.id(), page.plan().pageType(), names, theme, ports.planner().css(theme));
  }

  private void requireRoom() {
    if (draining) throw new Stopping();
    if (ports.log().unfinished() >= limits.generating() + limits.queued()) throw new Busy();
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
    // Nothing is left to do but to say so, which whoever picks it does.
    callAll(page.id());
    return page.id();
  }

  /// Has a command carried out, here or where the page is worked on, and waits for that.
  ///
  /// @return the page's last seq after it
  /// @throws Command.Refused where it can't be carried out; nothing was changed
  /// @throws NoSuchPage where the page is gone
  /// @throws Stopping where the engine drains
  public long command(PageId id, Command.Order order) throws InterruptedException {
    if (draining) throw new Stopping();
    return orders.await(id, order, () -> callAll(id));
  }

  /// There is something to do for a page: whoever works on it looks, or somebody begins to, here or
  /// in another process.
  private void callAll(PageId id) {
    call(id);
    ports.bus().called(id);
  }

  /// The same in this process.
  private void call(PageId id) {
    Worker worker = workers.get(id);
    if (worker != null) worker.news().add(new News.Called());
    ports.scheduler().wake();
  }

  static final String DELETED = "This page was deleted.";

  /// Deletes a page: whatever is in flight is stopped, and viewers are told.
  ///
  /// @throws NoSuchPage where there is none
  public void delete(PageId id) throws InterruptedException {
    Worker worker = workers.get(id);
    if (worker != null) worker.stop();
    if (!ports.log().delete(id)) throw new NoSuchPage();
    ports.feed().halt(id, DELETED);
    LOG.log(System.Logger.Level.INFO, "page {0}: deleted", id);
  }

  /// Works on a page that was picked.
  ///
  /// @return whether it was retired
  private boolean work(PageId id, PageScheduler.Pick pick) {
    var worker = new Worker();
    workers.put(id, worker);
    try {
      if (draining) return false;
      var patience = new Patience(ports, id);
      PageRun.Task task = patience.insist(() -> opened(id, ports.log().claim(id, pick)));
      worker.owns(task.epoch());
      return new PageRun(ports, task, slots, orders, worker.news()).work(() -> draining);
    } catch (InterruptedException stopped) {
      return false;
    } catch (StorageException.Fenced elsewhere) {
      LOG.log(System.Logger.Level.INFO, "page {0}: {1}", id, elsewhere.getMessage());
      return false;
    } finally {
      workers.remove(id, worker);
      worker.ended();
    }
  }

  /// Folds the log of a page that was taken over.
  private PageRun.Task opened(PageId id, long epoch) {
    PageRecord record = ports.log().find(id).orElseThrow(() -> new StorageException.Fenced(id));
    Page page = ports.log().page(id);
    if (epoch > 2 && page.unfinished()) {
      LOG.log(
          System.Logger.Level.INFO,
          "page {0}: goes on, {1} of {2} sections were done",
          id,
          page.count(Section.State.COMPLETED),
          page.sections().size());
    }
    return new PageRun.Task(record, epoch, page, ports.ledger().open(id));
  }

  /// How many pages are worked on here, those that wait for their turn included.
  public int inTheMaking() {
    return workers.size();
  }

  /// Whether it is stopping: no new page is started.
  public boolean draining() {
    return draining;
  }

  /// Starts no more sections, waits for those in the making, gives back what is not finished, then
  /// returns. Other processes, or the next one, go on with it.
  @Override
  public void close() {
    draining = true;
    ports.scheduler().pause();
    watch.close();
    List<Worker> all = List.copyOf(workers.values());
    try {
      Instant deadline = Instant.now().plus(DRAIN);
      for (Worker worker : all) worker.news().add(new News.Draining());
      for (Worker worker : all) {
        Duration left = Duration.between(Instant.now(), deadline);
        if (left.isNegative() || !worker.join(left)) worker.interrupt();
      }
    } catch (InterruptedException hurry) {
      all.forEach(Worker::interrupt);
      Thread.currentThread().interrupt();
    }
    ports.scheduler().close();
  }
}
