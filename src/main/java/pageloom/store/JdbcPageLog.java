package pageloom.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import pageloom.page.PageScheduler;
import pageloom.page.PageState;
import pageloom.page.PageSummary;
import pageloom.page.StorageException;

/// The page log in SQL. Whatever belongs together is written in one transaction that holds the
/// page's row: it gives out the seqs, and tells who owns the page.
public final class JdbcPageLog implements PageLog {
  private static final int MANY = 200;

  private static final String READ =
      "SELECT seq, at, type, json FROM page_event WHERE page_id = ? AND seq > ? ORDER BY seq"
          + " LIMIT ?";

  private static final Sql.Read<LoggedEvent> EVENT =
      row ->
          new LoggedEvent(
              row.getLong(1),
              Instant.ofEpochMilli(row.getLong(2)),
              row.getString(3),
              row.getString(4));

  private static final String GRIPS =
      "SELECT id, epoch, last_seq FROM page WHERE id IN (?" + ", ?".repeat(MANY - 1) + ")";

  private final Database database;
  private final InstantSource clock;

  public JdbcPageLog(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Creation create(NewPage page, List<PageEvent> first) {
    String plan = PageJson.write(page.plan());
    return database.write(sql -> {
      if (page.idempotency().isPresent()) {
        var known = Idempotency.claim(sql, page, page.idempotency().get());
        if (known.isPresent()) return new Creation(known.get(), List.of());
      }
      PageTable.insert(sql, page, plan);
      WorkTable.call(sql, page.id(), now());
      return new Creation(page.id(), append(sql, page.id(), new Grip(1, 0), first, null));
    });
  }

  @Override
  public long claim(PageId id, PageScheduler.Pick pick) {
    return database.write(sql -> {
      long epoch =
          sql.first(
                  "UPDATE page SET epoch = epoch + 1 WHERE id = ? RETURNING epoch",
                  row -> row.getLong(1),
                  id.value())
              .orElseThrow(() -> new StorageException.Fenced(id));
      // Whoever was picked first and comes late must not take the page from its successor.
      if (!WorkTable.holds(sql, id, pick)) throw new StorageException.Fenced(id);
      return epoch;
    });
  }

  @Override
  public boolean retire(PageId id, long epoch) {
    return database.write(sql -> {
      hold(sql, id, epoch);
      if (!Inbox.waiting(sql, id).isEmpty()) return false;
      WorkTable.remove(sql, id);
      return true;
    });
  }

  /// Nobody else changes the page until this transaction ends.
  private static void hold(Sql sql, PageId id, long epoch) throws SQLException {
    int held =
        sql.update("UPDATE page SET epoch = epoch WHERE id = ? AND epoch = ?", id.value(), epoch);
    if (held == 0) throw new StorageException.Fenced(id);
  }

  @Override
  public List<LoggedEvent> append(PageId id, Grip grip, Entries entries) {
    return database.write(sql -> {
      List<LoggedEvent> logged = append(sql, id, grip, entries.events(), entries.then());
      Command.Order order = entries.order();
      if (order != null) {
        Inbox.remove(sql, order.id());
        sql.update(
            """
            INSERT INTO page_command (id, page_id, json, applied_seq, at)
            SELECT CAST(? AS TEXT), id, CAST(? AS TEXT), last_seq, CAST(? AS BIGINT) FROM page
            WHERE id = ? ON CONFLICT DO NOTHING\
            """,
            order.id(),
            order.json(),
            now(),
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
      Sql sql, PageId id, Grip grip, List<PageEvent> events, @Nullable Page then)
      throws SQLException {
    Instant now = now();
    List<LoggedEvent> logged = new ArrayList<>(events.size());
    for (PageEvent event : events) {
      long seq = grip.seq() + logged.size() + 1;
      logged.add(new LoggedEvent(seq, now, PageJson.type(event), PageJson.write(event)));
    }
    int grown =
        sql.update(
            """
            UPDATE page SET last_seq = last_seq + ?, updated_at = ?, state = ?, active = ?,
              title = COALESCE(?, title)
            WHERE id = ? AND epoch = ? AND last_seq = ?\
            """,
            events.size(),
            now,
            (then == null ? PageState.GENERATING : then.state()).wire(),
            then == null || then.unfinished() ? 1 : 0,
            then == null ? null : then.title(),
            id.value(),
            grip.epoch(),
            grip.seq());
    if (grown == 0) return written(sql, id, grip, logged);
    for (int i = 0; i < logged.size(); i++) {
      LoggedEvent one = logged.get(i);
      sql.update(
          "INSERT INTO page_event (page_id, seq, type, json, at) VALUES (?, ?, ?, ?, ?)",
          id.value(),
          one.seq(),
          one.type(),
          one.json(),
          now);
      if (events.get(i) instanceof PageEvent.Usage usage) JdbcLedger.settle(sql, usage.spend());
    }
    return logged;
  }

  /// What was written before, by the same owner: a commit whose answer got lost on the way, and
  /// that is tried again.
  private static List<LoggedEvent> written(Sql sql, PageId id, Grip grip, List<LoggedEvent> wanted)
      throws SQLException {
    hold(sql, id, grip.epoch());
    List<LoggedEvent> there = sql.query(READ, EVENT, id.value(), grip.seq(), wanted.size() + 1);
    boolean same = there.size() == wanted.size();
    for (int i = 0; same && i < there.size(); i++) {
      same = there.get(i).json().equals(wanted.get(i).json());
    }
    if (!same) throw new StorageException.Fenced(id);
    return there;
  }

  private Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  @Override
  public Optional<PageRecord> find(PageId id) {
    return reading(sql -> PageTable.find(sql, id));
  }

  @Override
  public List<LoggedEvent> read(PageId id, long afterSeq, int limit) {
    return read(READ, EVENT, id.value(), afterSeq, limit);
  }

  @Override
  public int unfinished() {
    return read("SELECT COUNT(*) FROM page WHERE active = 1", row -> row.getInt(1)).getFirst();
  }

  @Override
  public Map<PageId, Grip> grips(Collection<PageId> pages) {
    Map<PageId, Grip> found = new HashMap<>();
    List<PageId> all = List.copyOf(pages);
    for (int from = 0; from < all.size(); from += MANY) {
      // Always as many parameters, so that the statement is compiled once: the first fills up.
      @Nullable Object[] ids = new Object[MANY];
      for (int i = 0; i < MANY; i++) {
        ids[i] = all.get(from + i < all.size() ? from + i : from).value();
      }
      read(
          GRIPS,
          row -> found.put(new PageId(row.getString(1)), new Grip(row.getLong(2), row.getLong(3))),
          ids);
    }
    return found;
  }

  @Override
  public boolean submit(PageId id, Command.Order order) {
    return database.write(sql -> {
      if (sql.update("UPDATE page SET epoch = epoch WHERE id = ?", id.value()) == 0) return false;
      Inbox.submit(sql, id, order, now());
      WorkTable.call(sql, id, now());
      return true;
    });
  }

  @Override
  public List<Waiting> waiting(PageId id) {
    return reading(sql -> Inbox.waiting(sql, id));
  }

  @Override
  public Set<PageId> waiting() {
    return Set.copyOf(
        read(
            "SELECT DISTINCT page_id FROM page_inbox WHERE refused IS NULL",
            row -> new PageId(row.getString(1))));
  }

  @Override
  public void refuse(PageId id, long epoch, String commandId, Command.Refused why) {
    database.write(sql -> {
      hold(sql, id, epoch);
      Inbox.refuse(sql, commandId, why);
      return true;
    });
  }

  @Override
  public Optional<Command.Refused> refusal(String commandId) {
    return reading(sql -> Inbox.refusal(sql, commandId));
  }

  @Override
  public Optional<Applied> order(String commandId) {
    return reading(sql ->
        sql.first(
            "SELECT page_id, json, applied_seq FROM page_command WHERE id = ?",
            row -> new Applied(new PageId(row.getString(1)), row.getString(2), row.getLong(3)),
            commandId));
  }

  @Override
  public boolean delete(PageId id) {
    return database.write(sql -> {
      // Whoever works on it loses it first.
      sql.update("UPDATE page SET epoch = epoch + 1 WHERE id = ?", id.value());
      return PageTable.delete(sql, id);
    });
  }

  @Override
  public List<PageSummary> list(String owner, Optional<PageId> before, String query, int limit) {
    return reading(sql -> PageTable.list(sql, owner, before, query, limit));
  }

  private <T> List<T> read(String text, Sql.Read<T> read, @Nullable Object... values) {
    return reading(sql -> sql.query(text, read, values));
  }

  private <T> T reading(Database.Work<T> work) {
    try (Connection connection = database.reader();
        Sql sql = new Sql(connection)) {
      return work.run(sql);
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }
}
