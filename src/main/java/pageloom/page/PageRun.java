package pageloom.page;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import pageloom.plan.Plan;
import pageloom.plan.SectionPlan;

/// One page being made. Everything here belongs to the page's own thread, but for `news`, into
/// which the sections' threads put what happened.
final class PageRun {
  private static final System.Logger LOG = System.getLogger(PageRun.class.getName());

  /// How long the log may refuse before viewers are told.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);

  /// How long what was cut short may take to say what it cost.
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final PageEngine.Ports ports;
  private final Claim claim;
  private final PageRequest request;
  private final Plan plan;
  private final List<Ledger.Open> abandoned;
  private final Map<String, SectionRun> inFlight = new HashMap<>();
  private final Map<String, Thread> settling = new HashMap<>();
  private final BlockingQueue<SectionRun.News> news = new LinkedBlockingQueue<>();
  private Page page;

  /// The right to write to a page.
  record Claim(PageId id, String owner, long epoch) {}

  /// What there is to do.
  ///
  /// @param abandoned calls that an earlier process did not see the end of
  record Task(Claim claim, PageRequest request, Plan plan, List<Ledger.Open> abandoned) {
    Task {
      abandoned = List.copyOf(abandoned);
    }
  }

  PageRun(PageEngine.Ports ports, Task task, Page page) {
    this.ports = ports;
    this.claim = task.claim();
    this.request = task.request();
    this.plan = task.plan();
    this.abandoned = task.abandoned();
    this.page = page;
  }

  /// Makes the page to its end, or as far as it gets before the engine drains.
  void make(Semaphore slots, BooleanSupplier draining) {
    try (var _ = ports.feed().open(claim.id(), page.seq())) {
      slots.acquire();
      try {
        generate(draining);
      } finally {
        slots.release();
      }
    } catch (InterruptedException stopped) {
      interrupt();
      writeLastWords();
    } catch (StorageException.Fenced elsewhere) {
      interrupt();
      LOG.log(System.Logger.Level.INFO, "page {0}: another process took it over", claim.id());
    }
  }

  private void generate(BooleanSupplier draining) throws InterruptedException {
    List<PageEvent> happened = new ArrayList<>();
    abandoned.forEach(call -> settle(call).ifPresent(happened::add));
    while (true) {
      Page soon = page;
      for (PageEvent event : happened) soon = soon.apply(soon.seq(), Instant.EPOCH, event);
      List<SectionPlan> starting = draining.getAsBoolean() ? List.of() : startable(soon);
      for (SectionPlan section : starting) {
        String model = ports.author().model(job(section));
        happened.add(new PageEvent.SectionStarted(section.name(), attempts(section) + 1, model));
      }
      boolean idle = starting.isEmpty() && inFlight.isEmpty() && settling.isEmpty();
      boolean complete = idle && soon.sections().stream().allMatch(Section::settled);
      if (complete) happened.add(soon.outcome());
      // One commit for a section's end and whatever follows from it.
      append(happened);
      happened.clear();
      if (complete) logCompleted(soon.outcome());
      if (idle) return;
      starting.forEach(this::begin);
      SectionRun.News next = news.take();
      do {
        event(next).ifPresent(happened::add);
        next = news.poll();
      } while (next != null);
    }
  }

  private List<SectionPlan> startable(Page soon) {
    List<SectionPlan> next = new ArrayList<>();
    for (Section section : soon.sections()) {
      if (inFlight.size() + next.size() >= request.parallelism()) break;
      if (!section.settled() && !inFlight.containsKey(section.name())) {
        next.add(plan.sections().get(section.order()));
      }
    }
    return next;
  }

  private int attempts(SectionPlan section) {
    return page.sections().stream()
        .filter(s -> s.name().equals(section.name()))
        .findFirst()
        .orElseThrow()
        .attempts();
  }

  private void begin(SectionPlan section) {
    log("Generating {1}...", section.name());
    // The attempt was counted when it was written down, a moment ago.
    var run = new SectionRun(ports, purse(), job(section), attempts(section), news::add);
    inFlight.put(section.name(), run);
    run.start();
  }

  private SectionAuthor.Job job(SectionPlan section) {
    return new SectionAuthor.Job(
        claim.id(),
        request.prompt(),
        plan,
        section,
        request.outputFormat(),
        request.modelOf(section.name()));
  }

  private Ledger.Purse purse() {
    BigDecimal own = request.budgetUsd();
    Ledger.Budgets budgets = own == null ? ports.budgets() : ports.budgets().forPage(own);
    return new Ledger.Purse(claim.id(), claim.owner(), budgets);
  }

  private Optional<PageEvent> event(SectionRun.News news) {
    return switch (news) {
      case SectionRun.Paid paid -> {
        settling.remove(paid.usage().spend().reservation());
        yield Optional.of(paid.usage());
      }
      case SectionRun.Unsettled call -> {
        settle(call.estimate(), call.generationId());
        yield Optional.empty();
      }
      case SectionRun.Ended ended -> Optional.of(ended(ended));
    };
  }

  /// Counts the worst case of a call whose end nobody saw, unless the endpoint can be asked.
  private Optional<PageEvent> settle(Ledger.Open call) {
    var spend =
        new Spend(call.reservation(), call.model(), 0, 0, call.amountUsd(), true, "abandoned");
    var usage = new PageEvent.Usage(call.section(), call.attempt(), spend);
    if (call.generationId() == null) return Optional.of(usage);
    settle(usage, call.generationId());
    return Optional.empty();
  }

  /// Asks the endpoint on a thread of its own; the page goes on, but does not end before.
  private void settle(PageEvent.Usage estimate, String generationId) {
    Spend spend = estimate.spend();
    Thread asking =
        Thread.ofVirtual()
            .name("settle-" + claim.id())
            .unstarted(() -> {
              try {
                Spend settled = ports.author().settled(generationId, spend);
                news.add(
                    new SectionRun.Paid(
                        new PageEvent.Usage(estimate.section(), estimate.attempt(), settled)));
              } catch (InterruptedException stopped) {
                // The ledger still has it open: the next process asks again.
              }
            });
    settling.put(spend.reservation(), asking);
    asking.start();
  }

  private void interrupt() {
    inFlight.values().forEach(SectionRun::interrupt);
    settling.values().forEach(Thread::interrupt);
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
    for (SectionRun.News last : news) {
      if (last instanceof SectionRun.Paid(var usage)) paid.add(usage);
    }
    if (paid.isEmpty()) return;
    try {
      ports.feed().announce(claim.id(), ports.log().append(claim.id(), claim.epoch(), paid));
    } catch (StorageException gone) {
      LOG.log(
          System.Logger.Level.INFO,
          "page {0}: what was in flight is counted at the next start: {1}",
          claim.id(),
          gone.getMessage());
    }
  }

  private PageEvent ended(SectionRun.Ended result) {
    SectionPlan section = result.section();
    inFlight.remove(section.name());
    return switch (result.outcome()) {
      case SectionAuthor.Written w -> {
        log("Section {1} complete, sent to client", section.name());
        long millis = Duration.between(result.startedAt(), ports.clock().instant()).toMillis();
        yield new PageEvent.SectionCompleted(
            new SectionContent(
                section.name(),
                plan.sections().indexOf(section),
                section.kind(),
                w.html(),
                w.code(),
                w.dependencies(),
                w.author(),
                w.model(),
                request.requestId(),
                millis));
      }
      case SectionAuthor.Refused r -> {
        log("Section {1} failed", section.name());
        yield new PageEvent.SectionFailed(section.name(), r.message(), r.findings());
      }
    };
  }

  private void logCompleted(PageEvent.Completed outcome) {
    LOG.log(
        System.Logger.Level.INFO,
        "page {0}: completed, {1} done, {2} failed",
        claim.id(),
        outcome.completed(),
        outcome.failed());
  }

  /// Writes events down and tells the viewers. While the log refuses, the work is kept and tried
  /// again: nothing that was made is thrown away for a disk that is full.
  private void append(List<PageEvent> events) throws InterruptedException {
    if (events.isEmpty()) return;
    Duration backoff = Duration.ofMillis(100);
    Instant refusedSince = null;
    while (true) {
      try {
        List<LoggedEvent> logged = ports.log().append(claim.id(), claim.epoch(), events);
        if (refusedSince != null) ports.feed().halt(claim.id(), null);
        for (int i = 0; i < logged.size(); i++) {
          page = page.apply(logged.get(i).seq(), logged.get(i).at(), events.get(i));
        }
        ports.feed().announce(claim.id(), logged);
        return;
      } catch (StorageException.Full | StorageException.Unavailable refused) {
        Instant now = ports.clock().instant();
        if (refusedSince == null) {
          refusedSince = now;
          LOG.log(
              System.Logger.Level.ERROR,
              "page {0}: can''t be written: {1}; trying on",
              claim.id(),
              refused.getMessage());
        } else if (Duration.between(refusedSince, now).compareTo(PATIENCE) > 0) {
          ports
              .feed()
              .halt(
                  claim.id(),
                  "The page can't be saved: "
                      + refused.getMessage()
                      + ". It goes on by itself once that is mended.");
        }
        Thread.sleep(backoff);
        backoff = backoff.multipliedBy(2);
        if (backoff.compareTo(LONGEST_BACKOFF) > 0) backoff = LONGEST_BACKOFF;
      }
    }
  }

  private void log(String message, String section) {
    LOG.log(System.Logger.Level.INFO, "page {0}: " + message, claim.id(), section);
  }
}
