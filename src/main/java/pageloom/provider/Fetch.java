package pageloom.provider;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A small GET with a bound on size and time. Blocks.
final class Fetch {
  private static final long MAX_BYTES = 16 << 20;

  private Fetch() {}

  /// Empty where nothing came, or too much, or too late.
  static Optional<HttpResponse<byte[]>> get(HttpClient http, HttpRequest request, Duration atMost)
      throws InterruptedException {
    var bounded =
        HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MAX_BYTES);
    CompletableFuture<HttpResponse<byte[]>> sent = http.sendAsync(request, bounded);
    try {
      return Optional.of(sent.get(atMost.toNanos(), TimeUnit.NANOSECONDS));
    } catch (ExecutionException | TimeoutException nothing) {
      return Optional.empty();
    } finally {
      sent.cancel(true);
    }
  }
}
