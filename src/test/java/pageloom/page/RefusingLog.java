package pageloom.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A log that refuses to append while the test says so, as one on a full disk does.
final class RefusingLog extends ForwardingLog {
  private volatile @Nullable StorageException refusal;

  RefusingLog(PageLog log) {
    super(log);
  }

  void refuse(@Nullable StorageException with) {
    refusal = with;
  }

  @Override
  public List<LoggedEvent> append(PageId id, Grip grip, Entries entries) {
    StorageException now = refusal;
    if (now != null) throw now;
    return super.append(id, grip, entries);
  }

  @Override
  public boolean submit(PageId id, Command.Order order) {
    StorageException now = refusal;
    if (now != null) throw now;
    return super.submit(id, order);
  }
}
