package pageloom.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import javax.sql.DataSource;
import pageloom.page.PageBus;

/// A database that has our tables. Two kinds speak the same SQL: the embedded one of a single
/// process, and one that several share. Thread-safe.
public sealed interface Database extends AutoCloseable permits SqliteDatabase, PostgresDatabase {
  /// The database can't be opened. The message is one line for whoever starts the server.
  final class CannotOpen extends RuntimeException {
    private static final long serialVersionUID = 1;

    CannotOpen(String message, Throwable cause) {
      super(message, cause);
    }

    CannotOpen(String message) {
      super(message);
    }
  }

  /// What to do inside a transaction. May be run more than once; only the last run counts.
  @FunctionalInterface
  interface Work<T> {
    T run(Sql sql) throws SQLException;
  }

  /// Runs the work in a transaction and returns once it is durable.
  ///
  /// @throws pageloom.page.StorageException where it can't be
  <T> T write(Work<T> work);

  /// Tells how long each transaction took from now on, from its begin to the end of its commit.
  void watch(Consumer<Duration> commits);

  /// Makes the transactions that call this run one after the other.
  void serialize(Sql sql) throws SQLException;

  /// A connection to read with, to be closed.
  Connection reader() throws SQLException;

  /// Where db-scheduler keeps its table.
  DataSource scheduling();

  /// Whether other processes may work on the same pages.
  boolean shared();

  /// The time that all processes which share this database agree on.
  InstantSource clock();

  /// How processes that share this database tell each other to look.
  PageBus bus();

  @Override
  void close();
}
