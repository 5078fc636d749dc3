package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// However much an endpoint sends, only so much is kept.
@Timeout(180)
final class GiantAnswerTest {
  private static final int MIB = 1 << 20;
  private static final long MOST_GROWTH = 16L * MIB;

  /// What is in use once the garbage is out.
  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static byte[] filler() {
    byte[] filler = new byte[MIB];
    Arrays.fill(filler, (byte) 'x');
    return filler;
  }

  /// A line that says nothing is no token, and a busy machine takes a while to read a gibibyte.
  private static final Timeouts PATIENT =
      new Timeouts(
          Duration.ofMinutes(2),
          Duration.ofMinutes(2),
          Duration.ofMinutes(2),
          Duration.ofMinutes(2),
          Duration.ofMinutes(2));

  @Test
  void one_line_of_one_gibibyte_is_skipped_with_a_flat_heap() throws Exception {
    var largest = new AtomicLong();
    byte[] filler = filler();
    long before = heap();
    try (var endpoint =
            new ScriptedEndpoint(c -> {
              c.sse().content("before").say(": ");
              for (int i = 0; i < 1024; i++) {
                c.say(filler);
                if (i % 512 == 511) largest.accumulateAndGet(heap(), Math::max);
              }
              c.say("\n\n").finish("stop").event(Chunks.DONE);
            });
        var provider = new OpenAiCompatible(Asking.config(endpoint).withTimeouts(PATIENT))) {
      assertEquals("before", provider.prepare(Asking.REQUEST).await(CallWatcher.NONE).text());
    }
    long growth = largest.get() - before;
    assertTrue(growth < MOST_GROWTH, () -> growth / MIB + " MiB more");
  }

  /// Sends without end after this beginning, and tells how much went out.
  private static long sentUntilRefused(String head, String begin, Failure expected)
      throws Exception {
    var sent = new CompletableFuture<Long>();
    byte[] filler = filler();
    ScriptedEndpoint.Script script =
        c -> {
          c.head(head).say(begin);
          for (long i = 0; i < 1024; i++) {
            try {
              c.say(filler);
            } catch (IOException refused) {
              sent.complete(i * MIB);
              return;
            }
          }
          sent.complete(1024L * MIB);
        };
    try (var endpoint = new ScriptedEndpoint(script);
        var provider = new OpenAiCompatible(Asking.config(endpoint).withTimeouts(PATIENT))) {
      var thrown =
          assertThrows(
              ProviderException.class,
              () -> provider.prepare(Asking.REQUEST).await(CallWatcher.NONE));
      assertEquals(expected, thrown.failure());
      return sent.get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void what_would_have_to_be_kept_is_refused_early() throws Exception {
    long most = 64L * MIB;
    var tooLarge = new Failure.AnswerTooLarge();
    assertTrue(sentUntilRefused("200 OK", "data: {\"choices\":[\"", tooLarge) < most);
    assertTrue(sentUntilRefused("200 OK", "data: \ndata: ", tooLarge) < most);
    assertTrue(sentUntilRefused("200 OK", "{\"choices\":[\"", tooLarge) < most);
    assertTrue(sentUntilRefused("503 Busy", "oh", new Failure.Unavailable(503, null)) < most);
  }

  @Test
  void a_text_without_end_is_cut() throws Exception {
    String piece = "x".repeat(10_000);
    assertEquals(
        new Failure.AnswerTooLarge(),
        Asking.fail(c -> {
          c.sse();
          byte[] event =
              ("data: " + Chunks.content(piece) + "\n\n").getBytes(StandardCharsets.UTF_8);
          for (int i = 0; i < 10_000; i++) c.say(event);
        }));
  }
}
