package pageloom.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.page.Ledger;
import pageloom.page.Page;
import pageloom.page.PageFeed;
import pageloom.page.PageId;
import pageloom.page.Section;
import pageloom.plan.Plan;

/// A model's sections from the first call to the log, with an endpoint that misbehaves on purpose.
@Timeout(60)
final class ModelAuthorTest {
  private static final Plan PLAN = ModelPages.plan(ModelPages.PROMPT);
  private static final Map<String, String> GOOD = ModelPages.fragments(ModelPages.PROMPT);
  private static final BigDecimal CENT = new BigDecimal("0.01");

  @TempDir Path folder;
  private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

  private static LoopbackModel.Text text(String text) {
    return new LoopbackModel.Text(text, "stop", CENT, 20);
  }

  private static String between(String fragment) {
    return "Here you are:\n<<<SECTION\n" + fragment + "\nSECTION>>>\nEnjoy!";
  }

  /// Good answers for every section but one.
  private Function<LoopbackModel.Request, LoopbackModel.Answer> butFor(
      String special, Function<Integer, LoopbackModel.Answer> answer) {
    return request -> {
      String section = ModelPages.section(request, PLAN);
      int time = asked.computeIfAbsent(section, s -> new AtomicInteger()).incrementAndGet();
      return section.equals(special) ? answer.apply(time) : text(between(GOOD.get(section)));
    };
  }

  private Page make(
      Function<LoopbackModel.Request, LoopbackModel.Answer> script, Ledger.Budgets budgets)
      throws Exception {
    try (var model = new LoopbackModel(script);
        var pages = new ModelPages(folder, model, budgets)) {
      return pages.complete(pages.start(3));
    }
  }

  private static Section section(Page page, String name) {
    return page.sections().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void every_section_is_written_by_the_model_and_paid_for() throws Exception {
    Page page = make(butFor("", time -> text("")), ModelPages.AMPLE);
    for (Section section : page.sections()) {
      assertEquals(Section.State.COMPLETED, section.state(), section.error());
      assertEquals(GOOD.get(section.name()), section.content().html());
      assertEquals("model", section.content().author());
      assertEquals("loop/one", section.content().model());
      assertEquals(0, CENT.compareTo(section.cost().usd()));
      assertFalse(section.cost().estimated());
    }
  }

  @Test
  void findings_are_repaired_and_both_calls_are_on_the_bill() throws Exception {
    String faulty = GOOD.get("Hero").replaceFirst("class=\"", "class=\"bg-red-500 ");
    Page page =
        make(
            butFor("Hero", time -> text(between(time == 1 ? faulty : GOOD.get("Hero")))),
            ModelPages.AMPLE);
    assertEquals(Section.State.COMPLETED, section(page, "Hero").state());
    assertEquals(2, asked.get("Hero").get());
    assertEquals(0, new BigDecimal("0.02").compareTo(section(page, "Hero").cost().usd()));
  }

  @Test
  void the_same_findings_twice_end_the_repair_and_the_section_fails_honestly() throws Exception {
    String faulty = GOOD.get("Hero").replaceFirst("class=\"", "class=\"bg-red-500 ");
    Page page = make(butFor("Hero", time -> text(between(faulty))), ModelPages.AMPLE);
    assertEquals(Section.State.FAILED, section(page, "Hero").state());
    assertEquals(
        "What the model wrote still has faults after repair: it has colours outside the theme."
            + " Try again or choose another model.",
        section(page, "Hero").error());
    String finding = section(page, "Hero").failure().findings().getFirst();
    assertTrue(finding.contains("The class bg-red-500 is no colour of the theme"), finding);
    assertEquals(2, asked.get("Hero").get());
    assertEquals(6, page.count(Section.State.COMPLETED));
  }

  @Test
  void an_answer_cut_at_its_cap_is_continued() throws Exception {
    String good = GOOD.get("Pricing");
    int half = good.length() / 2;
    Page page =
        make(
            butFor(
                "Pricing",
                time ->
                    time == 1
                        ? new LoopbackModel.Text(
                            "<<<SECTION\n" + good.substring(0, half), "length", CENT, 20)
                        : text(good.substring(half) + "\nSECTION>>>")),
            ModelPages.AMPLE);
    assertEquals(
        Section.State.COMPLETED,
        section(page, "Pricing").state(),
        section(page, "Pricing").error());
    assertEquals(good, section(page, "Pricing").content().html());
    assertEquals(2, asked.get("Pricing").get());
  }

  @Test
  void a_key_that_is_wrong_fails_every_section_in_words_and_is_asked_once_each() throws Exception {
    var refusal = new LoopbackModel.Status(401, "{\"error\":{\"message\":\"secret detail\"}}", "");
    Page page = make(request -> refusal, ModelPages.AMPLE);
    for (Section section : page.sections()) {
      assertEquals(Section.State.FAILED, section.state());
      assertTrue(
          section.error().toLowerCase(java.util.Locale.ROOT).contains("key"), section.error());
      assertFalse(section.error().contains("secret detail"));
    }
  }

  @Test
  void a_busy_endpoint_is_asked_again() throws Exception {
    Page page =
        make(
            butFor(
                "Features",
                time ->
                    time < 3
                        ? new LoopbackModel.Status(503, "{}", "")
                        : text(between(GOOD.get("Features")))),
            ModelPages.AMPLE);
    assertEquals(
        Section.State.COMPLETED,
        section(page, "Features").state(),
        section(page, "Features").error());
    assertEquals(3, asked.get("Features").get());
  }

  @Test
  void a_budget_stops_before_the_call_and_what_is_finished_stays() throws Exception {
    var small = new Ledger.Budgets(new BigDecimal("0.05"), BigDecimal.TEN, BigDecimal.TEN);
    Page page;
    BigDecimal charged;
    try (var model = new LoopbackModel(butFor("", time -> text("")));
        var pages = new ModelPages(folder, model, small)) {
      PageId id = pages.start(1);
      page = pages.complete(id);
      charged = model.charged();
    }
    assertTrue(charged.compareTo(small.pageUsd()) <= 0, charged.toPlainString());
    int done = page.count(Section.State.COMPLETED);
    assertTrue(done >= 1 && done < 7, done + " sections done");
    Section last = page.sections().getLast();
    assertTrue(last.error().contains("budget of $0.05"), last.error());
  }

  @Test
  void a_growing_section_is_shown_sanitized_before_it_is_done() throws Exception {
    List<String> drafts = new java.util.concurrent.CopyOnWriteArrayList<>();
    String good = GOOD.get("Hero");
    try (var model =
            new LoopbackModel(
                butFor("Hero", time -> text("<<<SECTION\n" + good + "\nSECTION>>>")));
        var pages = new ModelPages(folder, model, ModelPages.AMPLE)) {
      PageId id = pages.start(7);
      try (var cursor = pages.feed.open(id, 0).listening()) {
        while (true) {
          var next = cursor.next(Duration.ofSeconds(30));
          if (next instanceof PageFeed.Whispers said) drafts.addAll(said.lines());
          if (next instanceof PageFeed.Events found
              && found.events().getLast().type().equals("complete")) {
            break;
          }
        }
      }
    }
    for (String draft : drafts) assertTrue(draft.startsWith("{\"type\":\"section_delta\""), draft);
  }
}
