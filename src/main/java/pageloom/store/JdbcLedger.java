package pageloom.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import pageloom.page.Ledger;
import pageloom.page.PageId;
import pageloom.page.Spend;

/// The ledger in SQL. A reservation looks at the sums and is written in one transaction, and those
/// run one after the other, so two calls can't both take the last cent.
public final class JdbcLedger implements Ledger {
  private final Database database;
  private final InstantSource clock;

  public JdbcLedger(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String reserve(Claim claim) {
    String id = UUID.randomUUID().toString();
    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    long amount = Money.toDatabase(claim.amountUsd());
    Purse purse = claim.purse();
    database.write(sql -> {
      database.serialize(sql);
      check(sql, claim, day);
      sql.update(
          """
          INSERT INTO ledger (id, page_id, owner, day, section, attempt, model, reserved,
            spent, input_tokens, output_tokens, estimated)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)\
          """,
          id,
          purse.page().value(),
          purse.owner(),
          day,
          claim.section(),
          claim.attempt(),
          claim.model(),
          amount);
      return sql.update(
          """
          INSERT INTO ledger_day (day, owner, taken) VALUES (?, ?, ?)
          ON CONFLICT (day, owner) DO UPDATE SET taken = ledger_day.taken + excluded.taken\
          """,
          day,
          purse.owner(),
          amount);
    });
    return id;
  }

  private static void check(Sql sql, Claim claim, String day) throws SQLException {
    Purse purse = claim.purse();
    Budgets budgets = purse.budgets();
    require(claim, ofPage(sql, purse.page()), budgets.pageUsd(), "this page");
    require(claim, ofDay(sql, day, purse.owner()), budgets.personDayUsd(), "one person a day");
    BigDecimal instance =
        sum(sql, "SELECT COALESCE(SUM(taken), 0) FROM ledger_day WHERE day = ?", day);
    require(claim, instance, budgets.instanceDayUsd(), "this server a day");
  }

  private static void require(Claim claim, BigDecimal taken, BigDecimal limit, String whose) {
    if (taken.add(claim.amountUsd()).compareTo(limit) <= 0) return;
    throw new OverBudget(
        "The budget of $%s for %s does not cover this section: $%s is spent or set aside, and it may cost up to $%s. Raise the budget or choose a cheaper model; what is finished stays."
            .formatted(limit.toPlainString(), whose, cents(taken), cents(claim.amountUsd())));
  }

  private static String cents(BigDecimal usd) {
    return usd.setScale(4, RoundingMode.UP).toPlainString();
  }

  private static BigDecimal ofPage(Sql sql, PageId page) throws SQLException {
    return sum(
        sql,
        "SELECT COALESCE(SUM(reserved + spent), 0) FROM ledger WHERE page_id = ?",
        page.value());
  }

  private static BigDecimal ofDay(Sql sql, String day, String owner) throws SQLException {
    return sum(
        sql,
        "SELECT COALESCE(SUM(taken), 0) FROM ledger_day WHERE day = ? AND owner = ?",
        day,
        owner);
  }

  private static BigDecimal sum(Sql sql, String text, Object... values) throws SQLException {
    return sql.first(text, row -> Money.fromDatabase(row.getLong(1)), values).orElseThrow();
  }

  @Override
  public void identify(String reservation, String generationId) {
    database.write(sql ->
        sql.update("UPDATE ledger SET generation_id = ? WHERE id = ?", generationId, reservation));
  }

  @Override
  public List<Open> open(PageId page) {
    return database.write(sql ->
        sql.query(
            """
            SELECT id, section, attempt, model, reserved, generation_id FROM ledger
            WHERE page_id = ? AND outcome IS NULL\
            """,
            row ->
                new Open(
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getString(4),
                    Money.fromDatabase(row.getLong(5)),
                    row.getString(6)),
            page.value()));
  }

  @Override
  public void release(String reservation) {
    database.write(sql -> {
      changeDay(sql, reservation, 0);
      return sql.update("DELETE FROM ledger WHERE id = ?", reservation);
    });
  }

  /// Replaces what was set aside by what was used, in the transaction of the event that says so.
  static void settle(Sql sql, Spend spend) throws SQLException {
    long spent = Money.toDatabase(spend.knownCost());
    changeDay(sql, spend.reservation(), spent);
    sql.update(
        """
        UPDATE ledger SET reserved = 0, spent = ?, model = ?, input_tokens = ?,
          output_tokens = ?, estimated = ?, outcome = ? WHERE id = ?\
        """,
        spent,
        spend.model(),
        spend.inputTokens(),
        spend.outputTokens(),
        spend.estimated() ? 1 : 0,
        spend.outcome(),
        spend.reservation());
  }

  /// Puts what was spent in the place of what was set aside, in the day's total.
  private static void changeDay(Sql sql, String reservation, long spent) throws SQLException {
    sql.update(
        """
        UPDATE ledger_day SET taken = taken + ? - e.reserved
        FROM (SELECT day, owner, reserved FROM ledger WHERE id = ?) AS e
        WHERE ledger_day.day = e.day AND ledger_day.owner = e.owner\
        """,
        spent,
        reservation);
  }

  /// What a person has spent and set aside on a day (UTC), in USD.
  public BigDecimal taken(LocalDate day, String owner) {
    return database.write(sql -> ofDay(sql, day.toString(), owner));
  }

  /// What a page has cost and what is set aside for it, in USD.
  public BigDecimal taken(PageId page) {
    return database.write(sql -> ofPage(sql, page));
  }
}
