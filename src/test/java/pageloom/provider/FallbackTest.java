package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Other models are asked where the one asked for can't answer, and only there.
@Timeout(30)
final class FallbackTest {
  private static final ChatRequest REQUEST =
      new ChatRequest(
          "m/asked", List.of("m/second", "m/third"), Asking.REQUEST.messages(), 100, null, null);
  private static final ScriptedEndpoint.Script GOOD =
      c -> c.sse().content("good").finish("stop").event(Chunks.USAGE).event(Chunks.DONE);
  private static final ScriptedEndpoint.Script UNKNOWN =
      c -> c.head("404 Not Found").say("{\"error\":{\"message\":\"no such model\"}}");

  private final Asking.Notes notes = new Asking.Notes();

  /// What was asked of an endpoint with these scripts, model by model.
  private List<String> asked(Dialect dialect, CallWatcher watcher, ScriptedEndpoint.Script... all)
      throws Exception {
    try (var endpoint = new ScriptedEndpoint(all);
        var provider =
            new OpenAiCompatible(
                Asking.config(endpoint).withRetries(Asking.THRICE).withDialect(dialect))) {
      provider.prepare(REQUEST).await(watcher);
      return endpoint.requests.stream().map(r -> model(r.body())).toList();
    }
  }

  private static String model(String body) {
    return body.replaceFirst(".*?\"model\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void the_next_model_is_asked_where_the_first_is_unknown() throws Exception {
    assertEquals(List.of("m/asked", "m/second"), asked(Dialect.COMMON, notes, UNKNOWN, GOOD));
    assertEquals(2, notes.attempts.size());
    assertEquals(new Failure.ModelUnknown("m/asked"), notes.attempts.getFirst().failure());
    assertTrue(notes.waits.isEmpty(), "nobody waits for another model");
  }

  @Test
  void each_model_has_its_own_three_attempts() throws Exception {
    ScriptedEndpoint.Script busy = c -> c.head("503 Busy");
    assertEquals(
        List.of("m/asked", "m/asked", "m/asked", "m/second"),
        asked(Dialect.COMMON, notes, busy, busy, busy, GOOD));
  }

  @Test
  void the_last_model_s_failure_is_the_one_that_counts() {
    ProviderException thrown =
        assertThrows(
            ProviderException.class, () -> asked(Dialect.COMMON, notes, UNKNOWN, UNKNOWN, UNKNOWN));
    assertEquals(new Failure.ModelUnknown("m/third"), thrown.failure());
  }

  @Test
  void a_wrong_key_is_wrong_for_every_model() {
    assertThrows(
        ProviderException.class, () -> asked(Dialect.COMMON, notes, c -> c.head("401 No"), GOOD));
    assertEquals(1, notes.attempts.size());
  }

  @Test
  void what_was_shown_is_not_begun_again_by_another_model() {
    var shown =
        new CallWatcher() {
          @Override
          public boolean again(Failure failure) {
            return false;
          }
        };
    assertThrows(ProviderException.class, () -> asked(Dialect.COMMON, shown, UNKNOWN, GOOD));
  }

  @Test
  void openrouter_is_given_the_list_and_asked_once() throws Exception {
    try (var endpoint = new ScriptedEndpoint(UNKNOWN);
        var provider =
            new OpenAiCompatible(Asking.config(endpoint).withDialect(Dialect.OPENROUTER))) {
      assertThrows(
          ProviderException.class, () -> provider.prepare(REQUEST).await(CallWatcher.NONE));
      assertEquals(1, endpoint.requests.size());
      assertTrue(
          endpoint
              .requests
              .peek()
              .body()
              .contains("\"models\":[\"m/asked\",\"m/second\",\"m/third\"]"));
    }
  }
}
