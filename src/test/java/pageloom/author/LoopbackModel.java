package pageloom.author;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A chat-completions endpoint on the loopback address that answers as the test says and counts
/// what it charges.
public final class LoopbackModel implements AutoCloseable {
  private final HttpServer server;
  private final Function<Request, Answer> script;
  private final AtomicReference<BigDecimal> charged = new AtomicReference<>(BigDecimal.ZERO);
  private final AtomicInteger calls = new AtomicInteger();

  /// The pace of a stream: how long it takes from one piece of text to the next.
  public volatile Duration pace = Duration.ZERO;

  /// What an answer whose end was not seen has cost, in USD; null for what nobody knows.
  public volatile @Nullable BigDecimal booked;

  /// When callers hung up before they had the whole answer.
  public final Queue<Instant> hungUp = new ConcurrentLinkedQueue<>();

  private final CountDownLatch closed = new CountDownLatch(1);

  /// What came.
  ///
  /// @param messages their contents, in order
  public record Request(String model, List<String> messages) {}

  /// What goes back.
  public sealed interface Answer {}

  /// A stream of text with its usage at the end.
  ///
  /// @param chunks how many pieces the text comes in
  public record Text(String text, String finish, BigDecimal costUsd, int chunks)
      implements Answer {}

  /// A stream that breaks in the middle, without usage.
  public record Cut(String text) implements Answer {}

  /// A stream that says nothing more but blanks and never ends.
  public record Endless(String text) implements Answer {}

  /// A refusal.
  public record Status(int status, String body, String retryAfter) implements Answer {}

  public LoopbackModel(Function<Request, Answer> script) throws IOException {
    this.script = script;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    for (String base : List.of("/v1", "/api/v1")) {
      server.createContext(base + "/chat/completions", this::chat);
      server.createContext(base + "/models", this::models);
      server.createContext(base + "/generation", this::generation);
    }
    server.start();
  }

  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  /// The same endpoint where it is taken for OpenRouter's.
  public URI openRouter() {
    return base().resolve("/api/v1");
  }

  /// What all answers with usage cost.
  public BigDecimal charged() {
    return charged.get();
  }

  public int calls() {
    return calls.get();
  }

  private void models(HttpExchange exchange) throws IOException {
    send(
        exchange,
        200,
        """
        {"data":[{"id":"loop/one","name":"Loop One","context_length":100000,
          "pricing":{"prompt":"0.000001","completion":"0.000004"}},
          {"id":"loop/two","name":"Loop Two","context_length":100000,
          "pricing":{"prompt":"0.000002","completion":"0.000008"}}]}\
        """);
  }

  private void generation(HttpExchange exchange) throws IOException {
    BigDecimal cost = booked;
    String books = "{\"data\":{\"total_cost\":%s,\"tokens_prompt\":900,\"tokens_completion\":80}}";
    send(exchange, cost == null ? 404 : 200, cost == null ? "{}" : books.formatted(cost));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private void chat(HttpExchange exchange) throws IOException {
    calls.incrementAndGet();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonObject json = JsonParser.parseString(body).getAsJsonObject();
    List<String> messages = new ArrayList<>();
    for (var message : json.getAsJsonArray("messages")) {
      messages.add(message.getAsJsonObject().get("content").getAsString());
    }
    String model = json.get("model").getAsString();
    switch (script.apply(new Request(model, messages))) {
      case Text text -> stream(exchange, text, model);
      case Cut cut -> cut(exchange, cut, model);
      case Endless endless -> endless(exchange, endless, model);
      case Status refusal -> {
        if (!refusal.retryAfter().isEmpty()) {
          exchange.getResponseHeaders().set("Retry-After", refusal.retryAfter());
        }
        send(exchange, refusal.status(), refusal.body());
      }
    }
  }

  private void stream(HttpExchange exchange, Text answer, String model) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      String text = answer.text();
      int size = Math.max(1, text.length() / answer.chunks());
      for (int at = 0; at < text.length(); at += size) {
        event(out, chunk(text.substring(at, Math.min(text.length(), at + size)), null, model));
        LockSupport.parkNanos(pace.toNanos());
      }
      event(out, chunk("", answer.finish(), model));
      var usage = new JsonObject();
      usage.addProperty("prompt_tokens", 1000);
      usage.addProperty("completion_tokens", text.length() / 4);
      usage.addProperty("cost", answer.costUsd());
      var last = new JsonObject();
      last.add("choices", new JsonArray());
      last.add("usage", usage);
      // Charged before it is said: whoever reads it may compare at once.
      charged.accumulateAndGet(answer.costUsd(), BigDecimal::add);
      event(out, last);
      out.write("data: [DONE]\n\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException lineIsDown) {
      hungUp.add(Instant.now());
      throw lineIsDown;
    }
  }

  private void cut(HttpExchange exchange, Cut answer, String model) throws IOException {
    byte[] whole =
        ("data: " + chunk(answer.text(), null, model) + "\n\n").getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    // A length that is never reached: the reader sees the connection break.
    exchange.sendResponseHeaders(200, whole.length + 1000L);
    exchange.getResponseBody().write(whole);
    exchange.getResponseBody().flush();
    exchange.close();
  }

  private void endless(HttpExchange exchange, Endless answer, String model) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("X-Generation-Id", "gen-endless");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      event(out, chunk(answer.text(), null, model));
      while (!closed.await(50, TimeUnit.MILLISECONDS)) event(out, chunk(" ", null, model));
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private static JsonObject chunk(String content, String finish, String model) {
    var delta = new JsonObject();
    delta.addProperty("content", content);
    var choice = new JsonObject();
    choice.addProperty("index", 0);
    choice.add("delta", delta);
    choice.addProperty("finish_reason", finish);
    var choices = new JsonArray();
    choices.add(choice);
    var json = new JsonObject();
    json.addProperty("id", "gen-1");
    json.addProperty("model", model);
    json.add("choices", choices);
    return json;
  }

  private static void event(OutputStream out, JsonObject json) throws IOException {
    out.write(("data: " + json + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
  }
}
