package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What models there are and what they cost.
@Timeout(30)
final class ModelCatalogueTest {
  private static final String OPENROUTER =
      """
      {"data":[
        {"id":"m/asked","name":"Asked","context_length":131072,
         "pricing":{"prompt":"0.000003","completion":"0.000015","request":"0","image":"0.0048",
                    "input_cache_read":"0.0000003"},
         "top_provider":{"context_length":131072,"max_completion_tokens":16384}},
        {"id":"openrouter/auto","name":"Auto","pricing":{"prompt":"-1","completion":"-1"}},
        {"id":"m/free:free","pricing":{"prompt":"0","completion":"0"}},
        {"name":"nameless"}, 7, null, {"id":""}
      ]}
      """;

  private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.EPOCH);

  private static ScriptedEndpoint offering(String body) throws Exception {
    var endpoint =
        new ScriptedEndpoint(c -> c.sse().content("abcdefg").finish("stop").event(Chunks.DONE));
    endpoint.lookup = c -> c.head("200 OK", "Content-Type: application/json").say(body);
    return endpoint;
  }

  private ModelCatalogue catalogue(ScriptedEndpoint endpoint) {
    var http = HttpClient.newBuilder().executor(Runnable::run).build();
    return new ModelCatalogue(Asking.config(endpoint), http, clock::get);
  }

  private static ModelList await(ModelCatalogue catalogue) throws InterruptedException {
    return catalogue.await(Duration.ofSeconds(10));
  }

  @Test
  void openrouters_list_has_prices_and_contexts() throws Exception {
    try (var endpoint = offering(OPENROUTER)) {
      ModelList found = await(catalogue(endpoint));
      assertEquals(ModelList.State.LISTED, found.state());
      assertEquals(
          List.of("m/asked", "openrouter/auto", "m/free:free"),
          found.models().stream().map(Model::id).toList());
      assertEquals(
          new Model(
              "m/asked",
              "Asked",
              131072,
              16384,
              new Price(
                  new BigDecimal("0.000003"),
                  new BigDecimal("0.000015"),
                  new BigDecimal("0.0000003"),
                  new BigDecimal("0"))),
          found.models().getFirst());
      assertEquals(Optional.empty(), found.find("openrouter/auto").map(Model::price));
      assertTrue(endpoint.lookups.take().head().startsWith("GET /v1/models "));
    }
  }

  @Test
  void a_plain_list_has_names_alone() throws Exception {
    String body =
        "{\"object\":\"list\",\"data\":[{\"id\":\"llama3.2:latest\",\"object\":\"model\","
            + "\"created\":1,\"owned_by\":\"library\"},{\"id\":\"q\",\"max_model_len\":4096}]}";
    try (var endpoint = offering(body)) {
      ModelCatalogue catalogue = catalogue(endpoint);
      ModelList found = await(catalogue);
      assertEquals(
          new Model("llama3.2:latest", "llama3.2:latest", null, null, null),
          found.models().getFirst());
      assertEquals(4096, found.models().get(1).contextTokens());
      assertEquals(Optional.empty(), catalogue.of("q"));
    }
  }

  @Test
  void an_endpoint_may_have_no_list() throws Exception {
    for (String body : new String[] {"<p>hi", "{\"error\":\"x\"}", "[]", "{\"data\":7}", ""}) {
      try (var endpoint = offering(body)) {
        assertEquals(ModelList.State.NONE, await(catalogue(endpoint)).state());
      }
    }
    try (var endpoint = new ScriptedEndpoint()) {
      assertEquals(ModelList.State.NONE, await(catalogue(endpoint)).state());
    }
  }

  @Test
  void what_was_listed_once_outlives_a_failure_and_is_fetched_anew() throws Exception {
    try (var endpoint = offering(OPENROUTER)) {
      ModelCatalogue catalogue = catalogue(endpoint);
      assertEquals(3, await(catalogue).models().size());
      endpoint.lookups.take();
      var asked = new CountDownLatch(1);
      endpoint.lookup =
          c -> {
            c.head("500 No");
            asked.countDown();
          };
      catalogue.now();
      assertTrue(endpoint.lookups.isEmpty());
      clock.set(Instant.EPOCH.plus(Duration.ofHours(2)));
      catalogue.now();
      assertTrue(asked.await(10, TimeUnit.SECONDS));
      assertEquals(3, catalogue.now().models().size());
    }
  }

  @Test
  void a_list_that_never_comes_holds_nobody_up() throws Exception {
    var silent = new CountDownLatch(1);
    try (var endpoint = new ScriptedEndpoint()) {
      endpoint.lookup =
          c -> {
            silent.countDown();
            c.awaitClosed();
          };
      ModelCatalogue catalogue = catalogue(endpoint);
      assertEquals(ModelList.UNKNOWN, catalogue.now());
      silent.await();
      assertEquals(ModelList.UNKNOWN, catalogue.await(Duration.ofMillis(1)));
    }
  }

  @Test
  void the_worst_case_takes_every_token_and_the_dearest_model() throws Exception {
    try (var endpoint = offering(OPENROUTER);
        var provider = new OpenAiCompatible(Asking.config(endpoint))) {
      BigDecimal worst = provider.worstCase(Asking.REQUEST).orElseThrow();
      assertTrue(worst.compareTo(new BigDecimal("0.0015")) > 0);
      assertTrue(worst.compareTo(new BigDecimal("0.0020")) < 0, worst::toString);
      var free =
          new ChatRequest(
              "m/free:free", List.of("m/asked"), Asking.REQUEST.messages(), 100, null, null);
      assertEquals(worst, provider.worstCase(free).orElseThrow());
      var unknown = new ChatRequest("m/new", Asking.REQUEST.messages(), 100);
      assertEquals(Optional.empty(), provider.worstCase(unknown));
    }
  }

  @Test
  void a_usage_without_cost_is_priced_by_the_list() throws Exception {
    try (var endpoint = offering(OPENROUTER);
        var provider = new OpenAiCompatible(Asking.config(endpoint))) {
      assertTrue(provider.worstCase(Asking.REQUEST).isPresent());
      Usage usage = provider.prepare(Asking.REQUEST).await(CallWatcher.NONE).usage();
      assertEquals(2, usage.outputTokens());
      assertEquals(
          new BigDecimal("0.000003")
              .multiply(BigDecimal.valueOf(usage.inputTokens()))
              .add(new BigDecimal("0.00003"))
              .stripTrailingZeros(),
          usage.cost());
    }
  }

  @Test
  void cached_tokens_cost_what_the_list_says() {
    var price =
        new Price(
            new BigDecimal("0.000003"),
            new BigDecimal("0.000015"),
            new BigDecimal("0.0000003"),
            new BigDecimal("0.01"));
    assertEquals(new BigDecimal("0.010204"), price.of(new Usage(100, 80, 8, null, false)));
  }

  @Test
  void a_price_set_by_hand_counts_where_none_is_listed() throws Exception {
    try (var endpoint = offering("nothing");
        var provider = new OpenAiCompatible(Asking.config(endpoint).withUnlisted(Price.FREE))) {
      assertEquals(0, provider.worstCase(Asking.REQUEST).orElseThrow().signum());
      assertFalse(provider.models().state() == ModelList.State.LISTED);
    }
  }
}
