package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static pageloom.provider.Asking.SHORT;
import static pageloom.provider.Asking.askInHaste;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Nothing an endpoint does can make a call hang.
@Timeout(30)
final class WatchdogTest {
  private static Failure fail(ScriptedEndpoint.Script script) {
    return assertThrows(ProviderException.class, () -> askInHaste(script)).failure();
  }

  /// Says the same again and again until the other side has closed.
  private static void repeat(ScriptedEndpoint.Connection c, String text) throws IOException {
    c.socket().setSoTimeout(20);
    while (true) {
      try {
        if (c.in().read() < 0) return;
      } catch (SocketTimeoutException stillThere) {
        c.say(text);
      }
    }
  }

  private static String event(String data) {
    return "data: " + data + "\n\n";
  }

  @Test
  void headers_that_never_come() {
    assertEquals(
        new Failure.TimedOut(Failure.Watchdog.HEADERS, SHORT.headers()),
        fail(c -> c.awaitClosed()));
    assertEquals(
        new Failure.TimedOut(Failure.Watchdog.HEADERS, SHORT.headers()),
        fail(c -> {
          c.say("HTTP/1.1 200 OK\r\n");
          repeat(c, "X-Drip: 1\r\n");
        }));
  }

  @Test
  void comments_and_empty_chunks_are_no_first_token() {
    var expected = new Failure.TimedOut(Failure.Watchdog.FIRST_TOKEN, SHORT.firstToken());
    assertEquals(expected, fail(c -> repeat(c.sse(), ": OPENROUTER PROCESSING\n\n")));
    assertEquals(
        expected,
        fail(c -> repeat(c.sse(), event(Chunks.delta("\"role\":\"assistant\",\"content\":\"\"")))));
  }

  @Test
  void comments_and_empty_chunks_are_no_next_token() {
    var expected = new Failure.TimedOut(Failure.Watchdog.NEXT_TOKEN, SHORT.nextToken());
    assertEquals(expected, fail(c -> repeat(c.sse().content("a"), ": OPENROUTER PROCESSING\n\n")));
    assertEquals(expected, fail(c -> repeat(c.sse().content("a"), event(Chunks.content("")))));
  }

  @Test
  void a_model_that_never_ends() throws Exception {
    Duration total = Duration.ofMillis(900);
    var timeouts =
        new Timeouts(
            SHORT.headers(), SHORT.firstToken(), SHORT.nextToken(), total, SHORT.closing());
    var notes = new Asking.Notes();
    try (var endpoint = new ScriptedEndpoint(c -> repeat(c.sse(), event(Chunks.content("more "))));
        var provider = new OpenAiCompatible(Asking.config(endpoint).withTimeouts(timeouts))) {
      var thrown =
          assertThrows(
              ProviderException.class, () -> provider.prepare(Asking.REQUEST).await(notes));
      assertEquals(new Failure.TimedOut(Failure.Watchdog.TOTAL, total), thrown.failure());
    }
  }

  @Test
  void reasoning_is_a_token() throws Exception {
    Completion found =
        askInHaste(c -> {
          c.sse();
          long begun = System.nanoTime();
          c.socket().setSoTimeout(50);
          while (System.nanoTime() - begun < SHORT.firstToken().multipliedBy(3).toNanos()) {
            try {
              if (c.in().read() < 0) return;
            } catch (SocketTimeoutException stillThere) {
              c.event(Chunks.delta("\"content\":\"\",\"reasoning\":\"hmm\""));
            }
          }
          c.content("yes").finish("stop").event(Chunks.DONE);
        });
    assertEquals("yes", found.text());
  }
}
