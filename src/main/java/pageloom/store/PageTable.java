package pageloom.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pageloom.page.NewPage;
import pageloom.page.PageId;
import pageloom.page.PageJson;
import pageloom.page.PageRecord;
import pageloom.page.PageRequest;
import pageloom.page.PageState;
import pageloom.page.PageSummary;

/// The rows of pages: what a page is apart from its events.
final class PageTable {
  private PageTable() {}

  /// Writes a page that has no events yet.
  ///
  /// @param plan as JSON
  static void insert(Sql sql, NewPage page, String plan) throws SQLException {
    PageRequest request = page.request();
    BigDecimal budget = request.budgetUsd();
    sql.update(
        """
        INSERT INTO page (id, owner, title, page_type, prompt, output_format, parallelism,
          model, section_models, budget_usd, request_id, plan, state, last_seq, epoch,
          created_at, updated_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1, ?, ?)\
        """,
        page.id().value(),
        page.owner(),
        page.plan().title(),
        page.plan().pageType(),
        request.prompt(),
        request.outputFormat(),
        request.parallelism(),
        request.model(),
        PageJson.write(request.sectionModels()),
        budget == null ? null : budget.toPlainString(),
        request.requestId(),
        plan,
        PageState.GENERATING.wire(),
        page.createdAt(),
        page.createdAt());
  }

  static Optional<PageRecord> find(Sql sql, PageId id) throws SQLException {
    return sql.first("SELECT * FROM page WHERE id = ?", row -> record(id, row), id.value());
  }

  private static PageRecord record(PageId id, ResultSet row) throws SQLException {
    return new PageRecord(
        id,
        row.getString("owner"),
        new PageRequest(
            row.getString("prompt"),
            row.getString("output_format"),
            row.getInt("parallelism"),
            row.getString("model"),
            PageJson.sectionModels(row.getString("section_models")),
            decimal(row.getString("budget_usd")),
            row.getString("request_id")),
        PageJson.plan(row.getString("plan")),
        PageState.of(row.getString("state")),
        row.getLong("last_seq"),
        Instant.ofEpochMilli(row.getLong("created_at")),
        Instant.ofEpochMilli(row.getLong("updated_at")));
  }

  /// Deletes a page and all that belongs to it, but for what it cost. The caller holds its row.
  ///
  /// @return whether there was one
  static boolean delete(Sql sql, PageId id) throws SQLException {
    sql.update("DELETE FROM page_event WHERE page_id = ?", id.value());
    sql.update("DELETE FROM page_command WHERE page_id = ?", id.value());
    sql.update("DELETE FROM page_inbox WHERE page_id = ?", id.value());
    sql.update("DELETE FROM page_share WHERE page_id = ?", id.value());
    WorkTable.remove(sql, id);
    sql.update("DELETE FROM idempotency WHERE page_id = ?", id.value());
    return sql.update("DELETE FROM page WHERE id = ?", id.value()) > 0;
  }

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  /// As [pageloom.page.PageLog#list].
  static List<PageSummary> list(
      Sql sql, String owner, Optional<PageId> before, String query, int limit) throws SQLException {
    // Row values compare left to right: "older, or as old with a smaller id".
    String pattern =
        "%" + query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    @Nullable String below = before.map(PageId::value).orElse(null);
    return sql.query(
        """
        SELECT id, title, prompt, page_type, state, created_at FROM page
        WHERE owner = ?
          AND (CAST(? AS TEXT) IS NULL OR (created_at, id) < (SELECT created_at, id FROM page WHERE id = ?))
          AND (LOWER(title) LIKE LOWER(?) ESCAPE '\\'
            OR LOWER(prompt) LIKE LOWER(?) ESCAPE '\\')
        ORDER BY created_at DESC, id DESC LIMIT ?\
        """,
        row ->
            new PageSummary(
                new PageId(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                PageState.of(row.getString(5)),
                Instant.ofEpochMilli(row.getLong(6))),
        owner,
        below,
        below,
        pattern,
        pattern,
        limit);
  }
}
