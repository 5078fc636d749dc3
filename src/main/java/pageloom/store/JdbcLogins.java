package pageloom.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import pageloom.access.Logins;

/// Who is signed in, in SQL.
public final class JdbcLogins implements Logins.Store {
  private final Database database;

  public JdbcLogins(Database database) {
    this.database = database;
  }

  @Override
  public void begin(String id, Logins.Login login, Instant idleSince, Instant begunBefore) {
    database.write(sql -> {
      sql.update("DELETE FROM login WHERE seen_at < ? OR begun_at < ?", idleSince, begunBefore);
      return sql.update(
          "INSERT INTO login (id, owner, begun_at, seen_at) VALUES (?, ?, ?, ?)",
          id,
          login.owner(),
          login.begunAt(),
          login.seenAt());
    });
  }

  @Override
  public Optional<Logins.Login> find(String id) {
    try (Connection connection = database.reader();
        Sql sql = new Sql(connection)) {
      return sql.first(
          "SELECT owner, begun_at, seen_at FROM login WHERE id = ?",
          row ->
              new Logins.Login(
                  row.getString(1),
                  Instant.ofEpochMilli(row.getLong(2)),
                  Instant.ofEpochMilli(row.getLong(3))),
          id);
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  @Override
  public void seen(String id, Instant at) {
    database.write(sql -> sql.update("UPDATE login SET seen_at = ? WHERE id = ?", at, id));
  }

  @Override
  public void end(String id) {
    database.write(sql -> sql.update("DELETE FROM login WHERE id = ?", id));
  }

  @Override
  public void endAll(String owner) {
    database.write(sql -> sql.update("DELETE FROM login WHERE owner = ?", owner));
  }
}
