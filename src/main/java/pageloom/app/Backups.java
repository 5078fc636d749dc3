package pageloom.app;

import java.nio.file.Path;
import java.util.List;
import pageloom.store.SqliteBackup;

/// What the launcher does without a server: `backup FILE` and `restore FILE`. It finds this class
/// by its name, for it can't see the application's.
public final class Backups {
  private Backups() {}

  /// Copies the database into a file.
  ///
  /// @return what to tell the person
  public static String backup(Path file) {
    Path folder = folder();
    long pages = SqliteBackup.save(folder, file.toAbsolutePath());
    return "Copied " + pages(pages) + " of " + folder + " to " + file + ".";
  }

  /// Brings a copy back.
  ///
  /// @return what to tell the person
  public static String restore(Path file) {
    Path folder = folder();
    long pages = SqliteBackup.restore(folder, file.toAbsolutePath());
    return folder
        + " has the "
        + pages(pages)
        + " of "
        + file
        + " now. What was there before is beside it, as pageloom.db.before-restore-TIME.";
  }

  private static String pages(long pages) {
    return pages == 1 ? "1 page" : pages + " pages";
  }

  private static Path folder() {
    Config config = Config.load();
    if (config.database().isPresent()) {
      throw new Config.Invalid(
          List.of(
              "PAGELOOM_DB_URL names a PostgreSQL database: it is copied with pg_dump and brought"
                  + " back with pg_restore."));
    }
    return config.dataFolder();
  }
}
