package pageloom.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/// The embedded database: one file in a folder that one process may use, one connection that
/// writes, a few that read.
public final class SqliteDatabase implements AutoCloseable {
  private static final int READERS = 4;
  private static final List<String> MIGRATIONS =
      List.of("V1__pages.sql", "V2__money.sql", "V3__calls.sql", "V4__commands.sql");

  private final FileChannel folderLock;
  private final GroupCommit writer;
  private final HikariDataSource readers;

  /// The database can't be opened. The message is one line for whoever starts the server.
  public static final class CannotOpen extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotOpen(String message, Throwable cause) {
      super(message, cause);
    }

    CannotOpen(String message) {
      super(message);
    }
  }

  private SqliteDatabase(FileChannel folderLock, GroupCommit writer, HikariDataSource readers) {
    this.folderLock = folderLock;
    this.writer = writer;
    this.readers = readers;
  }

  /// Opens the database in a folder, making both where they are missing.
  ///
  /// @throws CannotOpen with what is wrong and what to do
  public static SqliteDatabase open(Path folder) {
    FileChannel lock = lock(folder);
    Path file = folder.resolve("pageloom.db");
    try {
      Connection connection = connect(file, false);
      migrate(connection, file);
      return new SqliteDatabase(lock, new GroupCommit(connection), readers(file));
    } catch (SQLException e) {
      close(lock);
      throw new CannotOpen(file + ": " + SqlFailure.of(e).getMessage() + ".", e);
    } catch (UnsatisfiedLinkError | IOException e) {
      close(lock);
      throw new CannotOpen(
          "SQLite's native library can't be loaded from the temporary folder (is it mounted"
              + " noexec?). Name another with -Dorg.sqlite.tmpdir=FOLDER.",
          e);
    } catch (RuntimeException e) {
      close(lock);
      throw e;
    }
  }

  private static FileChannel lock(Path folder) {
    try {
      Files.createDirectories(folder);
      var channel =
          FileChannel.open(
              folder.resolve("pageloom.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        throw inUse(folder);
      }
      return channel;
    } catch (OverlappingFileLockException e) {
      throw inUse(folder);
    } catch (IOException e) {
      throw new CannotOpen(
          "The data folder " + folder + " can't be written. Name another with PAGELOOM_DATA.", e);
    }
  }

  private static CannotOpen inUse(Path folder) {
    return new CannotOpen(
        "Another Pageloom uses the data folder "
            + folder
            + ". Stop it, or name another folder with PAGELOOM_DATA.");
  }

  private static SQLiteDataSource source(Path file, boolean readOnly) {
    var config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.setBusyTimeout(5_000);
    if (!readOnly) {
      config.setJournalMode(JournalMode.WAL);
      config.setSynchronous(SynchronousMode.FULL);
      config.setTransactionMode(TransactionMode.IMMEDIATE);
    }
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static Connection connect(Path file, boolean readOnly) throws SQLException, IOException {
    try {
      return source(file, readOnly).getConnection();
    } catch (SQLException e) {
      // sqlite-jdbc wraps a native library that did not load.
      if (e.getCause() instanceof Exception inner && !(inner instanceof SQLException)) {
        throw new IOException(inner);
      }
      throw e;
    }
  }

  private static HikariDataSource readers(Path file) {
    var pool = new HikariConfig();
    pool.setPoolName("page-log-readers");
    pool.setDataSource(source(file, true));
    pool.setMaximumPoolSize(READERS);
    pool.setReadOnly(true);
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }

  private static void migrate(Connection connection, Path file) throws SQLException, IOException {
    try (Statement statement = connection.createStatement()) {
      int version;
      try (var row = statement.executeQuery("PRAGMA user_version")) {
        version = row.getInt(1);
      }
      if (version > MIGRATIONS.size()) {
        throw new CannotOpen(
            file
                + " was written by a newer Pageloom. Start that one, or name another folder with"
                + " PAGELOOM_DATA.");
      }
      for (; version < MIGRATIONS.size(); version++) {
        connection.setAutoCommit(false);
        statement.executeUpdate(script(MIGRATIONS.get(version)));
        statement.executeUpdate("PRAGMA user_version = " + (version + 1));
        connection.commit();
        connection.setAutoCommit(true);
      }
    }
  }

  private static String script(String name) throws IOException {
    try (InputStream in = SqliteDatabase.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  GroupCommit writer() {
    return writer;
  }

  Connection reader() throws SQLException {
    return readers.getConnection();
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
    close(folderLock);
    forgetDriver();
  }

  /// The driver registered itself with the JVM when its class was loaded. In a container that would
  /// keep the application's class loader alive after it is undeployed.
  private static void forgetDriver() {
    ClassLoader ours = SqliteDatabase.class.getClassLoader();
    DriverManager.drivers()
        .filter(driver -> ours.equals(driver.getClass().getClassLoader()))
        .toList()
        .forEach(SqliteDatabase::deregister);
  }

  private static void deregister(Driver driver) {
    try {
      DriverManager.deregisterDriver(driver);
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  private static void close(FileChannel lock) {
    try {
      lock.close();
    } catch (IOException alreadyGone) {
      System.getLogger(SqliteDatabase.class.getName())
          .log(System.Logger.Level.DEBUG, "the folder's lock was gone", alreadyGone);
    }
  }
}
