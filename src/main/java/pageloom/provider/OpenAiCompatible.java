package pageloom.provider;

import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.random.RandomGenerator;

/// Any endpoint that speaks OpenAI's chat completions. All its sockets are read by one thread,
/// which also parses: handing every chunk to another thread would cost more than reading it. That
/// thread never blocks. A second one watches the time.
public final class OpenAiCompatible implements ChatProvider {
  /// How long a budget waits for the first prices.
  private static final Duration FIRST_PRICES = Duration.ofSeconds(5);

  private final ScheduledThreadPoolExecutor timer;
  private final ModelCatalogue catalogue;
  private final Generations generations;
  private final Line line;

  public OpenAiCompatible(ProviderConfig config) {
    this(config, HttpClient.newBuilder());
  }

  OpenAiCompatible(ProviderConfig config, HttpClient.Builder client) {
    HttpClient http =
        client
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Runnable::run)
            .build();
    timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("provider-watchdog").factory());
    timer.setRemoveOnCancelPolicy(true);
    // What is still asked of it after the end is of no use.
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    InstantSource clock = InstantSource.system();
    catalogue = new ModelCatalogue(config, http, clock);
    generations = new Generations(config, http);
    line =
        new Line(
            config,
            http,
            timer,
            ConcurrentHashMap.newKeySet(),
            new Breaker(config.breaker(), System::nanoTime, config.base().toString()),
            catalogue,
            clock,
            RandomGenerator.getDefault());
  }

  @Override
  public ChatCall prepare(ChatRequest request) {
    List<HttpCall.Target> targets = new ArrayList<>();
    targets.add(target(request));
    // OpenRouter goes on to the next model by itself.
    if (line.config().dialect() != Dialect.OPENROUTER) {
      for (String model : request.fallbackModels()) targets.add(target(request.withModel(model)));
    }
    return new HttpCall(line, targets);
  }

  private HttpCall.Target target(ChatRequest request) {
    byte[] body = RequestBody.of(request, line.config().dialect());
    HttpRequest http =
        line.config()
            .request("/chat/completions")
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream, application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    return new HttpCall.Target(request, http);
  }

  @Override
  public ModelList models() {
    return catalogue.now();
  }

  @Override
  public Optional<BigDecimal> worstCase(ChatRequest request) throws InterruptedException {
    ModelList _ = catalogue.await(FIRST_PRICES);
    var most = new Usage(Tokens.atMost(request), 0, request.maxCompletionTokens(), null, true);
    List<String> models = new ArrayList<>(request.fallbackModels());
    models.add(request.model());
    BigDecimal dearest = BigDecimal.ZERO;
    for (String model : models) {
      Optional<Price> price = catalogue.of(model);
      if (price.isEmpty()) return Optional.empty();
      dearest = dearest.max(price.get().of(most));
    }
    return Optional.of(dearest);
  }

  @Override
  public Usage soFar(ChatRequest request, StreamedText text) {
    return Tokens.soFar(request, text).priced(catalogue.of(request.model()).orElse(null));
  }

  @Override
  public Optional<Usage> settled(String generationId) throws InterruptedException {
    return generations.usage(generationId);
  }

  @Override
  public void close() {
    line.live().forEach(ChatCall::cancel);
    line.http().shutdownNow();
    timer.shutdownNow();
  }
}
