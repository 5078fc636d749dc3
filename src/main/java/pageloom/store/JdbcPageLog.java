package pageloom.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pageloom.page.Command;
import pageloom.page.LoggedEvent;
import pageloom.page.NewPage;
import pageloom.page.Page;
import pageloom.page.PageEvent;
import pageloom.page.PageId;
import pageloom.page.PageJson;
import pageloom.page.PageLog;
import pageloom.page.PageRecord;
import pageloom.page.PageRequest;
import pageloom.page.PageState;
import pageloom.page.PageSummary;
import pageloom.page.StorageException;

/// The page log in SQL. Writes go through the group commit; reads take a connection each.
public final class JdbcPageLog implements PageLog {
  private final SqliteDatabase database;
  private final InstantSource clock;

  public JdbcPageLog(SqliteDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Creation create(NewPage page, List<PageEvent> first) {
    String plan = PageJson.write(page.plan());
    return database
        .writer()
        .write(sql -> {
          if (page.idempotency().isPresent()) {
            var known = Idempotency.claim(sql, page, page.idempotency().get());
            if (known.isPresent()) return new Creation(known.get(), List.of());
          }
          insert(sql, page, plan);
          return new Creation(page.id(), append(sql, page.id(), 1, first, null));
        });
  }

  private static void insert(Sql sql, NewPage page, String plan) throws SQLException {
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

  @Override
  public long claim(PageId id) {
    return database
        .writer()
        .write(sql ->
            sql.first(
                    "UPDATE page SET epoch = epoch + 1 WHERE id = ? RETURNING epoch",
                    row -> row.getLong(1),
                    id.value())
                .orElseThrow(() -> new StorageException.Fenced(id)));
  }

  @Override
  public List<LoggedEvent> append(PageId id, long epoch, Entries entries) {
    return database
        .writer()
        .write(sql -> {
          List<LoggedEvent> logged = append(sql, id, epoch, entries.events(), entries.then());
          Command.Order order = entries.order();
          if (order != null) {
            sql.update(
                """
                INSERT INTO page_command (id, page_id, json, applied_seq, at)
                SELECT ?, id, ?, last_seq, ? FROM page WHERE id = ?\
                """,
                order.id(),
                order.json(),
                Instant.ofEpochMilli(clock.millis()),
                id.value());
          }
          return logged;
        });
  }

  /// The fenced append: the row of the page gives out the seqs and tells whether the epoch is still
  /// ours, in the transaction that writes the events.
  ///
  /// @param then the page after that, or null for one that is about to be made
  private List<LoggedEvent> append(
      Sql sql, PageId id, long epoch, List<PageEvent> events, @Nullable Page then)
      throws SQLException {
    Instant now = Instant.ofEpochMilli(clock.millis());
    long last =
        sql.first(
                """
                UPDATE page SET last_seq = last_seq + ?, updated_at = ?, state = ?, active = ?,
                  title = COALESCE(?, title)
                WHERE id = ? AND epoch = ? RETURNING last_seq\
                """,
                row -> row.getLong(1),
                events.size(),
                now,
                (then == null ? PageState.GENERATING : then.state()).wire(),
                then == null || then.unfinished() ? 1 : 0,
                then == null ? null : then.title(),
                id.value(),
                epoch)
            .orElseThrow(() -> new StorageException.Fenced(id));
    List<LoggedEvent> logged = new ArrayList<>(events.size());
    long seq = last - events.size();
    for (PageEvent event : events) {
      var one = new LoggedEvent(++seq, now, PageJson.type(event), PageJson.write(event));
      logged.add(one);
      sql.update(
          "INSERT INTO page_event (page_id, seq, type, json, at) VALUES (?, ?, ?, ?, ?)",
          id.value(),
          seq,
          one.type(),
          one.json(),
          now);
      if (event instanceof PageEvent.Usage usage) JdbcLedger.settle(sql, usage.spend());
    }
    return logged;
  }

  @Override
  public Optional<PageRecord> find(PageId id) {
    return read("SELECT * FROM page WHERE id = ?", row -> record(id, row), id.value()).stream()
        .findFirst();
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

  private static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  @Override
  public List<LoggedEvent> read(PageId id, long afterSeq, int limit) {
    return read(
        "SELECT seq, at, type, json FROM page_event WHERE page_id = ? AND seq > ? ORDER BY seq"
            + " LIMIT ?",
        row ->
            new LoggedEvent(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4)),
        id.value(),
        afterSeq,
        limit);
  }

  @Override
  public List<PageId> unfinished() {
    return read(
        "SELECT id FROM page WHERE active = 1 ORDER BY created_at",
        row -> new PageId(row.getString(1)));
  }

  @Override
  public Optional<Applied> order(String commandId) {
    return read(
            "SELECT page_id, json, applied_seq FROM page_command WHERE id = ?",
            row -> new Applied(new PageId(row.getString(1)), row.getString(2), row.getLong(3)),
            commandId)
        .stream()
        .findFirst();
  }

  @Override
  public boolean delete(PageId id) {
    return database
        .writer()
        .write(sql -> {
          sql.update("DELETE FROM page_event WHERE page_id = ?", id.value());
          sql.update("DELETE FROM page_command WHERE page_id = ?", id.value());
          sql.update("DELETE FROM idempotency WHERE page_id = ?", id.value());
          return sql.update("DELETE FROM page WHERE id = ?", id.value()) > 0;
        });
  }

  @Override
  public List<PageSummary> list(String owner, Optional<PageId> before, String query, int limit) {
    // Row values compare left to right: "older, or as old with a smaller id".
    String pattern =
        "%" + query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    @Nullable String below = before.map(PageId::value).orElse(null);
    return read(
        """
        SELECT id, title, prompt, page_type, state, created_at FROM page
        WHERE owner = ?
          AND (? IS NULL OR (created_at, id) < (SELECT created_at, id FROM page WHERE id = ?))
          AND (title LIKE ? ESCAPE '\\' OR prompt LIKE ? ESCAPE '\\')
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

  private <T> List<T> read(String text, Sql.Read<T> read, @Nullable Object... values) {
    try (Connection connection = database.reader();
        Sql sql = new Sql(connection)) {
      return sql.query(text, read, values);
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }
}
