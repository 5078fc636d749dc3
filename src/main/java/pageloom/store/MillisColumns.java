package pageloom.store;

import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.SqliteJdbcCustomization;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Has db-scheduler keep times as all our tables do, in milliseconds since 1970, so that the rows
/// which we make are the same in both databases and in every time zone.
final class MillisColumns {
  private MillisColumns() {}

  private static void set(PreparedStatement statement, int at, @Nullable Instant time)
      throws SQLException {
    if (time == null) statement.setNull(at, Types.BIGINT);
    else statement.setLong(at, time.toEpochMilli());
  }

  private static @Nullable Instant get(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  /// For SQLite.
  static final class Sqlite extends SqliteJdbcCustomization {
    @Override
    public void setInstant(PreparedStatement statement, int at, @Nullable Instant time)
        throws SQLException {
      set(statement, at, time);
    }

    @Override
    public @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
      return get(row, column);
    }
  }

  /// For PostgreSQL.
  static final class Postgres extends PostgreSqlJdbcCustomization {
    Postgres() {
      super(false, true);
    }

    @Override
    public void setInstant(PreparedStatement statement, int at, @Nullable Instant time)
        throws SQLException {
      set(statement, at, time);
    }

    @Override
    public @Nullable Instant getInstant(ResultSet row, String column) throws SQLException {
      return get(row, column);
    }
  }
}
