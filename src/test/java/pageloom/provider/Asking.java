package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Asks an endpoint of a test, patiently or not.
final class Asking {
  static final String KEY = "sk-canary-7d1f0c";
  static final String PROMPT = "canary prompt: a bakery in Lisbon";

  static final Timeouts SHORT =
      new Timeouts(
          Duration.ofMillis(400),
          Duration.ofMillis(400),
          Duration.ofMillis(400),
          Duration.ofSeconds(20),
          Duration.ofMillis(400));

  /// For what must not fail on a machine that has other things to do.
  static final Timeouts PATIENT =
      new Timeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofMillis(400));

  static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ofMillis(1), Duration.ofSeconds(60));
  static final RetryPolicy THRICE =
      new RetryPolicy(3, Duration.ofMillis(1), Duration.ofSeconds(60));

  static final ChatRequest REQUEST =
      new ChatRequest(
          "m/asked",
          List.of(
              new ChatRequest.Message(ChatRequest.Role.SYSTEM, "rules"),
              new ChatRequest.Message(ChatRequest.Role.USER, PROMPT)),
          100);

  private Asking() {}

  static ProviderConfig config(ScriptedEndpoint endpoint) {
    return config(endpoint.url());
  }

  static ProviderConfig config(String url) {
    return new ProviderConfig(BaseUrl.of(url), new ApiKey(KEY))
        .withTimeouts(PATIENT)
        .withRetries(ONCE);
  }

  /// Asks once and returns the answer.
  static Completion ask(ScriptedEndpoint.Script script) throws Exception {
    try (var endpoint = new ScriptedEndpoint(script);
        var provider = new OpenAiCompatible(config(endpoint))) {
      return provider.prepare(REQUEST).await(CallWatcher.NONE);
    }
  }

  /// The same, impatiently.
  static Completion askInHaste(ScriptedEndpoint.Script script) throws Exception {
    try (var endpoint = new ScriptedEndpoint(script);
        var provider = new OpenAiCompatible(config(endpoint).withTimeouts(SHORT))) {
      return provider.prepare(REQUEST).await(CallWatcher.NONE);
    }
  }

  /// Asks once and returns why there was no answer.
  static Failure fail(ScriptedEndpoint.Script script) {
    return assertThrows(ProviderException.class, () -> ask(script)).failure();
  }

  /// Why there was no answer; neither a canary nor any of the others is in the telling.
  static Failure silent(ProviderException thrown, String... others) {
    var trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    Failure failure = thrown.failure();
    for (String said : List.of(trace.toString(), failure.message(), failure.toString())) {
      assertFalse(said.contains("canary"), said);
      for (String other : others) assertFalse(said.contains(other), said);
    }
    return failure;
  }

  static void assertAnswer(String text, Finish finish, Completion found) {
    assertEquals(text, found.text());
    assertEquals(finish, found.finish());
  }

  /// Keeps everything it hears.
  static final class Notes implements CallWatcher {
    final List<Attempt> attempts = new ArrayList<>();
    final List<Failure> waits = new ArrayList<>();
    final List<String> texts = new ArrayList<>();

    @Override
    public Optional<Duration> textEvery() {
      return Optional.of(Duration.ofMillis(1));
    }

    @Override
    public void grew(StreamedText text) {
      texts.add(text.from(0));
    }

    @Override
    public void ended(Attempt attempt) {
      attempts.add(attempt);
    }

    @Override
    public void waiting(Failure because, Instant until) {
      waits.add(because);
    }
  }
}
