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
  private final int revision;
  private final Consumer<News> news;
  private final Instant startedAt;
  private final Thread thread;

  /// @param section as it is when the attempt begins, which has been counted
  SectionRun(
      PageEngine.Ports ports,
      Ledger.Purse purse,
      SectionAuthor.Job job,
      Section section,
      Consumer<News> news) {
    this.ports = ports;
    this.purse = purse;
    this.job = job;
    this.attempt = section.attempt().number();
    this.revision = section.revision();
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

  SectionPlan section() {
    return job.section();
  }

  /// What was shown when the attempt began.
  int revision() {
    return revision;
  }

  Instant startedAt() {
    return startedAt;
  }

  private String name() {
    return job.section().name();
  }

  private void run() {
    SectionAuthor.Outcome outcome = outcome();
    ports.feed().whisper(job.page(), name(), null);
    news.accept(new News.Ended(this, outcome));
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
    news.accept(new News.Paid(new PageEvent.Usage(name(), attempt, spend)));
  }

  @Override
  public void used(Spend estimate, String generationId) {
    news.accept(new News.Unsettled(new PageEvent.Usage(name(), attempt, estimate), generationId));
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
