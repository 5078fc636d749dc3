package pageloom.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import pageloom.page.PageId;
import pageloom.page.Retention;

/// Finds and deletes pages by their age and size. A page that is paused waits for somebody, so it
/// stays.
public final class JdbcShelf implements Retention.Shelf {
  private static final Sql.Read<Retention.Aged> AGED =
      row -> new Retention.Aged(new PageId(row.getString(1)), Instant.ofEpochMilli(row.getLong(2)));

  private final Database database;

  public JdbcShelf(Database database) {
    this.database = database;
  }

  @Override
  public List<Retention.Aged> changedBefore(Instant then, int limit) {
    return read(
        """
        SELECT id, updated_at FROM page
        WHERE active = 0 AND state <> 'paused' AND updated_at < ?
        ORDER BY updated_at, id LIMIT ?\
        """,
        then,
        limit);
  }

  /// Both databases know how long a text is without reading it (OCTET_LENGTH).
  @Override
  public List<Retention.Aged> beyond(long bytes, int limit) {
    return read(
        """
        SELECT id, updated_at FROM (
          SELECT id, updated_at, active, state, SUM(bytes) OVER (ORDER BY updated_at DESC, id DESC) AS kept
          FROM page JOIN (
            SELECT page_id, SUM(OCTET_LENGTH(json)) AS bytes FROM page_event GROUP BY page_id
          ) AS sizes ON page_id = id
        ) AS newest_first
        WHERE active = 0 AND state <> 'paused' AND kept > ? ORDER BY updated_at, id LIMIT ?\
        """,
        bytes,
        limit);
  }

  private List<Retention.Aged> read(String text, Object... values) {
    try (Connection connection = database.reader();
        Sql sql = new Sql(connection)) {
      return sql.query(text, AGED, values);
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  @Override
  public boolean discard(Retention.Aged page) {
    return database.write(sql -> {
      // Held from here on: whoever calls for work on it waits, and then finds it gone.
      int held =
          sql.update(
              """
              UPDATE page SET epoch = epoch + 1 WHERE id = ? AND active = 0 AND updated_at = ?
                AND NOT EXISTS (SELECT 1 FROM scheduled_tasks WHERE task_instance = page.id)\
              """,
              page.id().value(),
              page.changedAt());
      return held > 0 && PageTable.delete(sql, page.id());
    });
  }
}
