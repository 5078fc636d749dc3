package pageloom.page;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import pageloom.plan.SectionPlan;

/// One attempt at a section: runs the author on a thread of its own and is the desk it works at.
/// Whatever must be written down goes to the page's thread as news.
final class SectionRun implements SectionAuthor.Desk {
  private static final System.Logger LOG = System.getLogger(SectionRun.class.getName());

  private final PageEngine.Ports ports;
  private final Ledger.Purse purse;
  private final SectionAuthor.Job job;
  private final int attempt;
  private final Consumer<News> news;
  private final Instant startedAt;
  private final Thread thread;

  /// What the page's thread must know.
  sealed interface News {}

  /// Money was spent.
  record Paid(PageEvent.Usage usage) implements News {}

  /// Money was spent, and the endpoint is to be asked how much.
  record Unsettled(PageEvent.Usage estimate, String generationId) implements News {}

  /// The author has come to an end.
  record Ended(SectionPlan section, Instant startedAt, SectionAuthor.Outcome outcome)
      implements News {}

  SectionRun(
      PageEngine.Ports ports,
      Ledger.Purse purse,
      SectionAuthor.Job job,
      int attempt,
      Consumer<News> news) {
    this.ports = ports;
    this.purse = purse;
    this.job = job;
    this.attempt = attempt;
    this.news = news;
    this.startedAt = ports.clock().instant();
    this.thread =
        Thread.ofVirtual().name("section-" + name() + "-" + job.page()).unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void interrupt() {
    thread.interrupt();
  }

  /// Waits for its end, at most so long.
  void join(Duration most) throws InterruptedException {
    thread.join(most);
  }

  private String name() {
    return job.section().name();
  }

  private void run() {
    SectionAuthor.Outcome outcome = outcome();
    ports.feed().whisper(job.page(), name(), null);
    news.accept(new Ended(job.section(), startedAt, outcome));
  }

  private SectionAuthor.Outcome outcome() {
    try {
      return ports.author().write(job, this);
    } catch (InterruptedException unwanted) {
      return new SectionAuthor.Refused("stopped");
    } catch (StorageException gone) {
      return new SectionAuthor.Refused("The budget can't be checked: " + gone.getMessage() + ".");
    } catch (RuntimeException bug) {
      // Whatever goes wrong in one section, the page decides over it: it fails, the rest goes on.
      LOG.log(
          System.Logger.Level.ERROR,
          () -> "page " + job.page() + ": author failed on " + name(),
          bug);
      return new SectionAuthor.Refused("Something went wrong here while making this section.");
    }
  }

  @Override
  public String reserve(String model, BigDecimal worstCaseUsd) {
    return ports.ledger().reserve(new Ledger.Claim(purse, name(), attempt, model, worstCaseUsd));
  }

  @Override
  public void identified(String reservation, String generationId) {
    ports.ledger().identify(reservation, generationId);
  }

  @Override
  public void release(String reservation) {
    ports.ledger().release(reservation);
  }

  @Override
  public void used(Spend spend) {
    news.accept(new Paid(new PageEvent.Usage(name(), attempt, spend)));
  }

  @Override
  public void used(Spend estimate, String generationId) {
    news.accept(new Unsettled(new PageEvent.Usage(name(), attempt, estimate), generationId));
  }

  @Override
  public boolean watched() {
    return ports.feed().heard(job.page());
  }

  @Override
  public void draft(SectionAuthor.Draft draft) {
    ports.feed().whisper(job.page(), name(), PageJson.draft(name(), attempt, draft));
  }

  @Override
  public void waiting(String reason, Instant until) {
    ports.feed().whisper(job.page(), name(), PageJson.waiting(name(), reason, until));
  }
}
