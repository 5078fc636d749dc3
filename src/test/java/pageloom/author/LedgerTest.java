package pageloom.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.page.Ledger;
import pageloom.page.LoggedEvent;
import pageloom.page.Page;
import pageloom.page.PageEvent;
import pageloom.page.PageId;
import pageloom.page.PageJson;
import pageloom.page.Section;
import pageloom.plan.Plan;

/// Every cent, over two hundred pages whose endpoint fails in every way it can.
@Timeout(300)
final class LedgerTest {
  private static final int PAGES = 200;
  private static final long SEED = 20_261_123;
  private static final Plan PLAN = ModelPages.plan(ModelPages.PROMPT);
  private static final Map<String, String> GOOD = ModelPages.fragments(ModelPages.PROMPT);

  @TempDir Path folder;
  private final Random random = new Random(SEED);

  private synchronized int draw(int bound) {
    return random.nextInt(bound);
  }

  private LoopbackModel.Answer answer(LoopbackModel.Request request) {
    String good = GOOD.get(ModelPages.section(request, PLAN));
    String marked = "<<<SECTION\n" + good + "\nSECTION>>>";
    // Between a hundredth and a tenth of a cent, to the millionth.
    BigDecimal cost = BigDecimal.valueOf(100 + draw(900), 6);
    return switch (draw(12)) {
      case 0 -> new LoopbackModel.Status(503, "{}", "");
      case 1 -> new LoopbackModel.Status(429, "{\"error\":{\"message\":\"slow down\"}}", "0");
      case 2 -> new LoopbackModel.Cut(marked.substring(0, marked.length() / 2));
      case 3 -> new LoopbackModel.Text(marked.replace("text-ink", "text-red-500"), "stop", cost, 5);
      case 4 -> new LoopbackModel.Text(marked.substring(0, marked.length() / 3), "length", cost, 5);
      case 5 -> new LoopbackModel.Text("", "stop", cost, 1);
      case 6 -> new LoopbackModel.Status(402, "{\"error\":{\"message\":\"no credit\"}}", "");
      case 7 -> new LoopbackModel.Text("I can't do that.", "stop", cost, 2);
      default -> new LoopbackModel.Text(marked, "stop", cost, 10);
    };
  }

  @Test
  void the_ledger_is_what_the_endpoint_charged_and_no_page_passes_its_budget() throws Exception {
    var budgets =
        new Ledger.Budgets(new BigDecimal("0.06"), new BigDecimal("1000"), new BigDecimal("1000"));
    BigDecimal reported = BigDecimal.ZERO;
    BigDecimal all = BigDecimal.ZERO;
    LocalDate day = LocalDate.now(ZoneOffset.UTC);
    int completed = 0;
    int refused = 0;
    try (var model = new LoopbackModel(this::answer);
        var pages = new ModelPages(folder, model, budgets)) {
      List<PageId> ids = new ArrayList<>();
      for (int i = 0; i < PAGES; i++) ids.add(pages.start(1 + draw(4)));
      for (PageId id : ids) {
        Page page = pages.complete(id);
        BigDecimal ofPage = BigDecimal.ZERO;
        for (LoggedEvent event : pages.log.read(id, 0, Integer.MAX_VALUE)) {
          if (PageJson.event(event.json()) instanceof PageEvent.Usage usage) {
            ofPage = ofPage.add(usage.spend().knownCost());
            if (!usage.spend().estimated()) reported = reported.add(usage.spend().knownCost());
          }
        }
        // The log, the fold and the ledger say the same, and nothing is left set aside.
        BigDecimal folded =
            page.sections().stream()
                .map(s -> s.cost().usd())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(0, ofPage.compareTo(folded), id + ": fold");
        assertEquals(
            0,
            ofPage.compareTo(pages.ledger.taken(id)),
            id + ": " + ofPage + " in the log, " + pages.ledger.taken(id) + " in the ledger");
        assertTrue(ofPage.compareTo(budgets.pageUsd()) <= 0, id + " cost " + ofPage);
        all = all.add(ofPage);
        completed += page.count(Section.State.COMPLETED);
        refused += page.count(Section.State.FAILED);
      }
      BigDecimal ofDay =
          pages.ledger.taken(day, "local").add(pages.ledger.taken(day.plusDays(1), "local"));
      assertEquals(0, all.compareTo(ofDay), all + " in all, " + ofDay + " in the day's total");
      assertEquals(
          0,
          reported.compareTo(model.charged()),
          reported + " here, " + model.charged() + " there");
      System.out.println(
          "LedgerTest: seed "
              + SEED
              + ", "
              + PAGES
              + " pages, "
              + model.calls()
              + " calls, $"
              + model.charged()
              + " charged, "
              + completed
              + " sections done, "
              + refused
              + " failed");
    }
    assertTrue(completed > 0 && refused > 0);
  }
}
