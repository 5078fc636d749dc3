package pageloom.provider;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What OpenRouter knows of an answer afterwards: `GET /generation?id=`, which says 404 until the
/// books are done. Blocks.
final class Generations {
  private static final int LOOKS = 6;
  private static final Duration FETCH = Duration.ofSeconds(5);

  private final ProviderConfig config;
  private final HttpClient http;

  Generations(ProviderConfig config, HttpClient http) {
    this.config = config;
    this.http = http;
  }

  /// Empty where it never tells.
  Optional<Usage> usage(String id) throws InterruptedException {
    HttpRequest request = config.request("/generation?id=" + id).build();
    Duration pause = config.retries().base();
    for (int look = 1; look <= LOOKS; look++) {
      Thread.sleep(pause);
      pause = pause.multipliedBy(2);
      Optional<HttpResponse<byte[]>> reply = Fetch.get(http, request, FETCH);
      if (reply.isEmpty()) continue;
      int status = reply.get().statusCode();
      if (status == 200) return read(reply.get().body());
      if (status != 404 && status != 429 && status < 500) return Optional.empty();
    }
    return Optional.empty();
  }

  private static Optional<Usage> read(byte[] body) {
    JsonObject data = JsonFacts.object(JsonFacts.parse(body, 0, body.length).orElse(null), "data");
    BigDecimal cost = JsonFacts.number(data, "total_cost");
    if (cost == null || cost.signum() < 0) return Optional.empty();
    BigDecimal upstream = JsonFacts.number(data, "upstream_inference_cost");
    if (JsonFacts.isTrue(data, "is_byok") && upstream != null && upstream.signum() > 0) {
      cost = cost.add(upstream);
    }
    return Optional.of(
        new Usage(
            either(data, "native_tokens_prompt", "tokens_prompt"),
            JsonFacts.count(data, "native_tokens_cached"),
            either(data, "native_tokens_completion", "tokens_completion"),
            cost,
            false));
  }

  /// The model's own count, or else the normalized one.
  private static long either(@Nullable JsonObject data, String name, String other) {
    return JsonFacts.member(data, name) == null
        ? JsonFacts.count(data, other)
        : JsonFacts.count(data, name);
  }
}
