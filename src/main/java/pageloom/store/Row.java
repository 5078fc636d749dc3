package pageloom.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Fills a statement's parameters from left to right.
final class Row {
  private final PreparedStatement statement;
  private int at;

  Row(PreparedStatement statement) {
    this.statement = statement;
  }

  Row add(@Nullable String value) throws SQLException {
    if (value == null) statement.setNull(++at, Types.VARCHAR);
    else statement.setString(++at, value);
    return this;
  }

  Row add(long value) throws SQLException {
    statement.setLong(++at, value);
    return this;
  }

  Row add(Instant value) throws SQLException {
    return add(value.toEpochMilli());
  }
}
