package pageloom.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Statements on one connection, each compiled once and kept until this is closed: compiling costs
/// SQLite as much as running. The texts are constants of this package, so there are few. One thread
/// at a time.
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> compiled = new HashMap<>();

  /// @param connection stays open when this is closed
  Sql(Connection connection) {
    this.connection = connection;
  }

  /// Reads one row of a result.
  @FunctionalInterface
  interface Read<T> {
    T from(ResultSet row) throws SQLException;
  }

  /// Runs a statement that changes something.
  ///
  /// @param values of its parameters, in order: strings, whole numbers, booleans, instants, and
  ///   nulls where a string could be
  /// @return how many rows it changed
  int update(String text, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = bound(text, values);
    try {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw forgotten(text, e);
    }
  }

  /// All rows that a statement gives.
  <T> List<T> query(String text, Read<T> read, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = bound(text, values);
    try (ResultSet rows = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (rows.next()) found.add(read.from(rows));
      return found;
    } catch (SQLException e) {
      throw forgotten(text, e);
    }
  }

  /// The first row that a statement gives, if any.
  <T> Optional<T> first(String text, Read<T> read, @Nullable Object... values) throws SQLException {
    return query(text, read, values).stream().findFirst();
  }

  private PreparedStatement bound(String text, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = compiled.get(text);
    if (statement == null) {
      statement = connection.prepareStatement(text);
      compiled.put(text, statement);
    }
    for (int i = 0; i < values.length; i++) bind(statement, i + 1, values[i]);
    return statement;
  }

  private static void bind(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setString(at, null);
      case String text -> statement.setString(at, text);
      case Long number -> statement.setLong(at, number);
      case Integer number -> statement.setLong(at, number);
      case Boolean flag -> statement.setBoolean(at, flag);
      case Instant time -> statement.setLong(at, time.toEpochMilli());
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  /// A statement that failed may be in any state: the next use compiles it anew.
  private SQLException forgotten(String text, SQLException failed) {
    PreparedStatement statement = compiled.remove(text);
    if (statement == null) return failed;
    try {
      statement.close();
    } catch (SQLException alsoFailed) {
      failed.addSuppressed(alsoFailed);
    }
    return failed;
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement statement : compiled.values()) statement.close();
    compiled.clear();
  }
}
