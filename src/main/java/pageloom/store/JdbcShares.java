package pageloom.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pageloom.page.PageId;
import pageloom.page.Shares;

/// Links to pages, in SQL.
public final class JdbcShares implements Shares {
  private static final Sql.Read<Share> SHARE =
      row ->
          new Share(
              row.getString(1),
              new PageId(row.getString(2)),
              row.getLong(3),
              Instant.ofEpochMilli(row.getLong(4)),
              Instant.ofEpochMilli(row.getLong(5)));

  private final Database database;

  public JdbcShares(Database database) {
    this.database = database;
  }

  @Override
  public boolean keep(Share share, String fingerprint, String html) {
    return database.write(sql -> {
      sql.update("DELETE FROM page_share WHERE expires_at <= ?", share.createdAt());
      // Held while the link is written: whoever deletes the page meanwhile deletes the link too.
      int held = sql.update("UPDATE page SET epoch = epoch WHERE id = ?", share.page().value());
      if (held == 0) return false;
      sql.update(
          """
          INSERT INTO page_share (id, token_hash, page_id, seq, html, created_at, expires_at)
          VALUES (?, ?, ?, ?, ?, ?, ?)\
          """,
          share.id(),
          fingerprint,
          share.page().value(),
          share.seq(),
          html,
          share.createdAt(),
          share.expiresAt());
      return true;
    });
  }

  @Override
  public List<Share> of(PageId page, Instant now) {
    return read(sql ->
        sql.query(
            """
            SELECT id, page_id, seq, created_at, expires_at FROM page_share
            WHERE page_id = ? AND expires_at > ? ORDER BY created_at DESC, id\
            """,
            SHARE,
            page.value(),
            now));
  }

  @Override
  public boolean revoke(PageId page, String id) {
    return database.write(sql ->
        sql.update("DELETE FROM page_share WHERE page_id = ? AND id = ?", page.value(), id))
        > 0;
  }

  @Override
  public Optional<String> open(String fingerprint, Instant now) {
    return read(sql ->
        sql.first(
            """
            SELECT html FROM page_share WHERE token_hash = ? AND expires_at > ?
              AND EXISTS (SELECT 1 FROM page WHERE page.id = page_id)\
            """,
            row -> row.getString(1),
            fingerprint,
            now));
  }

  private <T> T read(Database.Work<T> work) {
    try (Connection connection = database.reader();
        Sql sql = new Sql(connection)) {
      return work.run(sql);
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }
}
