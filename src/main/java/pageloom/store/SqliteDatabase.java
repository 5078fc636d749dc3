package pageloom.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;
import pageloom.page.PageBus;

/// The embedded database: one file in a folder that one process may use, one connection that
/// writes, a few that read.
public final class SqliteDatabase implements Database {
  private static final System.Logger LOG = System.getLogger(SqliteDatabase.class.getName());

  /// The database's name in its folder.
  static final String FILE = "pageloom.db";

  private static final int READERS = 4;

  /// A larger file is not read as a whole at each start: 257 MB took 0.4 s where the system had
  /// them in memory, and 7 s where it had not.
  private static final long LARGEST_CHECKED = 100_000_000;

  /// Under this name a copy lies that is being brought back.
  static final String DRAFT = FILE + ".part";

  private static final String WHAT_TO_DO =
      " Bring back a backup (java -jar pageloom.war restore FILE), or move the file away to begin"
          + " anew.";

  private final FileChannel folderLock;
  private final GroupCommit writer;
  private final HikariDataSource readers;
  private final TurnTaking scheduling;

  private SqliteDatabase(
      FileChannel folderLock, GroupCommit writer, HikariDataSource readers, TurnTaking scheduling) {
    this.folderLock = folderLock;
    this.writer = writer;
    this.readers = readers;
    this.scheduling = scheduling;
  }

  /// Opens the database in a folder, making both where they are missing.
  ///
  /// @throws CannotOpen with what is wrong and what to do
  public static SqliteDatabase open(Path folder) {
    FileChannel lock = lock(folder);
    Path file = folder.resolve(FILE);
    try {
      check(folder, file);
      migrate(file);
      // One after the other and in order: SQLite itself lets whoever asks next try again later,
      // which can be never.
      var turn = new ReentrantLock(true);
      var writer = new GroupCommit(connect(file, SynchronousMode.FULL), turn);
      // What the scheduler notes is of use to this process only: it need not survive a power cut.
      var scheduling = new TurnTaking(connect(file, SynchronousMode.NORMAL), turn);
      return new SqliteDatabase(lock, writer, readers(file), scheduling);
    } catch (SQLException e) {
      close(lock);
      String todo = SqlFailure.damage(e) ? WHAT_TO_DO : "";
      throw new CannotOpen(file + ": " + SqlFailure.of(e).getMessage() + "." + todo, e);
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

  /// Keeps other processes out of the folder for as long as it is open.
  static FileChannel lock(Path folder) {
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

  /// @param synchronous when a commit is on the disk; null for connections that only read
  static SQLiteDataSource source(Path file, @Nullable SynchronousMode synchronous) {
    var config = new SQLiteConfig();
    config.setBusyTimeout(5_000);
    if (synchronous == null) {
      config.setReadOnly(true);
    } else {
      config.setJournalMode(JournalMode.WAL);
      config.setSynchronous(synchronous);
      config.setTransactionMode(TransactionMode.IMMEDIATE);
    }
    NativeLibrary.load();
    var source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static Connection connect(Path file, @Nullable SynchronousMode synchronous)
      throws SQLException, IOException {
    try {
      return source(file, synchronous).getConnection();
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
    pool.setDataSource(source(file, null));
    pool.setMaximumPoolSize(READERS);
    pool.setReadOnly(true);
    pool.setInitializationFailTimeout(-1);
    return new HikariDataSource(pool);
  }

  private static void migrate(Path file) throws SQLException, IOException {
    try (Connection connection = connect(file, SynchronousMode.FULL);
        Sql sql = new Sql(connection)) {
      int known = sql.first("PRAGMA user_version", row -> row.getInt(1)).orElse(0);
      Migrations.run(source(file, SynchronousMode.FULL), known);
      // Versions before Flyway look at this, and must not begin anew.
      if (known == 0) sql.update("PRAGMA user_version = " + Migrations.LAST_BEFORE_FLYWAY);
    } catch (FlywayException e) {
      throw new CannotOpen(file + " can't be brought up to date: " + e.getMessage(), e);
    }
  }

  /// A damaged file must not be written to, not even by closing it: that only makes it worse.
  private static void check(Path folder, Path file) throws SQLException, IOException {
    if (!Files.exists(file)) {
      if (!Files.exists(folder.resolve(DRAFT))) return;
      throw new CannotOpen(
          "A restore into " + folder + " was not finished. Run it again, or remove " + DRAFT + ".");
    }
    if (Files.size(file) == 0) return;
    if (Files.size(file) > LARGEST_CHECKED) {
      LOG.log(System.Logger.Level.INFO, "{0} is too large to be checked at each start", file);
      return;
    }
    try (Connection connection = connect(file, null);
        Sql sql = new Sql(connection)) {
      Optional<String> found = damage(sql, "PRAGMA quick_check(1)");
      if (found.isEmpty()) return;
      throw new CannotOpen(file + " is damaged: " + found.get() + "." + WHAT_TO_DO);
    }
  }

  /// The first thing that a check of SQLite's finds.
  static Optional<String> damage(Sql sql, String check) throws SQLException {
    String said = sql.first(check, row -> row.getString(1)).orElse("");
    if (said.equals("ok")) return Optional.empty();
    // Above it may stand in which database.
    return said.lines().filter(line -> !line.startsWith("***")).findFirst();
  }

  @Override
  public <T> T write(Work<T> work) {
    return writer.write(work);
  }

  @Override
  public void watch(Consumer<Duration> commits) {
    writer.watch(commits);
  }

  /// There is one writer.
  @Override
  public void serialize(Sql sql) {}

  @Override
  public Connection reader() throws SQLException {
    return readers.getConnection();
  }

  @Override
  public DataSource scheduling() {
    return scheduling;
  }

  @Override
  public boolean shared() {
    return false;
  }

  @Override
  public InstantSource clock() {
    return InstantSource.system();
  }

  @Override
  public PageBus bus() {
    return PageBus.NONE;
  }

  @Override
  public void close() {
    readers.close();
    scheduling.close();
    // The last one takes the write-ahead log into the file and removes it, which those that only
    // read can't: a database at rest is one file.
    writer.close();
    close(folderLock);
    forgetDrivers();
  }

  /// Drivers register themselves with the JVM when their classes are loaded. In a container that
  /// would keep the application's class loader alive after it is undeployed.
  static void forgetDrivers() {
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
      LOG.log(System.Logger.Level.DEBUG, "the folder''s lock was gone", alreadyGone);
    }
  }
}
