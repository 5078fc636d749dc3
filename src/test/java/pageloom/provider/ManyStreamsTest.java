package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Hundreds of answers at once.
@Timeout(60)
final class ManyStreamsTest {
  private static final int STREAMS = 300;
  private static final int CHUNKS = 100;

  /// Checks that the text it is shown only grows.
  private static final class Reader implements CallWatcher {
    private String seen = "";

    @Override
    public Optional<Duration> textEvery() {
      return Optional.of(Duration.ofMillis(100));
    }

    @Override
    public void grew(StreamedText text) {
      String more = text.from(seen.length());
      assertTrue(!more.isEmpty());
      seen += more;
    }
  }

  @Test
  void three_hundred_streams_lose_no_chunk() throws Exception {
    var expected = new StringBuilder();
    for (int i = 0; i < CHUNKS; i++) expected.append("<p>é ").append(i).append("</p>\n");
    var together = new CountDownLatch(STREAMS);
    ScriptedEndpoint.Script script =
        c -> {
          c.sse();
          together.countDown();
          together.await();
          for (int i = 0; i < CHUNKS; i++) c.content("<p>é " + i + "</p>\n");
          c.finish("stop").event(Chunks.USAGE).event(Chunks.DONE);
        };
    var config =
        new Timeouts(
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(2));
    try (var endpoint = new ScriptedEndpoint(script);
        var provider = new OpenAiCompatible(Asking.config(endpoint).withTimeouts(config));
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Completion>> answers = new ArrayList<>();
      for (int i = 0; i < STREAMS; i++) {
        var reader = new Reader();
        answers.add(
            callers.submit(() -> {
              Completion found = provider.prepare(Asking.REQUEST).await(reader);
              assertTrue(found.text().startsWith(reader.seen));
              return found;
            }));
      }
      for (Future<Completion> answer : answers) {
        assertEquals(expected.toString(), answer.get().text());
        assertEquals(7, answer.get().usage().outputTokens());
      }
    }
  }

  @Test
  void a_connection_is_used_again_once_its_answer_has_ended() throws Exception {
    ScriptedEndpoint.KeepAlive script =
        c -> {
          String body =
              "data: "
                  + Chunks.content("a")
                  + "\n\ndata: "
                  + Chunks.finish("stop")
                  + "\n\ndata: [DONE]\n\n";
          c.say(ScriptedEndpoint.SSE + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        };
    try (var endpoint = new ScriptedEndpoint(script);
        var provider = new OpenAiCompatible(Asking.config(endpoint))) {
      for (int i = 0; i < 5; i++) {
        assertEquals("a", provider.prepare(Asking.REQUEST).await(CallWatcher.NONE).text());
      }
      assertEquals(5, endpoint.requests.size());
      long chats = endpoint.connections() - endpoint.lookups.size();
      assertTrue(chats <= 2, () -> chats + " connections for five answers in a row");
    }
  }
}
