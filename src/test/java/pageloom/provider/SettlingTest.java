package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What an answer cost that was never told: OpenRouter knows later.
@Timeout(20)
final class SettlingTest {
  private static final String BOOKS =
      "{\"data\":{\"id\":\"gen-9\",\"total_cost\":0.0042,\"tokens_prompt\":10,"
          + "\"tokens_completion\":20,\"native_tokens_prompt\":12,"
          + "\"native_tokens_completion\":22,\"native_tokens_cached\":4}}";

  /// An attempt whose answer broke off.
  private static Attempt broken(OpenAiCompatible provider) {
    var notes = new Asking.Notes();
    assertThrows(ProviderException.class, () -> provider.prepare(Asking.REQUEST).await(notes));
    return notes.attempts.getFirst();
  }

  private static ScriptedEndpoint endpoint() throws Exception {
    return new ScriptedEndpoint(
        c -> c.head("200 OK", "X-Generation-Id: gen-9").content("abc").reset());
  }

  @Test
  void the_books_are_asked_until_they_are_done() throws Exception {
    var asked = new AtomicInteger();
    try (var endpoint = endpoint();
        var provider =
            new OpenAiCompatible(Asking.config(endpoint).withDialect(Dialect.OPENROUTER))) {
      endpoint.lookup =
          c -> {
            if (asked.incrementAndGet() < 4) c.head("404 Not Found").say("{}");
            else c.head("200 OK").say(BOOKS);
          };
      Attempt attempt = broken(provider);
      assertEquals("gen-9", attempt.generationId());
      assertEquals(
          new Usage(12, 4, 22, new BigDecimal("0.0042"), false),
          provider.settled("gen-9").orElseThrow());
      assertTrue(
          endpoint.lookups.stream()
              .anyMatch(r -> r.head().startsWith("GET /v1/generation?id=gen-9 ")));
    }
  }

  @Test
  void an_endpoint_that_never_tells_leaves_the_estimate() throws Exception {
    try (var endpoint = endpoint();
        var provider =
            new OpenAiCompatible(Asking.config(endpoint).withDialect(Dialect.OPENROUTER))) {
      Attempt attempt = broken(provider);
      assertTrue(attempt.usage().estimated());
      assertEquals(Optional.empty(), provider.settled("gen-9"));
    }
  }

  @Test
  void other_endpoints_have_no_books() throws Exception {
    try (var endpoint = endpoint();
        var provider = new OpenAiCompatible(Asking.config(endpoint))) {
      Attempt attempt = broken(provider);
      assertNull(attempt.generationId());
    }
  }
}
