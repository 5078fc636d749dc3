package pageloom.store;

import java.sql.SQLException;
import java.util.Optional;
import pageloom.page.NewPage;
import pageloom.page.PageId;
import pageloom.page.StorageException;

/// Remembers which page a named request became.
final class Idempotency {
  private record Known(String bodyHash, PageId page) {}

  private Idempotency() {}

  /// The page that the key already stands for; where there is none, the key now stands for this
  /// one.
  static Optional<PageId> claim(Sql sql, NewPage page, NewPage.Idempotency request)
      throws SQLException {
    Optional<Known> known =
        sql.first(
            "SELECT body_hash, page_id FROM idempotency WHERE owner = ? AND idem_key = ?",
            row -> new Known(row.getString(1), new PageId(row.getString(2))),
            page.owner(),
            request.key());
    if (known.isPresent()) {
      if (!known.get().bodyHash().equals(request.bodyHash())) {
        throw new StorageException.KeyReused();
      }
      return Optional.of(known.get().page());
    }
    sql.update(
        "INSERT INTO idempotency (owner, idem_key, body_hash, page_id, at) VALUES (?, ?, ?, ?, ?)",
        page.owner(),
        request.key(),
        request.bodyHash(),
        page.id().value(),
        page.createdAt());
    return Optional.empty();
  }
}
