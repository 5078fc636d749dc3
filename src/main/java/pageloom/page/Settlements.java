package pageloom.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Calls of one page whose true cost only the endpoint knows: it is asked on threads of their own,
/// and each answer becomes news. Belongs to the page's thread.
final class Settlements {
  private final SectionAuthor author;
  private final PageId page;
  private final Consumer<News> news;
  private final Map<String, Thread> asking = new HashMap<>();

  Settlements(SectionAuthor author, PageId page, Consumer<News> news) {
    this.author = author;
    this.page = page;
    this.news = news;
  }

  /// Counts the worst case of a call whose end nobody saw, unless the endpoint can be asked.
  Optional<PageEvent> settle(Ledger.Open call) {
    var spend =
        new Spend(call.reservation(), call.model(), 0, 0, call.amountUsd(), true, "abandoned");
    var usage = new PageEvent.Usage(call.section(), call.attempt(), spend);
    if (call.generationId() == null) return Optional.of(usage);
    settle(usage, call.generationId());
    return Optional.empty();
  }

  /// Asks the endpoint; if it does not tell, the estimate counts.
  void settle(PageEvent.Usage estimate, String generationId) {
    Thread thread =
        Thread.ofVirtual()
            .name("settle-" + page)
            .unstarted(() -> {
              try {
                Spend settled = author.settled(generationId, estimate.spend());
                news.accept(
                    new News.Paid(
                        new PageEvent.Usage(estimate.section(), estimate.attempt(), settled)));
              } catch (InterruptedException stopped) {
                // The ledger still has it open: the next process asks again.
              }
            });
    asking.put(estimate.spend().reservation(), thread);
    thread.start();
  }

  void settled(Spend spend) {
    asking.remove(spend.reservation());
  }

  boolean done() {
    return asking.isEmpty();
  }

  void interrupt() {
    asking.values().forEach(Thread::interrupt);
  }
}
