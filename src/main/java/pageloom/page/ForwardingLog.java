package pageloom.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A log that hands everything to another one. What stands before a log extends it with what it
/// does differently.
public abstract class ForwardingLog implements PageLog {
  private final PageLog log;

  protected ForwardingLog(PageLog log) {
    this.log = log;
  }

  @Override
  public Creation create(NewPage page, List<PageEvent> first) {
    return log.create(page, first);
  }

  @Override
  public List<LoggedEvent> append(PageId id, Grip grip, Entries entries) {
    return log.append(id, grip, entries);
  }

  @Override
  public long claim(PageId id, PageScheduler.Pick pick) {
    return log.claim(id, pick);
  }

  @Override
  public boolean retire(PageId id, long epoch) {
    return log.retire(id, epoch);
  }

  @Override
  public Optional<Applied> order(String commandId) {
    return log.order(commandId);
  }

  @Override
  public boolean submit(PageId id, Command.Order order) {
    return log.submit(id, order);
  }

  @Override
  public List<Waiting> waiting(PageId id) {
    return log.waiting(id);
  }

  @Override
  public Set<PageId> waiting() {
    return log.waiting();
  }

  @Override
  public void refuse(PageId id, long epoch, String commandId, Command.Refused why) {
    log.refuse(id, epoch, commandId, why);
  }

  @Override
  public Optional<Command.Refused> refusal(String commandId) {
    return log.refusal(commandId);
  }

  @Override
  public boolean delete(PageId id) {
    return log.delete(id);
  }

  @Override
  public Optional<PageRecord> find(PageId id) {
    return log.find(id);
  }

  @Override
  public List<LoggedEvent> read(PageId id, long afterSeq, int limit) {
    return log.read(id, afterSeq, limit);
  }

  @Override
  public int unfinished() {
    return log.unfinished();
  }

  @Override
  public Map<PageId, Grip> grips(Collection<PageId> pages) {
    return log.grips(pages);
  }

  @Override
  public List<PageSummary> list(String owner, Optional<PageId> before, String query, int limit) {
    return log.list(owner, before, query, limit);
  }
}
