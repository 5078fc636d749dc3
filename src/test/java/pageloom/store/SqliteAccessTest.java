package pageloom.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// On SQLite.
final class SqliteAccessTest extends AccessContract {
  @TempDir Path folder;

  @Override
  Database database() {
    return SqliteDatabase.open(folder);
  }
}
