package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Most endpoints are reached by https: the same thread that reads also decrypts.
@Timeout(60)
final class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir static Path folder;
  private static SSLContext tls;

  @BeforeAll
  static void certificate() throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "loopback",
                "-keyalg",
                "EC",
                "-validity",
                "2",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                String.valueOf(PASSWORD))
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertEquals(0, keytool.waitFor(), said);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
  }

  private static ScriptedEndpoint endpoint(ScriptedEndpoint.Script script) throws Exception {
    ServerSocket server =
        tls.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress());
    return new ScriptedEndpoint(server, script);
  }

  private static ProviderConfig config(ScriptedEndpoint endpoint) {
    var base = BaseUrl.of("https://127.0.0.1:" + endpoint.port() + "/v1");
    return new ProviderConfig(base, new ApiKey(Asking.KEY)).withRetries(Asking.ONCE);
  }

  @Test
  void streams_come_through_whole() throws Exception {
    try (var endpoint =
            endpoint(c -> {
              c.sse();
              for (int i = 0; i < 100; i++) c.content("é" + i);
              c.finish("stop").event(Chunks.DONE);
            });
        var provider =
            new OpenAiCompatible(config(endpoint), HttpClient.newBuilder().sslContext(tls));
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var expected = new StringBuilder();
      for (int i = 0; i < 100; i++) expected.append("é").append(i);
      List<Future<Completion>> answers = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        answers.add(callers.submit(() -> provider.prepare(Asking.REQUEST).await(CallWatcher.NONE)));
      }
      for (Future<Completion> answer : answers) {
        assertEquals(expected.toString(), answer.get().text());
      }
    }
  }

  @Test
  void cancel_closes_the_socket_at_once() throws Exception {
    var reached = new CountDownLatch(1);
    var closedAt = new CompletableFuture<Long>();
    try (var endpoint =
            endpoint(c -> {
              c.sse().content("a");
              reached.countDown();
              c.awaitClosed();
              closedAt.complete(System.nanoTime());
            });
        var provider =
            new OpenAiCompatible(config(endpoint), HttpClient.newBuilder().sslContext(tls));
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      ChatCall call = provider.prepare(Asking.REQUEST);
      Future<Completion> answer = callers.submit(() -> call.await(CallWatcher.NONE));
      reached.await();
      long cancelledAt = System.nanoTime();
      call.cancel();
      Duration took = Duration.ofNanos(closedAt.get(5, TimeUnit.SECONDS) - cancelledAt);
      assertTrue(took.toMillis() < 200, took::toString);
      assertThrows(ExecutionException.class, answer::get);
    }
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_told() throws Exception {
    try (var endpoint = endpoint(c -> c.head("200 OK"));
        var provider = new OpenAiCompatible(config(endpoint))) {
      var thrown =
          assertThrows(
              ProviderException.class,
              () -> provider.prepare(Asking.REQUEST).await(CallWatcher.NONE));
      assertInstanceOf(Failure.ConnectionLost.class, thrown.failure());
      assertEquals(new Failure.ConnectionLost(Failure.Fault.TLS), thrown.failure());
    }
  }
}
