package pageloom.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// A copy of the embedded database in a file, made while a server runs or not, and brought back
/// while none does. A copy is checked as a whole before it counts, and is under its name either
/// whole or not at all.
public final class SqliteBackup {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  /// A database is these files; the last two are there while it is in use, or after a crash.
  private static final List<String> SUFFIXES = List.of("", "-wal", "-shm");

  private SqliteBackup() {}

  /// It can't be done. The message is one line for a person.
  public static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;

    Failed(String message, Throwable cause) {
      super(message, cause);
    }

    Failed(String message) {
      super(message);
    }
  }

  /// Copies the database of a data folder as it is at one moment. Writers go on meanwhile.
  ///
  /// @param target a file that is not there yet
  /// @return how many pages the copy has
  public static long save(Path folder, Path target) {
    Path file = folder.resolve(SqliteDatabase.FILE);
    if (!Files.exists(file)) {
      throw new Failed(
          "There is no database in " + folder + ". Name its folder with PAGELOOM_DATA.");
    }
    if (Files.exists(target)) {
      throw new Failed(target + " is there already. Name another file, or remove it.");
    }
    Path draft = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(draft);
      try (Connection connection = SqliteDatabase.source(file, null).getConnection();
          var statement = connection.prepareStatement("VACUUM INTO ?")) {
        statement.setString(1, draft.toString());
        statement.execute();
      } catch (SQLException e) {
        Files.deleteIfExists(draft);
        throw new Failed(file + " can't be copied: " + why(e) + ".", e);
      }
      long pages = checked(draft);
      flush(draft);
      settle(draft, target);
      return pages;
    } catch (IOException e) {
      throw new Failed(target + " can't be written: " + said(e) + ".", e);
    }
  }

  /// Puts a copy into a data folder, as its database. What was there is kept beside it.
  ///
  /// @return how many pages the copy has
  public static long restore(Path folder, Path source) {
    if (!Files.isRegularFile(source)) throw new Failed("There is no file " + source + ".");
    Path open = Path.of(source + "-wal");
    if (Files.exists(open)) {
      throw new Failed(
          source
              + " is in use, or was left by a crash: "
              + open
              + " belongs to it. Back it up first.");
    }
    long pages = checked(source);
    // Nobody else may use the folder until this is done.
    try (FileChannel _ = SqliteDatabase.lock(folder)) {
      Path file = folder.resolve(SqliteDatabase.FILE);
      Path draft = folder.resolve(SqliteDatabase.DRAFT);
      Files.copy(source, draft, StandardCopyOption.REPLACE_EXISTING);
      flush(draft);
      String before = file + ".before-restore-" + TIME.format(Instant.now());
      // The file itself first: should this be the end of the process, the next start finds none but
      // the draft, and says so.
      for (String suffix : SUFFIXES) {
        Path one = Path.of(file + suffix);
        if (Files.exists(one)) Files.move(one, Path.of(before + suffix));
      }
      settle(draft, file);
      return pages;
    } catch (Database.CannotOpen inUse) {
      throw new Failed(inUse.getMessage() + "", inUse);
    } catch (IOException e) {
      throw new Failed("The data folder " + folder + " can't be written: " + said(e) + ".", e);
    }
  }

  /// @return how many pages a file has that is whole
  private static long checked(Path file) {
    var source = SqliteDatabase.source(file, null);
    // Nobody writes to it, and checking it leaves nothing beside it.
    source.setUrl("jdbc:sqlite:" + file.toUri() + "?immutable=1");
    try (Connection connection = source.getConnection();
        Sql sql = new Sql(connection)) {
      Optional<String> found = SqliteDatabase.damage(sql, "PRAGMA integrity_check(1)");
      if (found.isPresent()) throw new Failed(file + " is damaged: " + found.get() + ".");
      return sql.first("SELECT COUNT(*) FROM page", row -> row.getLong(1)).orElseThrow();
    } catch (SQLException e) {
      throw new Failed(file + " is no backup of Pageloom, or damaged: " + why(e) + ".", e);
    }
  }

  private static void flush(Path file) throws IOException {
    try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
      written.force(true);
    }
  }

  /// Gives a file that is on the disk its name.
  private static void settle(Path draft, Path target) throws IOException {
    Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) return;
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    } catch (IOException notHere) {
      // Some systems open no folders; there the move itself is all that can be had.
      System.getLogger(SqliteBackup.class.getName())
          .log(System.Logger.Level.DEBUG, "a folder can''t be flushed here", notHere);
    }
  }

  private static String why(SQLException e) {
    return SqlFailure.of(e).getMessage() + "";
  }

  private static String said(IOException e) {
    String reason = e instanceof java.nio.file.FileSystemException known ? known.getReason() : null;
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
