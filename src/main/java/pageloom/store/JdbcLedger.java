package pageloom.store;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import pageloom.page.Ledger;
import pageloom.page.PageId;
import pageloom.page.Spend;

/// The ledger in SQL. A reservation looks at the sums and is written in one transaction of the one
/// writer, so two calls can't both take the last cent.
public final class JdbcLedger implements Ledger {
  private final SqliteDatabase database;
  private final InstantSource clock;

  public JdbcLedger(SqliteDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public String reserve(Claim claim) {
    String id = UUID.randomUUID().toString();
    String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
    long amount = Money.toDatabase(claim.amountUsd());
    Purse purse = claim.purse();
    database
        .writer()
        .write(connection -> {
          check(connection, claim, day);
          try (var insert =
              connection.prepareStatement(
                  """
                  INSERT INTO ledger (id, page_id, owner, day, section, attempt, model, reserved,
                    spent, input_tokens, output_tokens, estimated)
                  VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0)\
                  """)) {
            new Row(insert)
                .add(id)
                .add(purse.page().value())
                .add(purse.owner())
                .add(day)
                .add(claim.section())
                .add(claim.attempt())
                .add(claim.model())
                .add(amount);
            insert.executeUpdate();
          }
          try (var total =
              connection.prepareStatement(
                  """
                  INSERT INTO ledger_day (day, owner, taken) VALUES (?, ?, ?)
                  ON CONFLICT (day, owner) DO UPDATE SET taken = taken + excluded.taken\
                  """)) {
            new Row(total).add(day).add(purse.owner()).add(amount);
            return total.executeUpdate();
          }
        });
    return id;
  }

  private static void check(Connection connection, Claim claim, String day) throws SQLException {
    Purse purse = claim.purse();
    Budgets budgets = purse.budgets();
    BigDecimal page = ofPage(connection, purse.page());
    require(claim, page, budgets.pageUsd(), "this page");
    BigDecimal person =
        sum(connection, "taken", "ledger_day WHERE day = ? AND owner = ?", day, purse.owner());
    require(claim, person, budgets.personDayUsd(), "one person a day");
    BigDecimal instance = sum(connection, "taken", "ledger_day WHERE day = ?", day);
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

  private static BigDecimal ofPage(Connection connection, PageId page) throws SQLException {
    return sum(connection, "reserved + spent", "ledger WHERE page_id = ?", page.value());
  }

  private static BigDecimal sum(Connection connection, String amount, String rows, String... values)
      throws SQLException {
    try (var select =
        connection.prepareStatement("SELECT COALESCE(SUM(" + amount + "), 0) FROM " + rows)) {
      var row = new Row(select);
      for (String value : values) row.add(value);
      try (var result = select.executeQuery()) {
        result.next();
        return Money.fromDatabase(result.getLong(1));
      }
    }
  }

  @Override
  public void identify(String reservation, String generationId) {
    database
        .writer()
        .write(connection -> {
          try (var update =
              connection.prepareStatement("UPDATE ledger SET generation_id = ? WHERE id = ?")) {
            new Row(update).add(generationId).add(reservation);
            return update.executeUpdate();
          }
        });
  }

  @Override
  public List<Open> open(PageId page) {
    return database
        .writer()
        .write(connection -> {
          try (var select =
              connection.prepareStatement(
                  """
                  SELECT id, section, attempt, model, reserved, generation_id FROM ledger
                  WHERE page_id = ? AND outcome IS NULL\
                  """)) {
            select.setString(1, page.value());
            List<Open> open = new ArrayList<>();
            try (var row = select.executeQuery()) {
              while (row.next()) {
                open.add(
                    new Open(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        row.getString(4),
                        Money.fromDatabase(row.getLong(5)),
                        row.getString(6)));
              }
            }
            return open;
          }
        });
  }

  @Override
  public void release(String reservation) {
    database
        .writer()
        .write(connection -> {
          changeDay(connection, reservation, 0);
          try (var delete = connection.prepareStatement("DELETE FROM ledger WHERE id = ?")) {
            delete.setString(1, reservation);
            return delete.executeUpdate();
          }
        });
  }

  /// Replaces what was set aside by what was used, in the transaction of the event that says so.
  static void settle(Connection connection, Spend spend) throws SQLException {
    changeDay(connection, spend.reservation(), Money.toDatabase(spend.knownCost()));
    try (var update =
        connection.prepareStatement(
            """
            UPDATE ledger SET reserved = 0, spent = ?, model = ?, input_tokens = ?,
              output_tokens = ?, estimated = ?, outcome = ? WHERE id = ?\
            """)) {
      new Row(update)
          .add(Money.toDatabase(spend.knownCost()))
          .add(spend.model())
          .add(spend.inputTokens())
          .add(spend.outputTokens())
          .add(spend.estimated() ? 1 : 0)
          .add(spend.outcome())
          .add(spend.reservation());
      update.executeUpdate();
    }
  }

  /// Puts what was spent in the place of what was set aside, in the day's total.
  private static void changeDay(Connection connection, String reservation, long spent)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            """
            UPDATE ledger_day SET taken = taken + ? - e.reserved
            FROM (SELECT day, owner, reserved FROM ledger WHERE id = ?) AS e
            WHERE ledger_day.day = e.day AND ledger_day.owner = e.owner\
            """)) {
      new Row(update).add(spent).add(reservation);
      update.executeUpdate();
    }
  }

  /// What a person has spent and set aside on a day (UTC), in USD.
  public BigDecimal taken(LocalDate day, String owner) {
    return database
        .writer()
        .write(connection ->
            sum(
                connection,
                "taken",
                "ledger_day WHERE day = ? AND owner = ?",
                day.toString(),
                owner));
  }

  /// What a page has cost and what is set aside for it, in USD.
  public BigDecimal taken(PageId page) {
    return database.writer().write(connection -> ofPage(connection, page));
  }
}
