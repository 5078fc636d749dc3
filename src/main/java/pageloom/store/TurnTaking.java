package pageloom.store;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// One connection, lent to one thread at a time, and only while it is this connection's turn to
/// write. Thread-safe.
final class TurnTaking implements DataSource, AutoCloseable {
  private final Connection connection;
  private final ReentrantLock turn;

  /// @param connection closed with this
  TurnTaking(Connection connection, ReentrantLock turn) {
    this.connection = connection;
    this.turn = turn;
  }

  /// Waits for the turn, which lasts until what this returns is closed, by the same thread.
  @Override
  public Connection getConnection() throws SQLException {
    turn.lock();
    try {
      return lent();
    } catch (RuntimeException e) {
      turn.unlock();
      throw e;
    }
  }

  private Connection lent() {
    var lent = new AtomicBoolean(true);
    return (Connection)
        Proxy.newProxyInstance(
            TurnTaking.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (method.getName().equals("close")) {
                if (lent.getAndSet(false)) turn.unlock();
                return null;
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("a file has no users");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("no log");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("no login");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("no log");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return connection.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return connection.isWrapperFor(type);
  }

  @Override
  public void close() {
    turn.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    } finally {
      turn.unlock();
    }
  }
}
