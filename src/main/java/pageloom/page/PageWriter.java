package pageloom.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import pageloom.audit.Audit;

/// The one who writes to a page's log, and the page as it is after that. Belongs to the page's
/// thread.
final class PageWriter {
  private final PageEngine.Ports ports;
  private final PageId id;
  private final long epoch;
  private final Patience patience;
  private Page page;

  PageWriter(PageEngine.Ports ports, PageId id, long epoch, Page page) {
    this.ports = ports;
    this.id = id;
    this.epoch = epoch;
    this.page = page;
    this.patience = new Patience(ports, id);
  }

  /// As it is written down.
  Page page() {
    return page;
  }

  /// As it will be once this is written down too.
  Page after(List<PageEvent> events) {
    Page soon = page;
    for (PageEvent event : events) {
      soon = soon.apply(soon.seq() + 1, ports.clock().instant(), event);
    }
    return soon;
  }

  /// Writes events down and tells the viewers.
  ///
  /// @param order the command that caused them, or null
  /// @throws StorageException if nothing was written
  void write(List<PageEvent> events, Command.@Nullable Order order) {
    if (events.isEmpty() && order == null) return;
    List<LoggedEvent> logged =
        ports
            .log()
            .append(
                id,
                new PageLog.Grip(epoch, page.seq()),
                new PageLog.Entries(events, after(events), order));
    for (int i = 0; i < logged.size(); i++) {
      page = page.apply(logged.get(i).seq(), logged.get(i).at(), events.get(i));
    }
    ports.feed().announce(id, logged);
    for (PageEvent event : events) if (event instanceof PageEvent.Usage usage) bill(usage);
  }

  private void bill(PageEvent.Usage usage) {
    Spend spend = usage.spend();
    Audit.say(
        "money",
        "page",
        id,
        "section",
        usage.section(),
        "model",
        spend.model(),
        "usd",
        spend.costUsd() == null ? "unknown" : spend.knownCost().toPlainString(),
        "outcome",
        spend.outcome());
  }

  /// The same for what must not be lost.
  void insist(List<PageEvent> events) throws InterruptedException {
    insist(events, null);
  }

  /// The same for what must not be lost, with the command that caused it.
  void insist(List<PageEvent> events, Command.@Nullable Order order) throws InterruptedException {
    patience.insist(() -> {
      write(events, order);
      return true;
    });
  }

  /// Says that nothing is left to do.
  ///
  /// @return false if there is
  boolean retire() throws InterruptedException {
    return patience.insist(() -> ports.log().retire(id, epoch));
  }

  List<PageLog.Waiting> waiting() throws InterruptedException {
    return patience.insist(() -> ports.log().waiting(id));
  }

  void refuse(String command, Command.Refused why) throws InterruptedException {
    patience.insist(() -> {
      ports.log().refuse(id, epoch, command, why);
      return true;
    });
  }
}
