package pageloom.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// The ledger on a real SQLite file.
final class SqliteLedgerTest extends LedgerContract {
  @TempDir Path folder;

  @Override
  Database database() {
    return SqliteDatabase.open(folder);
  }
}
