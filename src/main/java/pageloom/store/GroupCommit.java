package pageloom.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pageloom.page.StorageException;

/// The one writer. SQLite lets one connection write at a time and each commit costs a disk flush,
/// so one thread owns that connection and commits in groups: what queued while the last flush ran
/// goes into the next transaction. A caller waits until its own work is durable.
final class GroupCommit implements AutoCloseable {
  private static final int LARGEST_GROUP = 256;

  private final LinkedBlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
  private final Connection connection;
  private final Lock turn;
  private final Sql sql;
  private final Thread thread;
  private volatile boolean closed;
  private volatile Consumer<Duration> commits = took -> {};

  private record Job<T>(Database.@Nullable Work<T> work, CompletableFuture<T> done) {}

  /// Takes over a connection.
  ///
  /// @param connection in auto-commit mode; closed with this
  /// @param turn held while a transaction runs, for there is another connection that writes
  GroupCommit(Connection connection, Lock turn) {
    this.connection = connection;
    this.turn = turn;
    this.sql = new Sql(connection);
    this.thread = Thread.ofPlatform().name("page-log-writer").start(this::loop);
  }

  /// Tells how long each commit of a group took.
  void watch(Consumer<Duration> listener) {
    commits = listener;
  }

  /// Runs the work in a transaction and returns once it is committed.
  <T> T write(Database.Work<T> work) {
    if (closed) throw new StorageException.Unavailable("the database is closed");
    var job = new Job<T>(work, new CompletableFuture<>());
    queue.add(job);
    try {
      return job.done().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException refusal) throw refusal;
      if (e.getCause() instanceof SQLException failed) throw SqlFailure.of(failed);
      throw e;
    }
  }

  private void loop() {
    List<Job<?>> group = new ArrayList<>();
    while (true) {
      try {
        group.add(queue.take());
      } catch (InterruptedException never) {
        continue; // nobody interrupts this thread; close() ends it with a job
      }
      queue.drainTo(group, LARGEST_GROUP - 1);
      boolean last = group.removeIf(job -> job.work() == null);
      commit(group);
      group.clear();
      if (last) return;
    }
  }

  private void commit(List<Job<?>> group) {
    if (group.isEmpty()) return;
    List<Runnable> successes = new ArrayList<>();
    turn.lock();
    try {
      long from = System.nanoTime();
      sql.update("BEGIN IMMEDIATE");
      try {
        for (Job<?> job : group) attempt(job, successes);
        sql.update("COMMIT");
        commits.accept(Duration.ofNanos(System.nanoTime() - from));
      } catch (SQLException e) {
        rollback(e);
        throw e;
      }
    } catch (SQLException e) {
      group.forEach(job -> job.done().completeExceptionally(e));
      return;
    } finally {
      turn.unlock();
    }
    successes.forEach(Runnable::run);
  }

  /// One job's failure must not undo its neighbours': each has a savepoint of its own.
  ///
  /// @throws SQLException if the whole transaction is lost, as on a full disk
  private <T> void attempt(Job<T> job, List<Runnable> successes) throws SQLException {
    Database.Work<T> work = job.work();
    if (work == null) return;
    sql.update("SAVEPOINT job");
    try {
      T result = work.run(sql);
      successes.add(() -> job.done().complete(result));
    } catch (SQLException e) {
      undo(e);
      job.done().completeExceptionally(e);
    } catch (RuntimeException e) {
      sql.update("ROLLBACK TO job");
      job.done().completeExceptionally(e);
    }
    sql.update("RELEASE job");
  }

  private void undo(SQLException cause) throws SQLException {
    try {
      sql.update("ROLLBACK TO job");
    } catch (SQLException transactionIsGone) {
      cause.addSuppressed(transactionIsGone);
      throw cause;
    }
  }

  private void rollback(SQLException cause) {
    try {
      sql.update("ROLLBACK");
    } catch (SQLException alreadyRolledBack) {
      // SQLite does it by itself after the worst errors (sqlite.org/lang_transaction.html).
      cause.addSuppressed(alreadyRolledBack);
    }
  }

  /// Commits what is queued, then closes the connection.
  @Override
  public void close() {
    closed = true;
    queue.add(new Job<Void>(null, new CompletableFuture<>()));
    try {
      thread.join();
      sql.close();
      connection.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
    queue.forEach(job ->
        job.done()
            .completeExceptionally(new StorageException.Unavailable("the database is closed")));
  }
}
