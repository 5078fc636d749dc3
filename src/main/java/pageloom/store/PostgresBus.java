package pageloom.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import pageloom.page.PageBus;
import pageloom.page.PageId;
import pageloom.page.StorageException;

/// Hints by PostgreSQL's `LISTEN` and `NOTIFY`. What is said within a few milliseconds goes out as
/// one message, on a connection of its own: a `NOTIFY` inside of each append's transaction would
/// let only one of them commit at a time. Another connection listens. Either may break; whoever
/// hears nothing looks once a second anyway.
final class PostgresBus implements PageBus, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(PostgresBus.class.getName());
  private static final Duration COALESCED = Duration.ofMillis(25);
  private static final Duration BEFORE_RETRY = Duration.ofSeconds(1);
  private static final int LISTEN_MILLIS = 500;
  private static final Duration BETWEEN_CLOCKS = Duration.ofSeconds(30);

  /// Where connections come from, which these threads keep.
  @FunctionalInterface
  interface Connections {
    Connection open() throws SQLException;
  }

  private final Connections connections;
  private final Runnable compareClocks;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final Hints hints = new Hints();
  private @Nullable Thread speaking;
  private @Nullable Thread hearing;
  private volatile boolean closed;

  PostgresBus(Connections connections, Runnable compareClocks) {
    this.connections = connections;
    this.compareClocks = compareClocks;
  }

  void start() {
    speaking = Thread.ofVirtual().name("page-hints-out").start(() -> keep(this::speak));
    hearing = Thread.ofVirtual().name("page-hints-in").start(() -> keep(this::hear));
  }

  @Override
  public void subscribe(Listener listener) {
    listeners.add(listener);
  }

  @Override
  public void grown(PageId page, long seq) {
    hints.grown(page, seq);
  }

  @Override
  public void called(PageId page) {
    hints.called(page);
  }

  @Override
  public void listening(PageId page) {
    hints.listening(page);
  }

  @Override
  public void whisper(PageId page, String section, @Nullable String json) {
    hints.whisper(page, section, json);
  }

  private interface Duty {
    void on(Connection connection) throws SQLException, InterruptedException;
  }

  /// Does its duty on one connection after the other.
  private void keep(Duty duty) {
    boolean said = false;
    while (!closed) {
      try (Connection connection = connections.open()) {
        said = false;
        duty.on(connection);
      } catch (InterruptedException stopping) {
        return;
      } catch (SQLException | StorageException e) {
        if (closed) return;
        if (!said) LOG.log(System.Logger.Level.WARNING, "hints are late: {0}", e.getMessage());
        said = true;
      }
      try {
        Thread.sleep(BEFORE_RETRY);
      } catch (InterruptedException stopping) {
        return;
      }
    }
  }

  private void speak(Connection connection) throws SQLException, InterruptedException {
    try (Sql sql = new Sql(connection)) {
      while (!closed) {
        hints.await();
        Thread.sleep(COALESCED);
        for (String message : hints.take()) {
          sql.query("SELECT pg_notify('pageloom', ?)", row -> true, message);
        }
      }
    }
  }

  private void hear(Connection connection) throws SQLException {
    if (!connection.isWrapperFor(PGConnection.class)) {
      throw new SQLException("the container does not hand out PostgreSQL's own connections");
    }
    PGConnection own = connection.unwrap(PGConnection.class);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN pageloom");
    }
    try {
      long comparedAt = System.nanoTime();
      while (!closed) {
        PGNotification[] heard = own.getNotifications(LISTEN_MILLIS);
        if (heard == null) heard = new PGNotification[0];
        for (PGNotification one : heard) {
          for (Listener listener : listeners) hints.tell(one.getParameter(), listener);
        }
        if (System.nanoTime() - comparedAt > BETWEEN_CLOCKS.toNanos()) {
          compareClocks.run();
          comparedAt = System.nanoTime();
        }
        if (!connection.isValid(3)) throw new SQLException("the connection is gone");
      }
    } finally {
      if (!connection.isClosed()) unlisten(connection);
    }
  }

  /// A pool may lend the connection to somebody else.
  private static void unlisten(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("UNLISTEN pageloom");
    }
  }

  @Override
  public void close() {
    closed = true;
    // Not the one that hears: an interrupt would break its connection; it looks up by itself.
    if (speaking != null) speaking.interrupt();
    try {
      if (speaking != null) speaking.join();
      if (hearing != null) hearing.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
