package pageloom.page;

import java.util.List;
import java.util.Optional;

/// The port to wherever page logs are kept. Every call blocks until what it did is durable;
/// failures are [StorageException]s.
public interface PageLog {
  /// Writes a page and its first events in one transaction, owned by the caller under epoch 1.
  ///
  /// @return the page that now answers to this request: another one where the idempotency key was
  ///   used before
  /// @throws StorageException.KeyReused if the key was used with another body
  Creation create(NewPage page, List<PageEvent> first);

  /// What became of [#create]: the page, and what was appended (nothing where the page existed).
  record Creation(PageId id, List<LoggedEvent> appended) {
    public Creation {
      appended = List.copyOf(appended);
    }
  }

  /// Takes over a page: whoever held an older epoch can write to it no more.
  ///
  /// @return the epoch to append with
  long claim(PageId id);

  /// Appends all events or none.
  ///
  /// @throws StorageException.Fenced if another owner has claimed the page since
  List<LoggedEvent> append(PageId id, long epoch, List<PageEvent> events);

  /// The page, if there is one.
  Optional<PageRecord> find(PageId id);

  /// Events after a position, oldest first.
  ///
  /// @param limit at most so many
  List<LoggedEvent> read(PageId id, long afterSeq, int limit);

  /// The state of a page that exists: the fold of its whole log.
  default Page page(PageId id) {
    return Page.of(read(id, 0, Integer.MAX_VALUE));
  }

  /// Pages that are not finished, oldest first.
  List<PageId> unfinished();

  /// Pages of an owner, newest first.
  ///
  /// @param before continue below this page, or empty to start with the newest
  /// @param query words of the title or prompt, or empty for all
  List<PageSummary> list(String owner, Optional<PageId> before, String query, int limit);
}
