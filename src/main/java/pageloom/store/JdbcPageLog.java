package pageloom.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pageloom.page.LoggedEvent;
import pageloom.page.NewPage;
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
        .write(connection -> {
          if (page.idempotency().isPresent()) {
            var known = Idempotency.claim(connection, page, page.idempotency().get());
            if (known.isPresent()) return new Creation(known.get(), List.of());
          }
          insert(connection, page, plan);
          return new Creation(page.id(), append(connection, page.id(), 1, first));
        });
  }

  private static void insert(Connection connection, NewPage page, String plan) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            INSERT INTO page (id, owner, title, page_type, prompt, output_format, parallelism,
              model, section_models, budget_usd, request_id, plan, state, last_seq, epoch,
              created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1, ?, ?)\
            """)) {
      var row = new Row(insert);
      row.add(page.id().value()).add(page.owner()).add(page.plan().title());
      row.add(page.plan().pageType()).add(page.request().prompt());
      row.add(page.request().outputFormat()).add(page.request().parallelism());
      BigDecimal budget = page.request().budgetUsd();
      row.add(page.request().model());
      row.add(PageJson.write(page.request().sectionModels()));
      row.add(budget == null ? null : budget.toPlainString());
      row.add(page.request().requestId()).add(plan);
      row.add(PageState.GENERATING.wire());
      row.add(page.createdAt()).add(page.createdAt());
      insert.executeUpdate();
    }
  }

  @Override
  public long claim(PageId id) {
    return database
        .writer()
        .write(connection -> {
          try (var claim =
              connection.prepareStatement(
                  "UPDATE page SET epoch = epoch + 1 WHERE id = ? RETURNING epoch")) {
            claim.setString(1, id.value());
            try (var row = claim.executeQuery()) {
              if (!row.next()) throw new StorageException.Fenced(id);
              return row.getLong(1);
            }
          }
        });
  }

  @Override
  public List<LoggedEvent> append(PageId id, long epoch, List<PageEvent> events) {
    return database.writer().write(connection -> append(connection, id, epoch, events));
  }

  /// The fenced append: the row of the page gives out the seqs and tells whether the epoch is still
  /// ours, in the transaction that writes the events.
  private List<LoggedEvent> append(
      Connection connection, PageId id, long epoch, List<PageEvent> events) throws SQLException {
    Instant now = Instant.ofEpochMilli(clock.millis());
    boolean completes = events.getLast() instanceof PageEvent.Completed;
    long last;
    try (var fence =
        connection.prepareStatement(
            """
            UPDATE page SET last_seq = last_seq + ?, updated_at = ?, state = ?
            WHERE id = ? AND epoch = ? RETURNING last_seq\
            """)) {
      var row = new Row(fence).add(events.size()).add(now);
      row.add((completes ? PageState.COMPLETED : PageState.GENERATING).wire());
      row.add(id.value()).add(epoch);
      try (var updated = fence.executeQuery()) {
        if (!updated.next()) throw new StorageException.Fenced(id);
        last = updated.getLong(1);
      }
    }
    List<LoggedEvent> logged = new ArrayList<>(events.size());
    try (var insert =
        connection.prepareStatement(
            "INSERT INTO page_event (page_id, seq, type, json, at) VALUES (?, ?, ?, ?, ?)")) {
      long seq = last - events.size();
      for (PageEvent event : events) {
        var one = new LoggedEvent(++seq, now, PageJson.type(event), PageJson.write(event));
        logged.add(one);
        new Row(insert).add(id.value()).add(seq).add(one.type()).add(one.json()).add(now);
        insert.executeUpdate();
        if (event instanceof PageEvent.Usage usage) JdbcLedger.settle(connection, usage.spend());
      }
    }
    return logged;
  }

  @Override
  public Optional<PageRecord> find(PageId id) {
    return read(
            "SELECT * FROM page WHERE id = ?",
            row -> row.add(id.value()),
            result -> record(id, result))
        .stream()
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
        row -> row.add(id.value()).add(afterSeq).add(limit),
        result ->
            new LoggedEvent(
                result.getLong(1),
                Instant.ofEpochMilli(result.getLong(2)),
                result.getString(3),
                result.getString(4)));
  }

  @Override
  public List<PageId> unfinished() {
    return read(
        "SELECT id FROM page WHERE state = ? ORDER BY created_at",
        row -> row.add(PageState.GENERATING.wire()),
        result -> new PageId(result.getString(1)));
  }

  @Override
  public List<PageSummary> list(String owner, Optional<PageId> before, String query, int limit) {
    // Row values compare left to right: "older, or as old with a smaller id".
    String pattern =
        "%" + query.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    return read(
        """
        SELECT id, title, page_type, state, created_at FROM page
        WHERE owner = ?
          AND (? IS NULL OR (created_at, id) < (SELECT created_at, id FROM page WHERE id = ?))
          AND (title LIKE ? ESCAPE '\\' OR prompt LIKE ? ESCAPE '\\')
        ORDER BY created_at DESC, id DESC LIMIT ?\
        """,
        row -> {
          var below = before.map(PageId::value).orElse(null);
          row.add(owner).add(below).add(below).add(pattern).add(pattern).add(limit);
        },
        result ->
            new PageSummary(
                new PageId(result.getString(1)),
                result.getString(2),
                result.getString(3),
                PageState.of(result.getString(4)),
                Instant.ofEpochMilli(result.getLong(5))));
  }

  @FunctionalInterface
  private interface Bind {
    void to(Row row) throws SQLException;
  }

  @FunctionalInterface
  private interface Read<T> {
    T from(ResultSet row) throws SQLException;
  }

  private <T> List<T> read(String sql, Bind bind, Read<T> read) {
    try (Connection connection = database.reader();
        PreparedStatement select = connection.prepareStatement(sql)) {
      bind.to(new Row(select));
      List<T> found = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) found.add(read.from(rows));
      }
      return found;
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }
}
