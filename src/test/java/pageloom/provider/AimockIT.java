package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The client against OpenRouter as others understood it. Every text in the fixtures that must not
/// get out has a canary in it.
@Timeout(30)
final class AimockIT {
  private static final Path FIXTURES =
      Path.of("src/test/resources/pageloom/provider/aimock.json").toAbsolutePath();
  private static final Failure LOST = new Failure.ConnectionLost(Failure.Fault.BROKEN);
  private static final String PAGE = "<section id=\"hero\"><h1>Pão 😀</h1></section>";

  private static @Nullable AimockProcess aimock;

  private final Asking.Notes notes = new Asking.Notes();

  @BeforeAll
  @Timeout(300)
  static void start() throws Exception {
    aimock = new AimockProcess(FIXTURES, Asking.KEY);
  }

  @AfterAll
  static void stop() {
    if (aimock != null) aimock.close();
  }

  private static ProviderConfig config() {
    assertNotNull(aimock);
    return Asking.config(aimock.url());
  }

  private static ChatRequest request(String model, String... fallbacks) {
    return new ChatRequest(
        model, List.of(fallbacks), Asking.REQUEST.messages(), 100, "page-1", null);
  }

  private Completion ask(ProviderConfig config, ChatRequest request) throws Exception {
    try (var provider = new OpenAiCompatible(config)) {
      return provider.prepare(request).await(notes);
    }
  }

  private Completion ask(String model) throws Exception {
    return ask(config().withRetries(Asking.THRICE), request(model));
  }

  private Failure fail(ProviderConfig config, String model) {
    return Asking.silent(assertThrows(ProviderException.class, () -> ask(config, request(model))));
  }

  private Failure fail(String model) {
    return fail(config(), model);
  }

  @Test
  void an_answer_streams_and_says_what_it_cost() throws Exception {
    assertEquals(Dialect.OPENROUTER, config().dialect());
    Completion found = ask("m/asked");
    Asking.assertAnswer(PAGE, Finish.STOP, found);
    assertEquals("m/asked", found.model());
    assertEquals("gen-asked", found.generationId());
    assertEquals(new Usage(20, 16, 7, new BigDecimal("0.00012"), false), found.usage());
    assertTrue(notes.texts.size() > 5, notes.texts::toString);
    for (String text : notes.texts) assertTrue(PAGE.startsWith(text), text);
  }

  @Test
  void reasoning_stays_out_of_the_text() throws Exception {
    Completion found = ask("m/thinks");
    Asking.assertAnswer("said", Finish.STOP, found);
    assertEquals("m/thinks-v2", found.model());
    for (String text : notes.texts) assertFalse(text.contains("canary"), text);
  }

  @Test
  void every_status_is_told_apart_and_no_body_is_quoted() {
    assertEquals(new Failure.CreditExhausted(1234), fail("m/unpaid"));
    assertEquals(new Failure.Moderated(), fail("m/prude"));
    assertEquals(new Failure.ModelUnknown("m/gone"), fail("m/gone"));
    assertEquals(new Failure.ContextTooSmall("m/small"), fail("m/small"));
    assertEquals(new Failure.Unavailable(503, null), fail("m/down"));
    assertEquals(new Failure.Unavailable(500, null), fail("m/drops"));
  }

  @Test
  void a_wrong_key_and_a_missing_one_are_told_apart() {
    assertNotNull(aimock);
    BaseUrl base = BaseUrl.of(aimock.url());
    assertEquals(
        new Failure.KeyRejected(true),
        fail(new ProviderConfig(base, new ApiKey("sk-canary-other")), "m/asked"));
    assertEquals(new Failure.KeyRejected(false), fail(new ProviderConfig(base, null), "m/asked"));
  }

  @Test
  void an_answer_may_end_in_other_ways_than_well() throws Exception {
    Asking.assertAnswer("half", Finish.LENGTH, ask("m/long"));
    assertEquals(new Failure.ContentFiltered(), fail("m/cut"));
    assertEquals(new Failure.Unavailable(0, null), fail("m/errs"));
    assertEquals(LOST, fail("m/breaks"));
    assertEquals(LOST, fail("m/hangs-up"));
    assertEquals(new Failure.Truncated(), fail("m/garbled"));
  }

  @Test
  void a_broken_answer_is_asked_for_again() throws Exception {
    Completion found = ask("m/breaks-once");
    Asking.assertAnswer("whole", Finish.STOP, found);
    assertEquals(2, found.attempts());
    assertEquals(List.of(LOST), notes.waits);
  }

  @Test
  void a_rate_limit_is_waited_for() throws Exception {
    Completion found = ask("m/busy");
    Asking.assertAnswer("free again", Finish.STOP, found);
    assertEquals(2, found.attempts());
    assertEquals(List.of(new Failure.RateLimited(Duration.ofSeconds(1))), notes.waits);
  }

  @Test
  void a_fallback_answers_in_place_of_a_model_that_is_down() throws Exception {
    Completion found = ask(config(), request("m/down", "m/small", "m/asked"));
    Asking.assertAnswer(PAGE, Finish.STOP, found);
    assertEquals("m/asked", found.model());
    assertEquals(1, found.attempts());
  }

  @Test
  void the_list_of_models_has_prices_and_contexts() throws Exception {
    try (var provider = new OpenAiCompatible(config())) {
      assertEquals(0, provider.worstCase(request("m/asked")).orElseThrow().signum());
      ModelList found = provider.models();
      assertEquals(ModelList.State.LISTED, found.state());
      Model asked = found.find("m/asked").orElseThrow();
      assertEquals(128000, asked.contextTokens());
      assertEquals(16384, asked.maxCompletionTokens());
      assertTrue(found.find("m/gone").isPresent());
      assertTrue(found.find("m/nobody-knows").isEmpty());
    }
  }
}
