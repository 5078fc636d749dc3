package pageloom.store;

import java.sql.SQLException;
import org.sqlite.SQLiteException;
import pageloom.page.StorageException;

/// What a database's error means to us.
final class SqlFailure {
  private SqlFailure() {}

  static StorageException of(SQLException e) {
    if (!(e instanceof SQLiteException sqlite)) {
      return new StorageException.Unavailable("the database failed", e);
    }
    // Extended result codes keep the primary code in their low byte (sqlite.org/rescode.html).
    return switch (sqlite.getResultCode().code & 0xff) {
      case 13 -> new StorageException.Full(e);
      case 5, 6 -> unavailable("the database is locked by another process", e);
      case 8 -> unavailable("the database is read-only", e);
      case 10 -> unavailable("the disk of the database fails", e);
      case 11, 26 -> unavailable("the database file is damaged or is no database", e);
      case 14 -> unavailable("the database file can't be opened", e);
      default -> unavailable("the database failed (" + sqlite.getResultCode().name() + ")", e);
    };
  }

  private static StorageException unavailable(String message, SQLException e) {
    return new StorageException.Unavailable(message, e);
  }
}
