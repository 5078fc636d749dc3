package pageloom.store;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.sqlite.SQLiteException;
import pageloom.page.StorageException;

/// What a database's error means to us.
final class SqlFailure {
  private SqlFailure() {}

  static StorageException of(SQLException e) {
    if (!(e instanceof SQLiteException sqlite)) return ofState(e);
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

  /// Whether the file itself is broken.
  static boolean damage(SQLException e) {
    if (!(e instanceof SQLiteException sqlite)) return false;
    int code = sqlite.getResultCode().code & 0xff;
    return code == 11 || code == 26;
  }

  /// By the classes of PostgreSQL's error codes (its manual, appendix A), which are SQL's.
  private static StorageException ofState(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.equals("53100")) return new StorageException.Full(e);
    if (state.startsWith("08") || state.startsWith("57") || e instanceof SQLTransientException) {
      return unavailable("the database can't be reached", e);
    }
    if (state.startsWith("28")) return unavailable("the database refuses the user or password", e);
    if (state.equals("3D000")) return unavailable("the server has no such database", e);
    if (state.startsWith("53")) return unavailable("the database server has no room left", e);
    if (state.equals("25006")) return unavailable("the database is read-only", e);
    return unavailable("the database failed (" + state + ")", e);
  }

  private static StorageException unavailable(String message, SQLException e) {
    return new StorageException.Unavailable(message, e);
  }
}
