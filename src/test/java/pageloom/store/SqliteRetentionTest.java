package pageloom.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// On SQLite.
final class SqliteRetentionTest extends RetentionContract {
  @TempDir Path folder;

  @Override
  Database database() {
    return SqliteDatabase.open(folder);
  }
}
