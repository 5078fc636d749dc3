package pageloom.store;

import java.sql.SQLException;
import java.time.Instant;
import pageloom.page.PageId;
import pageloom.page.PageScheduler;

/// The rows by which db-scheduler knows that somebody has to work on a page: one for each page that
/// has something left to do or a command waiting. It picks and revives them; they are made and
/// removed here, in the transaction of what calls for it, so that none is ever missing.
final class WorkTable {
  /// db-scheduler's name for this kind of work.
  static final String TASK = "page";

  private WorkTable() {}

  /// Has somebody work on a page, unless somebody does or will.
  static void call(Sql sql, PageId page, Instant now) throws SQLException {
    sql.update(
        """
        INSERT INTO scheduled_tasks
          (task_name, task_instance, execution_time, picked, consecutive_failures, version,
           priority)
        VALUES (?, ?, ?, FALSE, 0, 1, 0) ON CONFLICT DO NOTHING\
        """,
        TASK,
        page.value(),
        now);
  }

  /// Whether this pick of a page is the one that counts.
  static boolean holds(Sql sql, PageId page, PageScheduler.Pick pick) throws SQLException {
    return sql.first(
            """
            SELECT 1 FROM scheduled_tasks
            WHERE task_name = ? AND task_instance = ? AND picked AND picked_by = ? AND version = ?\
            """,
            row -> row.getInt(1),
            TASK,
            page.value(),
            pick.by(),
            pick.version())
        .isPresent();
  }

  /// Lets somebody else pick a page, unless somebody has.
  static void giveBack(Sql sql, PageId page, PageScheduler.Pick pick, Instant now)
      throws SQLException {
    sql.update(
        """
        UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,
          execution_time = ?, version = version + 1
        WHERE task_name = ? AND task_instance = ? AND picked AND picked_by = ? AND version = ?\
        """,
        now,
        TASK,
        page.value(),
        pick.by(),
        pick.version());
  }

  static void remove(Sql sql, PageId page) throws SQLException {
    sql.update(
        "DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = ?",
        TASK,
        page.value());
  }

  /// Makes the rows of pages that a version without this table has left unfinished.
  static void complete(Sql sql) throws SQLException {
    sql.update(
        """
        INSERT INTO scheduled_tasks
          (task_name, task_instance, execution_time, picked, consecutive_failures, version,
           priority)
        SELECT ?, id, created_at, FALSE, 0, 1, 0 FROM page WHERE active = 1
        ON CONFLICT DO NOTHING\
        """,
        TASK);
  }

  /// Takes back what others have picked. Only for a database of one process, which is this one: the
  /// others are dead.
  static void release(Sql sql) throws SQLException {
    sql.update(
        """
        UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,
          version = version + 1
        WHERE picked\
        """);
  }
}
