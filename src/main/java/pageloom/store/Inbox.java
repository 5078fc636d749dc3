package pageloom.store;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pageloom.page.Command;
import pageloom.page.PageId;
import pageloom.page.PageLog;

/// Commands on their way to whoever works on their page.
final class Inbox {
  /// How long a refusal stays for whoever asks.
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private Inbox() {}

  /// Puts a command in, unless it was carried out before. The caller holds the page's row.
  ///
  /// @throws Command.Refused where its id was used for another one
  static void submit(Sql sql, PageId page, Command.Order order, Instant now) throws SQLException {
    sql.update(
        "DELETE FROM page_inbox WHERE refused IS NOT NULL AND at < ?", now.minus(REMEMBERED));
    if (sql.first("SELECT 1 FROM page_command WHERE id = ?", row -> 1, order.id()).isPresent()) {
      return;
    }
    sql.update(
        """
        INSERT INTO page_inbox (id, page_id, json, at) VALUES (?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET refused = NULL, at = excluded.at
        WHERE page_inbox.page_id = excluded.page_id AND page_inbox.json = excluded.json
          AND page_inbox.refused IS NOT NULL\
        """,
        order.id(),
        page.value(),
        order.json(),
        now);
    boolean same =
        sql.first(
                "SELECT 1 FROM page_inbox WHERE id = ? AND page_id = ? AND json = ?",
                row -> 1,
                order.id(),
                page.value(),
                order.json())
            .isPresent();
    if (!same) throw Command.Refused.idInUse();
  }

  static List<PageLog.Waiting> waiting(Sql sql, PageId page) throws SQLException {
    return sql.query(
        """
        SELECT id, json FROM page_inbox WHERE page_id = ? AND refused IS NULL ORDER BY at, id\
        """,
        row -> new PageLog.Waiting(row.getString(1), row.getString(2)),
        page.value());
  }

  static void remove(Sql sql, String command) throws SQLException {
    sql.update("DELETE FROM page_inbox WHERE id = ?", command);
  }

  static void refuse(Sql sql, String command, Command.Refused why) throws SQLException {
    var json = new JsonObject();
    json.addProperty("reason", why.reason().name());
    json.addProperty("field", why.field());
    json.addProperty("message", why.getMessage());
    sql.update("UPDATE page_inbox SET refused = ? WHERE id = ?", json.toString(), command);
  }

  static Optional<Command.Refused> refusal(Sql sql, String command) throws SQLException {
    return sql.first(
        "SELECT refused FROM page_inbox WHERE id = ? AND refused IS NOT NULL",
        row -> {
          JsonObject json = JsonParser.parseString(row.getString(1)).getAsJsonObject();
          return new Command.Refused(
              Command.Refused.Reason.valueOf(json.get("reason").getAsString()),
              json.get("field").getAsString(),
              json.get("message").getAsString());
        },
        command);
  }
}
