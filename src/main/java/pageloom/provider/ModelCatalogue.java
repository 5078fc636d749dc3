package pageloom.provider;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The endpoint's models and their prices: fetched in the background when somebody asks and what is
/// known is old. Any thread.
final class ModelCatalogue implements Line.Prices {
  private static final System.Logger LOG = System.getLogger(ModelCatalogue.class.getName());
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration FRESH_AFTER_FAILURE = Duration.ofMinutes(1);
  private static final Duration FETCH = Duration.ofSeconds(30);

  private final ProviderConfig config;
  private final HttpClient http;
  private final InstantSource clock;
  private final AtomicBoolean fetching = new AtomicBoolean();
  private final CountDownLatch looked = new CountDownLatch(1);
  private volatile ModelList known = ModelList.UNKNOWN;
  private volatile Instant lookAgain = Instant.MIN;

  ModelCatalogue(ProviderConfig config, HttpClient http, InstantSource clock) {
    this.config = config;
    this.http = http;
    this.clock = clock;
  }

  /// What is known by now.
  ModelList now() {
    if (!clock.instant().isBefore(lookAgain) && fetching.compareAndSet(false, true)) {
      Thread.ofVirtual().name("models").start(this::refresh);
    }
    return known;
  }

  /// What is known once somebody has looked, or after this long.
  ModelList await(Duration atMost) throws InterruptedException {
    if (now().state() == ModelList.State.UNKNOWN) {
      boolean _ = looked.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
    return known;
  }

  @Override
  public Optional<Price> of(String model) {
    return now()
        .find(model)
        .flatMap(found -> Optional.ofNullable(found.price()))
        .or(() -> Optional.ofNullable(config.unlisted()));
  }

  private void refresh() {
    try {
      ModelList found = look();
      if (found.state() != known.state()) {
        LOG.log(
            System.Logger.Level.INFO,
            "{0}: list of models {1}, {2} models",
            config.base(),
            found.state(),
            found.models().size());
      }
      boolean failed = found.state() == ModelList.State.FAILED;
      lookAgain = clock.instant().plus(failed ? FRESH_AFTER_FAILURE : FRESH);
      known = found;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      fetching.set(false);
      looked.countDown();
    }
  }

  private ModelList look() throws InterruptedException {
    if (!config.base().mayBeCalled()) return failed();
    HttpRequest request = config.request("/models").header("Accept", "application/json").build();
    Optional<HttpResponse<byte[]>> reply = Fetch.get(http, request, FETCH);
    if (reply.isEmpty()) return failed();
    int status = reply.get().statusCode();
    if (status == 401 || status == 403 || status == 429 || status >= 500) return failed();
    Optional<List<Model>> models =
        status == 200 ? ModelsJson.read(reply.get().body()) : Optional.empty();
    Instant now = clock.instant();
    return models
        .map(list -> new ModelList(ModelList.State.LISTED, list, now))
        .orElse(new ModelList(ModelList.State.NONE, List.of(), now));
  }

  /// Prices of an hour ago are better than none.
  private ModelList failed() {
    return new ModelList(ModelList.State.FAILED, known.models(), known.fetchedAt());
  }
}
