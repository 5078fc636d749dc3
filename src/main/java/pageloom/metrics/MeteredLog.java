package pageloom.metrics;

import java.util.List;
import java.util.Optional;
import pageloom.page.ForwardingLog;
import pageloom.page.LoggedEvent;
import pageloom.page.NewPage;
import pageloom.page.PageEvent;
import pageloom.page.PageId;
import pageloom.page.PageLog;
import pageloom.page.PageRecord;
import pageloom.page.PageScheduler;
import pageloom.page.PageState;
import pageloom.page.Spend;
import pageloom.page.StorageException;

/// A log that is counted: all that happens to pages goes through it, once it is durable.
final class MeteredLog extends ForwardingLog {
  /// Epochs of a page that nobody has worked on: it is made under the first, and first worked on
  /// under the second.
  private static final long FIRST_WORKED_ON = 2;

  private final Metrics metrics;

  MeteredLog(PageLog log, Metrics metrics) {
    super(log);
    this.metrics = metrics;
  }

  @Override
  public Creation create(NewPage page, List<PageEvent> first) {
    Creation creation = super.create(page, first);
    if (!creation.appended().isEmpty()) metrics.pagesStarted.inc();
    return creation;
  }

  @Override
  public List<LoggedEvent> append(PageId id, Grip grip, Entries entries) {
    long from = System.nanoTime();
    List<LoggedEvent> logged;
    try {
      logged = super.append(id, grip, entries);
    } catch (StorageException refused) {
      switch (refused) {
        case StorageException.Fenced lost -> metrics.fences.inc();
        case StorageException.Full full -> metrics.refused.labelValues("full").inc();
        case StorageException.Unavailable gone -> metrics.refused.labelValues("unavailable").inc();
        case StorageException.KeyReused never -> {}
      }
      throw refused;
    }
    metrics.appendSeconds.observe((System.nanoTime() - from) / 1e9);
    entries.events().forEach(this::count);
    return logged;
  }

  private void count(PageEvent event) {
    switch (event) {
      case PageEvent.SectionStarted started -> metrics.attempts.inc();
      case PageEvent.SectionCompleted done -> {
        ended("completed");
        metrics.sectionSeconds.observe(done.content().durationMillis() / 1e3);
      }
      case PageEvent.SectionKept late -> ended("kept");
      case PageEvent.SectionFailed failed -> ended("failed");
      case PageEvent.Usage usage -> count(usage.spend());
      case PageEvent.Completed end -> metrics.pagesEnded.labelValues("completed").inc();
      case PageEvent.Cancelled end -> metrics.pagesEnded.labelValues("cancelled").inc();
      case PageEvent.Init _,
          PageEvent.SectionEdited _,
          PageEvent.SectionRequested _,
          PageEvent.SectionAdded _,
          PageEvent.SectionRemoved _,
          PageEvent.SectionMoved _,
          PageEvent.ThemeChanged _,
          PageEvent.Paused _,
          PageEvent.Resumed _,
          PageEvent.Renamed _,
          PageEvent.BudgetChanged _ -> {}
    }
  }

  private void ended(String outcome) {
    metrics.sections.labelValues(outcome).inc();
  }

  private void count(Spend spend) {
    metrics.calls.labelValues(spend.model(), spend.outcome()).inc();
    metrics.tokens.labelValues(spend.model(), "in").inc(spend.inputTokens());
    metrics.tokens.labelValues(spend.model(), "out").inc(spend.outputTokens());
    metrics.spent.labelValues(spend.model()).inc(spend.knownCost().doubleValue());
  }

  @Override
  public long claim(PageId id, PageScheduler.Pick pick) {
    long epoch = super.claim(id, pick);
    if (epoch > FIRST_WORKED_ON && isBeingMade(id)) metrics.takeovers.inc();
    return epoch;
  }

  /// Else it was claimed for a command to a page at rest.
  private boolean isBeingMade(PageId id) {
    return find(id).map(PageRecord::state).equals(Optional.of(PageState.GENERATING));
  }
}
