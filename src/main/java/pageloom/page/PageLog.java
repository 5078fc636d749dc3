package pageloom.page;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  List<LoggedEvent> append(PageId id, long epoch, Entries entries);

  /// What is written in one transaction.
  ///
  /// @param events what happened, may be empty for an order that changed nothing
  /// @param then the page after that
  /// @param order the command that caused it, or null
  record Entries(List<PageEvent> events, Page then, Command.@Nullable Order order) {
    public Entries {
      events = List.copyOf(events);
    }
  }

  /// What became of a command, if it was applied.
  Optional<Applied> order(String commandId);

  /// A command that was applied.
  ///
  /// @param json its body as it came
  /// @param seq the page's last event after it
  record Applied(PageId page, String json, long seq) {}

  /// Deletes a page with its log and its commands. What it cost stays in the ledger.
  ///
  /// @return whether there was one
  boolean delete(PageId id);

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

  /// Pages with work left to do, oldest first.
  List<PageId> unfinished();

  /// Pages of an owner, newest first.
  ///
  /// @param before continue below this page, or empty to start with the newest
  /// @param query words of the title or prompt, or empty for all
  List<PageSummary> list(String owner, Optional<PageId> before, String query, int limit);
}
