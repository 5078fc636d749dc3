package pageloom.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pageloom.page.Ledger;
import pageloom.page.NewPage;
import pageloom.page.PageEvent;
import pageloom.page.PageLog;
import pageloom.page.Plans;
import pageloom.page.Spend;

/// What is set aside, given back and settled, whatever the database.
abstract class LedgerContract {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-25T12:00:00Z"));
  private static final LocalDate DAY = LocalDate.parse("2026-11-25");
  private static final BigDecimal DOLLAR = BigDecimal.ONE;

  private Database database;
  private JdbcPageLog log;
  private JdbcLedger ledger;
  private NewPage page;

  /// An empty database.
  abstract Database database() throws Exception;

  @BeforeEach
  void open() throws Exception {
    database = database();
    log = new JdbcPageLog(database, CLOCK);
    ledger = new JdbcLedger(database, CLOCK);
    page = Plans.create(log, "Hero");
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Ledger.Claim claim(String dollars) {
    var budgets = new Ledger.Budgets(DOLLAR, DOLLAR, DOLLAR);
    var purse = new Ledger.Purse(page.id(), "local", budgets);
    return new Ledger.Claim(purse, "Hero", 1, "m/one", new BigDecimal(dollars));
  }

  private static void assertDollars(String expected, BigDecimal found) {
    assertEquals(0, new BigDecimal(expected).compareTo(found), found.toPlainString());
  }

  @Test
  void what_is_released_is_free_again_for_the_page_and_for_the_day() {
    String id = ledger.reserve(claim("0.75"));
    assertDollars("0.75", ledger.taken(DAY, "local"));
    assertThrows(Ledger.OverBudget.class, () -> ledger.reserve(claim("0.50")));
    ledger.release(id);
    assertDollars("0", ledger.taken(DAY, "local"));
    assertDollars("0", ledger.taken(page.id()));
    ledger.release(ledger.reserve(claim("1")));
  }

  @Test
  void a_call_is_open_until_its_usage_is_logged() {
    String id = ledger.reserve(claim("0.25"));
    assertEquals(
        List.of(new Ledger.Open(id, "Hero", 1, "m/one", new BigDecimal("0.250000000000"), null)),
        ledger.open(page.id()));
    ledger.identify(id, "gen-7");
    assertEquals("gen-7", ledger.open(page.id()).getFirst().generationId());
    var spend = new Spend(id, "m/one", 10, 20, new BigDecimal("0.05"), false, "completed");
    log.append(
        page.id(),
        new PageLog.Grip(1, 1),
        Plans.entries(List.of(new PageEvent.Usage("Hero", 1, spend))));
    assertEquals(List.of(), ledger.open(page.id()));
    assertDollars("0.05", ledger.taken(page.id()));
    assertDollars("0.05", ledger.taken(DAY, "local"));
  }

  @Test
  void calls_at_the_same_time_can_not_pass_a_budget_together() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Future<String>> wanted = new ArrayList<>();
      for (int i = 0; i < 8; i++) wanted.add(threads.submit(() -> ledger.reserve(claim("0.25"))));
      int granted = 0;
      for (Future<String> one : wanted) {
        try {
          one.get();
          granted++;
        } catch (ExecutionException refused) {
          assertInstanceOf(Ledger.OverBudget.class, refused.getCause());
        }
      }
      assertEquals(4, granted);
    }
    assertDollars("1", ledger.taken(DAY, "local"));
  }
}
