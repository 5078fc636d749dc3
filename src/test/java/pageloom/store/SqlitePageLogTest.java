package pageloom.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/// The page log on a real SQLite file.
final class SqlitePageLogTest extends PageLogContract {
  @TempDir Path folder;

  @Override
  Database database() {
    return SqliteDatabase.open(folder);
  }
}
