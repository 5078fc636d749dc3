package pageloom.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A log that refuses to append while the test says so, as one on a full disk does.
final class RefusingLog implements PageLog {
  private final PageLog log;
  private volatile @Nullable StorageException refusal;

  RefusingLog(PageLog log) {
    this.log = log;
  }

  void refuse(@Nullable StorageException with) {
    refusal = with;
  }

  @Override
  public List<LoggedEvent> append(PageId id, long epoch, Entries entries) {
    StorageException now = refusal;
    if (now != null) throw now;
    return log.append(id, epoch, entries);
  }

  @Override
  public Optional<Applied> order(String commandId) {
    return log.order(commandId);
  }

  @Override
  public boolean delete(PageId id) {
    return log.delete(id);
  }

  @Override
  public Creation create(NewPage page, List<PageEvent> first) {
    return log.create(page, first);
  }

  @Override
  public long claim(PageId id) {
    return log.claim(id);
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
  public List<PageId> unfinished() {
    return log.unfinished();
  }

  @Override
  public List<PageSummary> list(String owner, Optional<PageId> before, String query, int limit) {
    return log.list(owner, before, query, limit);
  }
}
