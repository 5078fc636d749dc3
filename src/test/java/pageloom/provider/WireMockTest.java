package pageloom.provider;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The faults of a server that others wrote: each ends as one of ours would, and no word of it gets
/// out.
@Timeout(30)
final class WireMockTest {
  private static final String CHAT = "/v1/chat/completions";
  private static final String PARROT = "canary body, " + Asking.KEY + ", " + Asking.PROMPT;

  /// What WireMock's garbage begins with.
  private static final String GARBAGE = "lskdu018973t09sylgasjkfg1";

  private static final Failure LOST = new Failure.ConnectionLost(Failure.Fault.BROKEN);

  private static final WireMockServer SERVER =
      new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort().stubCorsEnabled(false));

  private final Asking.Notes notes = new Asking.Notes();

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void forget() {
    SERVER.resetAll();
  }

  private static ProviderConfig config() {
    return Asking.config("http://127.0.0.1:" + SERVER.port() + "/v1");
  }

  private static void answer(ResponseDefinitionBuilder answer) {
    SERVER.stubFor(post(CHAT).willReturn(answer));
  }

  private static ResponseDefinitionBuilder stream(String text) {
    return ok("data: "
            + Chunks.content(text)
            + "\n\n"
            + "data: "
            + Chunks.finish("stop")
            + "\n\n"
            + "data: "
            + Chunks.USAGE
            + "\n\ndata: [DONE]\n\n")
        .withHeader("Content-Type", "text/event-stream");
  }

  /// Patient with all but the next token.
  private static Timeouts patientBut(Duration token) {
    Timeouts p = Asking.PATIENT;
    return new Timeouts(p.headers(), p.firstToken(), token, p.total(), p.closing());
  }

  private Completion ask(ProviderConfig config) throws Exception {
    try (var provider = new OpenAiCompatible(config)) {
      return provider.prepare(Asking.REQUEST).await(notes);
    }
  }

  private Failure fail(ProviderConfig config) {
    return Asking.silent(assertThrows(ProviderException.class, () -> ask(config)), GARBAGE);
  }

  private Failure fail(ResponseDefinitionBuilder answer) {
    answer(answer);
    return fail(config());
  }

  private static ResponseDefinitionBuilder fault(Fault fault) {
    return aResponse().withFault(fault);
  }

  @Test
  void a_stream_is_asked_for_and_read() throws Exception {
    answer(stream("héllo 😀"));
    Completion found = ask(config());
    Asking.assertAnswer("héllo 😀", Finish.STOP, found);
    assertEquals(20, found.usage().inputTokens());
    assertEquals(7, found.usage().outputTokens());
    SERVER.verify(
        1,
        postRequestedFor(urlEqualTo(CHAT))
            .withHeader("Authorization", equalTo("Bearer " + Asking.KEY))
            .withHeader("Content-Type", equalTo("application/json"))
            .withRequestBody(matchingJsonPath("$.model", equalTo("m/asked")))
            .withRequestBody(matchingJsonPath("$[?(@.stream == true)]"))
            .withRequestBody(matchingJsonPath("$.stream_options[?(@.include_usage == true)]"))
            .withRequestBody(matchingJsonPath("$[?(@.max_completion_tokens == 100)]"))
            .withRequestBody(matchingJsonPath("$.messages[1].content", equalTo(Asking.PROMPT))));
  }

  @Test
  void a_connection_closed_without_an_answer_is_lost() {
    assertEquals(LOST, fail(fault(Fault.EMPTY_RESPONSE)));
  }

  @Test
  void a_reset_connection_is_lost() {
    assertEquals(LOST, fail(fault(Fault.CONNECTION_RESET_BY_PEER)));
  }

  @Test
  void a_chunk_that_is_none_loses_the_connection() {
    assertEquals(LOST, fail(fault(Fault.MALFORMED_RESPONSE_CHUNK)));
  }

  @Test
  void random_data_that_ends_before_any_status_does_loses_the_connection() {
    assertEquals(LOST, fail(fault(Fault.RANDOM_DATA_THEN_CLOSE)));
  }

  @Test
  void a_lost_connection_is_tried_again() throws Exception {
    answer("lost", Scenario.STARTED, "back", fault(Fault.CONNECTION_RESET_BY_PEER));
    answer("lost", "back", "back", stream("good"));
    Completion found = ask(config().withRetries(Asking.THRICE));
    assertEquals("good", found.text());
    assertEquals(2, found.attempts());
    assertEquals(List.of(LOST), notes.waits);
  }

  @Test
  void a_slow_stream_is_read_to_its_end() throws Exception {
    // Longer in all than the watchdog of tokens, and cut wherever it happens to be.
    Duration token = Duration.ofMillis(1500);
    answer(
        ok(("data: " + Chunks.content("é😀 ") + "\n\n").repeat(40)
                + "data: "
                + Chunks.finish("stop")
                + "\n\n")
            .withChunkedDribbleDelay(60, 3000));
    Completion found = ask(config().withTimeouts(patientBut(token)));
    Asking.assertAnswer("é😀 ".repeat(40), Finish.STOP, found);
    assertTrue(notes.attempts.getFirst().took().compareTo(token) > 0);
  }

  @Test
  void a_stream_that_stalls_is_ended() {
    // Three pieces, the first of many whole events, and a second between them.
    answer(
        ok(("data: " + Chunks.content("a") + "\n\n").repeat(30)).withChunkedDribbleDelay(3, 3000));
    Duration token = Duration.ofMillis(300);
    assertEquals(
        new Failure.TimedOut(Failure.Watchdog.NEXT_TOKEN, token),
        fail(config().withTimeouts(patientBut(token))));
  }

  @Test
  void headers_that_come_too_late_are_not_waited_for() {
    answer(stream("late").withFixedDelay(2000));
    assertEquals(
        new Failure.TimedOut(Failure.Watchdog.HEADERS, Asking.SHORT.headers()),
        fail(config().withTimeouts(Asking.SHORT)));
  }

  @Test
  void a_rate_limit_is_waited_for() throws Exception {
    answer(
        "limit",
        Scenario.STARTED,
        "free",
        aResponse().withStatus(429).withHeader("Retry-After", "1").withBody(PARROT));
    answer("limit", "free", "free", stream("good"));
    long begun = System.nanoTime();
    Completion found = ask(config().withRetries(Asking.THRICE));
    assertEquals("good", found.text());
    assertEquals(2, found.attempts());
    assertTrue(System.nanoTime() - begun >= Duration.ofSeconds(1).toNanos());
    assertEquals(List.of(new Failure.RateLimited(Duration.ofSeconds(1))), notes.waits);
  }

  @Test
  void the_page_of_a_proxy_is_told_by_its_status() {
    var page =
        aResponse()
            .withStatus(502)
            .withHeader("Content-Type", "text/html")
            .withBody("<html><h1>502 Bad Gateway</h1><p>" + PARROT + "</p></html>");
    assertEquals(new Failure.Unavailable(502, null), fail(page));
  }

  @Test
  void errors_are_told_apart_and_never_quoted() {
    String error = "{\"error\":{\"message\":\"" + PARROT + "\"}}";
    assertEquals(new Failure.KeyRejected(true), fail(aResponse().withStatus(401).withBody(error)));
    assertEquals(
        new Failure.CreditExhausted(null), fail(aResponse().withStatus(402).withBody(error)));
    assertEquals(new Failure.BadRequest(400), fail(aResponse().withStatus(400).withBody(error)));
    assertEquals(new Failure.Unavailable(0, null), fail(ok("data: " + error + "\n\n")));
    assertEquals(
        new Failure.NotAChatEndpoint(Failure.Found.HTML), fail(ok("<p>" + PARROT + "</p>")));
  }

  @Test
  void redirects_are_not_followed() {
    SERVER.stubFor(any(urlEqualTo("/elsewhere")).willReturn(stream("followed")));
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      assertEquals(
          new Failure.NotAChatEndpoint(Failure.Found.REDIRECT),
          fail(
              aResponse()
                  .withStatus(status)
                  .withHeader("Location", SERVER.baseUrl() + "/elsewhere")
                  .withBody(PARROT)));
    }
    SERVER.verify(5, postRequestedFor(urlEqualTo(CHAT)));
    SERVER.verify(0, anyRequestedFor(urlEqualTo("/elsewhere")));
  }

  /// One step of a story.
  private static void answer(
      String story, String from, String to, ResponseDefinitionBuilder answer) {
    SERVER.stubFor(
        post(CHAT)
            .inScenario(story)
            .whenScenarioStateIs(from)
            .willSetStateTo(to)
            .willReturn(answer));
  }
}
