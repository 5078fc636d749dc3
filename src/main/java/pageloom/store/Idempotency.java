package pageloom.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import pageloom.page.NewPage;
import pageloom.page.PageId;
import pageloom.page.StorageException;

/// Remembers which page a named request became.
final class Idempotency {
  private Idempotency() {}

  /// The page that the key already stands for; where there is none, the key now stands for this
  /// one.
  static Optional<PageId> claim(Connection connection, NewPage page, NewPage.Idempotency request)
      throws SQLException {
    try (var select =
        connection.prepareStatement(
            "SELECT body_hash, page_id FROM idempotency WHERE owner = ? AND idem_key = ?")) {
      new Row(select).add(page.owner()).add(request.key());
      try (var row = select.executeQuery()) {
        if (row.next()) {
          if (!row.getString(1).equals(request.bodyHash())) throw new StorageException.KeyReused();
          return Optional.of(new PageId(row.getString(2)));
        }
      }
    }
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO idempotency (owner, idem_key, body_hash, page_id, at) VALUES (?, ?, ?, ?,"
                + " ?)")) {
      new Row(insert)
          .add(page.owner())
          .add(request.key())
          .add(request.bodyHash())
          .add(page.id().value())
          .add(page.createdAt());
      insert.executeUpdate();
    }
    return Optional.empty();
  }
}
