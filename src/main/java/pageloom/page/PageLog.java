package pageloom.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /// Takes over a page that the scheduler has picked: whoever held an older epoch can write to it
  /// no more.
  ///
  /// @return the epoch to append with
  /// @throws StorageException.Fenced if somebody else has picked it since, or it is gone
  long claim(PageId id, PageScheduler.Pick pick);

  /// Says that nothing is left to do for a page: nobody picks it until somebody calls again.
  ///
  /// @return false if a command has come in; the page is still ours
  /// @throws StorageException.Fenced if another owner has claimed the page since
  boolean retire(PageId id, long epoch);

  /// Appends all events or none. What this owner has appended at this place before is found and not
  /// appended twice, so whoever got no answer just tries again.
  ///
  /// @throws StorageException.Fenced if another owner has claimed the page since
  List<LoggedEvent> append(PageId id, Grip grip, Entries entries);

  /// The right to write to a page.
  ///
  /// @param epoch how often it was claimed
  /// @param seq its last event
  record Grip(long epoch, long seq) {}

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

  /// Has a command carried out by whoever works on the page, or will.
  ///
  /// @return false if there is no such page
  /// @throws Command.Refused if its id was used for another command
  boolean submit(PageId id, Command.Order order);

  /// A command that waits to be carried out.
  ///
  /// @param json its body as it came
  record Waiting(String id, String json) {}

  /// Commands that wait for a page's owner, in the order in which they came.
  List<Waiting> waiting(PageId id);

  /// Pages for which commands wait.
  Set<PageId> waiting();

  /// Takes a command out that can't be carried out.
  ///
  /// @throws StorageException.Fenced if another owner has claimed the page since
  void refuse(PageId id, long epoch, String commandId, Command.Refused why);

  /// Why a command was not carried out, for a minute after that.
  Optional<Command.Refused> refusal(String commandId);

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

  /// How many pages have work left to do.
  int unfinished();

  /// How far pages are, and how often they were claimed. Those that are gone are missing.
  Map<PageId, Grip> grips(Collection<PageId> pages);

  /// Pages of an owner, newest first.
  ///
  /// @param before continue below this page, or empty to start with the newest
  /// @param query words of the title or prompt, or empty for all
  List<PageSummary> list(String owner, Optional<PageId> before, String query, int limit);
}
