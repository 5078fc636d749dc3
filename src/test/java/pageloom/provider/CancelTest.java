package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A call that nobody wants any more costs nothing from then on.
@Timeout(30)
final class CancelTest {
  private static final Duration AT_ONCE = Duration.ofMillis(200);

  /// How far the endpoint gets before it waits to be left.
  private enum Reached {
    REQUEST_READ {
      @Override
      void play(ScriptedEndpoint.Connection c) {}
    },
    HALF_A_HEAD {
      @Override
      void play(ScriptedEndpoint.Connection c) throws Exception {
        c.say("HTTP/1.1 200 OK\r\nContent-");
      }
    },
    HEAD {
      @Override
      void play(ScriptedEndpoint.Connection c) throws Exception {
        c.sse();
      }
    },
    COMMENTS {
      @Override
      void play(ScriptedEndpoint.Connection c) throws Exception {
        c.sse().say(": wait\n\n");
      }
    },
    TEXT {
      @Override
      void play(ScriptedEndpoint.Connection c) throws Exception {
        c.say(ScriptedEndpoint.SSE + "Content-Length: 100000\r\n\r\n").content("a");
      }
    },
    HALF_AN_EVENT {
      @Override
      void play(ScriptedEndpoint.Connection c) throws Exception {
        c.sse().content("a").say("data: {\"cho");
      }
    },
    FINISH {
      @Override
      void play(ScriptedEndpoint.Connection c) throws Exception {
        c.sse().content("a").finish("stop");
      }
    },
    HALF_AN_ERROR {
      @Override
      void play(ScriptedEndpoint.Connection c) throws Exception {
        c.head("503 Busy").say("{\"error\":");
      }
    };

    abstract void play(ScriptedEndpoint.Connection c) throws Exception;
  }

  /// Starts to wait for the answer, on a thread of its own.
  private static CompletableFuture<Completion> begin(ChatCall call, CallWatcher watcher) {
    var outcome = new CompletableFuture<Completion>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            outcome.complete(call.await(watcher));
          } catch (Throwable t) {
            outcome.completeExceptionally(t);
          }
        });
    return outcome;
  }

  private static Failure failure(CompletableFuture<Completion> outcome) {
    var thrown = assertThrows(ExecutionException.class, () -> outcome.get(5, TimeUnit.SECONDS));
    return assertInstanceOf(ProviderException.class, thrown.getCause()).failure();
  }

  /// Says how long something took.
  private interface Timed {
    Duration run() throws Exception;
  }

  /// Once of three times is enough: a machine with other work may leave a thread waiting for
  /// longer.
  private static void assertAtOnce(Timed timed) throws Exception {
    Duration quickest = timed.run();
    for (int i = 0; i < 2 && quickest.compareTo(AT_ONCE) >= 0; i++) quickest = timed.run();
    assertTrue(quickest.compareTo(AT_ONCE) < 0, quickest::toString);
  }

  @ParameterizedTest
  @EnumSource
  void cancel_closes_the_socket_at_once(Reached phase) throws Exception {
    assertAtOnce(() -> cancelled(phase));
  }

  private static Duration cancelled(Reached phase) throws Exception {
    var reached = new CountDownLatch(1);
    var closedAt = new CompletableFuture<Long>();
    ScriptedEndpoint.Script script =
        c -> {
          try {
            phase.play(c);
          } catch (Exception e) {
            closedAt.completeExceptionally(e);
          }
          reached.countDown();
          c.awaitClosed();
          closedAt.complete(System.nanoTime());
        };
    try (var endpoint = new ScriptedEndpoint(script);
        var provider =
            new OpenAiCompatible(Asking.config(endpoint).withTimeouts(Timeouts.DEFAULT))) {
      var notes = new Asking.Notes();
      ChatCall call = provider.prepare(Asking.REQUEST);
      CompletableFuture<Completion> outcome = begin(call, notes);
      reached.await();
      long cancelledAt = System.nanoTime();
      call.cancel();
      Duration took = Duration.ofNanos(closedAt.get(5, TimeUnit.SECONDS) - cancelledAt);
      assertEquals(new Failure.Cancelled(), failure(outcome));
      assertEquals(1, notes.attempts.size());
      assertEquals(new Failure.Cancelled(), notes.attempts.getFirst().failure());
      return took;
    }
  }

  @Test
  void cancel_ends_a_tls_handshake_that_hangs() throws Exception {
    assertAtOnce(CancelTest::cancelledInTheHandshake);
  }

  private static Duration cancelledInTheHandshake() throws Exception {
    var reached = new CountDownLatch(1);
    var closedAt = new CompletableFuture<Long>();
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(() -> {
            try (var socket = server.accept()) {
              int _ = socket.getInputStream().read();
              reached.countDown();
              byte[] _ = socket.getInputStream().readAllBytes();
              closedAt.complete(System.nanoTime());
            } catch (IOException e) {
              closedAt.complete(System.nanoTime());
            }
          });
      var base = BaseUrl.of("https://127.0.0.1:" + server.getLocalPort() + "/v1");
      try (var provider = new OpenAiCompatible(new ProviderConfig(base, null))) {
        ChatCall call = provider.prepare(Asking.REQUEST);
        CompletableFuture<Completion> outcome = begin(call, CallWatcher.NONE);
        reached.await();
        long cancelledAt = System.nanoTime();
        call.cancel();
        Duration took = Duration.ofNanos(closedAt.get(5, TimeUnit.SECONDS) - cancelledAt);
        assertEquals(new Failure.Cancelled(), failure(outcome));
        return took;
      }
    }
  }

  @Test
  void cancel_ends_the_pause_before_another_attempt() throws Exception {
    var waiting = new CountDownLatch(1);
    try (var endpoint = new ScriptedEndpoint(c -> c.head("503 Busy", "Retry-After: 50"));
        var provider = new OpenAiCompatible(Asking.config(endpoint).withRetries(Asking.THRICE))) {
      ChatCall call = provider.prepare(Asking.REQUEST);
      CompletableFuture<Completion> outcome =
          begin(
              call,
              new CallWatcher() {
                @Override
                public void waiting(Failure because, Instant until) {
                  waiting.countDown();
                }
              });
      waiting.await();
      call.cancel();
      assertEquals(new Failure.Cancelled(), failure(outcome));
    }
  }

  @Test
  void a_call_that_is_cancelled_before_it_begins_sends_nothing() throws Exception {
    try (var endpoint = new ScriptedEndpoint(c -> c.head("503 Busy"));
        var provider = new OpenAiCompatible(Asking.config(endpoint))) {
      ChatCall call = provider.prepare(Asking.REQUEST);
      call.cancel();
      assertEquals(new Failure.Cancelled(), failure(begin(call, CallWatcher.NONE)));
      assertTrue(endpoint.requests.isEmpty());
    }
  }

  @Test
  void an_interrupt_cancels_too() throws Exception {
    var closed = new CountDownLatch(1);
    ScriptedEndpoint.Script script =
        c -> {
          try {
            c.sse().content("a").awaitClosed();
          } finally {
            // It may be closed before all is said.
            closed.countDown();
          }
        };
    try (var endpoint = new ScriptedEndpoint(script);
        var provider = new OpenAiCompatible(Asking.config(endpoint))) {
      ChatCall call = provider.prepare(Asking.REQUEST);
      var notes = new Asking.Notes();
      var thrown = new CompletableFuture<Throwable>();
      Thread waiter =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  call.await(notes);
                } catch (Throwable t) {
                  thrown.complete(t);
                }
              });
      endpoint.requests.take();
      waiter.interrupt();
      assertInstanceOf(InterruptedException.class, thrown.get(5, TimeUnit.SECONDS));
      closed.await();
      assertEquals(new Failure.Cancelled(), notes.attempts.getFirst().failure());
    }
  }

  @Test
  void a_watcher_that_throws_ends_the_request() throws Exception {
    var closed = new CountDownLatch(1);
    ScriptedEndpoint.Script script =
        c -> {
          c.sse().content("a").awaitClosed();
          closed.countDown();
        };
    var watcher =
        new CallWatcher() {
          @Override
          public Optional<Duration> textEvery() {
            return Optional.of(Duration.ZERO);
          }

          @Override
          public void grew(StreamedText text) {
            throw new IllegalStateException("no more");
          }
        };
    try (var endpoint = new ScriptedEndpoint(script);
        var provider = new OpenAiCompatible(Asking.config(endpoint))) {
      ChatCall call = provider.prepare(Asking.REQUEST);
      assertThrows(IllegalStateException.class, () -> call.await(watcher));
      closed.await();
    }
  }

  @Test
  void closing_the_provider_ends_every_call() throws Exception {
    var reached = new CountDownLatch(1);
    try (var endpoint =
        new ScriptedEndpoint(c -> {
          c.sse().content("a");
          reached.countDown();
          c.awaitClosed();
        })) {
      CompletableFuture<Completion> outcome;
      try (var provider =
          new OpenAiCompatible(Asking.config(endpoint).withRetries(Asking.THRICE))) {
        outcome = begin(provider.prepare(Asking.REQUEST), CallWatcher.NONE);
        reached.await();
      }
      assertEquals(new Failure.Cancelled(), failure(outcome));
    }
  }
}
