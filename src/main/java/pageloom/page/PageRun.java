package pageloom.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.function.BooleanSupplier;
import pageloom.plan.Plan;
import pageloom.plan.UnknownChoice;

/// One page that somebody works on: sections are made, commands carried out. Everything here
/// belongs to the page's own thread, but for `news`, into which others put what happened.
final class PageRun {
  private static final System.Logger LOG = System.getLogger(PageRun.class.getName());

  /// How long what was cut short may take to say what it cost.
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final PageEngine.Ports ports;
  private final PageRecord record;
  private final PageId id;
  private final CommandRules rules;
  private final Jobs jobs;
  private final PageWriter writer;
  private final Settlements settlements;
  private final Place place;
  private final Orders orders;
  private final BlockingQueue<News> news;
  private final Map<String, SectionRun> inFlight = new HashMap<>();
  private final Set<SectionRun> stopping = new HashSet<>();
  private final List<PageEvent> happened = new ArrayList<>();

  /// What there is to do.
  ///
  /// @param epoch the right to write to the page
  /// @param abandoned calls that an earlier process did not see the end of
  record Task(PageRecord record, long epoch, Page page, List<Ledger.Open> abandoned) {
    Task {
      abandoned = List.copyOf(abandoned);
    }
  }

  PageRun(PageEngine.Ports ports, Task task, Slots slots, Orders orders, BlockingQueue<News> news) {
    this.ports = ports;
    this.orders = orders;
    this.record = task.record();
    this.id = record.id();
    this.news = news;
    this.rules = new CommandRules(ports, record);
    this.jobs = new Jobs(ports, record);
    this.writer = new PageWriter(ports, id, task.epoch(), task.page());
    this.settlements = new Settlements(ports.author(), id, news::add);
    this.place = new Place(slots, record.owner(), news);
    task.abandoned().forEach(call -> settlements.settle(call).ifPresent(happened::add));
  }

  /// Works until nothing is left to do, or as far as it gets before the engine drains.
  ///
  /// @return whether the page was retired; if not, somebody must go on with it
  boolean work(BooleanSupplier draining) {
    try (var _ = ports.feed().open(id, writer.page().seq())) {
      // Some may have come before there was anybody to tell.
      news.add(new News.Called());
      while (true) {
        do hear(news.take());
        while (!news.isEmpty());
        boolean stopping = draining.getAsBoolean();
        if (step(stopping)) {
          if (stopping && writer.page().unfinished()) return false;
          if (writer.retire()) return true;
          news.add(new News.Called());
        }
      }
    } catch (InterruptedException stopped) {
      interrupt();
      writeLastWords();
      return false;
    } catch (StorageException.Fenced elsewhere) {
      interrupt();
      throw elsewhere;
    } finally {
      place.leave();
    }
  }

  /// Writes down what happened, with what follows from it in the same commit, and begins what is
  /// next.
  ///
  /// @return whether there is nothing left to do
  private boolean step(boolean draining) throws InterruptedException {
    Page soon = writer.after(happened);
    List<Section> wanted = draining ? List.of() : startable(soon);
    List<Section> starting = place.isHeld() ? wanted : List.of();
    Plan plan = soon.plan(record.plan());
    for (Section section : starting) {
      String model = ports.author().model(jobs.of(soon, plan, section));
      happened.add(
          new PageEvent.SectionStarted(section.name(), section.attempt().number() + 1, model));
    }
    boolean idle =
        wanted.isEmpty() && inFlight.isEmpty() && stopping.isEmpty() && settlements.done();
    boolean complete =
        idle
            && soon.state() == PageState.GENERATING
            && soon.sections().stream().allMatch(Section::settled);
    if (complete) happened.add(soon.outcome());
    writer.insist(happened);
    happened.clear();
    if (complete) logCompleted(soon.outcome());
    if (idle) {
      place.leave();
      return true;
    }
    if (!wanted.isEmpty()) place.want();
    for (Section section : starting) begin(section.name());
    return false;
  }

  private List<Section> startable(Page soon) {
    List<Section> next = new ArrayList<>();
    for (Section section : soon.sections()) {
      if (inFlight.size() + next.size() >= record.request().parallelism()) break;
      if (soon.wants(section) && !inFlight.containsKey(section.name())) next.add(section);
    }
    return next;
  }

  private void begin(String name) {
    log("Generating {1}...", name);
    Page page = writer.page();
    // The attempt was counted when it was written down, a moment ago.
    Section section = page.find(name).orElseThrow();
    SectionAuthor.Job job = jobs.of(page, page.plan(record.plan()), section);
    var run = new SectionRun(ports, jobs.purse(page), job, section, news::add);
    inFlight.put(name, run);
    run.start();
  }

  private void hear(News next) throws InterruptedException {
    switch (next) {
      case News.Paid(var usage) -> {
        settlements.settled(usage.spend());
        happened.add(usage);
      }
      case News.Unsettled(var estimate, var generationId) ->
          settlements.settle(estimate, generationId);
      case News.Ended(var run, var outcome) -> ended(run, outcome).ifPresent(happened::add);
      case News.Called _ -> carryOut();
      case News.SlotGranted _ -> place.granted();
      case News.Draining _ -> {}
    }
  }

  private Optional<PageEvent> ended(SectionRun run, SectionAuthor.Outcome outcome) {
    if (stopping.remove(run)) return Optional.empty();
    String name = run.section().name();
    inFlight.remove(name);
    Section section = writer.after(happened).find(name).orElseThrow();
    return Optional.of(
        switch (outcome) {
          case SectionAuthor.Written w -> {
            log("Section {1} complete, sent to client", name);
            SectionContent content = content(run, w);
            int revision = section.latest() + 1;
            // Somebody changed it meanwhile: theirs stays.
            yield section.revision() == run.revision()
                ? new PageEvent.SectionCompleted(content, revision)
                : new PageEvent.SectionKept(content, revision);
          }
          case SectionAuthor.Refused r -> {
            log("Section {1} failed", name);
            yield new PageEvent.SectionFailed(name, r.message(), r.findings());
          }
        });
  }

  private SectionContent content(SectionRun run, SectionAuthor.Written w) {
    long millis = Duration.between(run.startedAt(), ports.clock().instant()).toMillis();
    return new SectionContent(
        run.section().name(),
        writer.page().order(run.section().name()),
        run.section().kind(),
        w.html(),
        w.code(),
        w.dependencies(),
        w.author(),
        w.model(),
        record.request().requestId(),
        millis);
  }

  /// Carries out the commands that wait, each in one commit of its own.
  private void carryOut() throws InterruptedException {
    writer.insist(happened);
    happened.clear();
    for (PageLog.Waiting waiting : writer.waiting()) carryOut(waiting);
  }

  private void carryOut(PageLog.Waiting waiting) throws InterruptedException {
    try {
      Command.Order order = orders.order(waiting);
      List<PageEvent> events = rules.events(writer.page(), order, inFlight.keySet());
      writer.insist(events, order);
      events.forEach(this::follow);
      orders.applied(order.id(), writer.page().seq());
    } catch (StorageException failed) {
      throw failed;
    } catch (RuntimeException refused) {
      // Whatever it is, it is the sender's to hear; the page goes on as it was.
      writer.refuse(waiting.id(), refusal(refused));
      orders.refused(waiting.id(), refused);
    }
  }

  private Command.Refused refusal(RuntimeException why) {
    return switch (why) {
      case Command.Refused refused -> refused;
      case UnknownChoice choice ->
          new Command.Refused(
              Command.Refused.Reason.INVALID, choice.field(), choice.getMessage() + "");
      default -> {
        LOG.log(System.Logger.Level.ERROR, () -> "page " + id + ": a command failed", why);
        yield new Command.Refused(
            Command.Refused.Reason.CONFLICT, "type", "it could not be carried out on this page.");
      }
    };
  }

  /// What an event means for what is in flight.
  private void follow(PageEvent event) {
    switch (event) {
      case PageEvent.Paused e -> e.stopped().forEach(this::stop);
      case PageEvent.Cancelled e -> e.stopped().forEach(this::stop);
      case PageEvent.SectionRemoved e -> stop(e.section());
      case PageEvent.SectionRequested e -> stop(e.section());
      default -> {}
    }
  }

  /// Stops an author, whose result is not wanted any more; what it has cost is still heard.
  private void stop(String section) {
    SectionRun run = inFlight.remove(section);
    if (run == null) return;
    stopping.add(run);
    run.interrupt();
  }

  private void interrupt() {
    inFlight.values().forEach(SectionRun::interrupt);
    settlements.interrupt();
  }

  /// Writes down what the sections that were cut short have cost. What is not heard in time stays
  /// open in the ledger, and the next process counts it.
  private void writeLastWords() {
    Instant until = Instant.now().plus(LAST_WORDS);
    try {
      for (SectionRun run : inFlight.values()) run.join(Duration.between(Instant.now(), until));
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    List<PageEvent> paid = new ArrayList<>();
    for (News last : news) {
      if (last instanceof News.Paid(var usage)) paid.add(usage);
    }
    try {
      writer.write(paid, null);
    } catch (StorageException gone) {
      LOG.log(
          System.Logger.Level.INFO,
          "page {0}: what was in flight is counted at the next start: {1}",
          id,
          gone.getMessage());
    }
  }

  private void logCompleted(PageEvent.Completed outcome) {
    LOG.log(
        System.Logger.Level.INFO,
        "page {0}: completed, {1} done, {2} failed",
        id,
        outcome.completed(),
        outcome.failed());
  }

  private void log(String message, String section) {
    LOG.log(System.Logger.Level.INFO, "page {0}: " + message, id, section);
  }
}
