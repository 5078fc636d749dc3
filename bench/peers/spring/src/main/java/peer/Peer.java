package peer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Spring Boot with SseEmitter on virtual threads, for comparison: it asks a model for seven
/// sections at once and sends each as a server-sent event when it is whole. Nothing is planned,
/// checked, converted or kept.
@SpringBootApplication
@RestController
public class Peer {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static JsonNode page = JSON.createObjectNode();
  private static URI model = URI.create("http://127.0.0.1:1/");

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public static void main(String[] arguments) {
    if (arguments.length == 2) {
      page = JSON.readTree(Path.of(arguments[0]));
      model = URI.create(arguments[1] + "/chat/completions");
    }
    var application = new SpringApplication(Peer.class);
    application.setDefaultProperties(
        Map.of(
            "server.address", "127.0.0.1",
            "server.port", "0",
            "server.tomcat.accept-count", "4096",
            "server.tomcat.max-connections", "20000",
            "spring.threads.virtual.enabled", "true",
            "spring.mvc.async.request-timeout", "120s"));
    application.run();
  }

  @EventListener
  void ready(ServletWebServerInitializedEvent event) {
    System.out.println("ready: http://127.0.0.1:" + event.getWebServer().getPort() + "/");
  }

  @GetMapping("/healthz")
  Map<String, String> health() {
    return Map.of("status", "ok");
  }

  /// @param prompt the only member that is read
  record Asked(String prompt) {}

  @PostMapping("/api/generate-multi-section-stream")
  SseEmitter generate(@RequestBody Asked asked) {
    var emitter = new SseEmitter();
    threads.execute(() -> {
      try {
        stream(asked.prompt(), emitter);
        emitter.complete();
      } catch (Exception e) {
        emitter.completeWithError(e);
      }
    });
    return emitter;
  }

  private void stream(String prompt, SseEmitter emitter) throws Exception {
    send(emitter, page.get("init"));
    var running = new ExecutorCompletionService<Map<String, Object>>(threads);
    int order = 0;
    for (JsonNode section : page.get("sections")) {
      send(emitter, Map.of("type", "status", "section", section.get("name"), "status", "generating", "attempt", 1));
      int place = order++;
      running.submit((Callable<Map<String, Object>>) () -> write(prompt, section, place));
    }
    int completed = 0;
    for (int i = 0; i < order; i++) {
      var event = running.take().get();
      if (event.get("type").equals("section_complete")) completed++;
      send(emitter, event);
    }
    send(emitter, Map.of("type", "complete", "message", "All sections generated", "completed", completed, "failed", order - completed));
  }

  private static void send(SseEmitter emitter, Object frame) throws IOException {
    emitter.send(SseEmitter.event().data(" " + ordered(frame), MediaType.TEXT_PLAIN));
  }

  /// The type first, as every other server writes it.
  private static String ordered(Object frame) {
    ObjectNode node = JSON.valueToTree(frame);
    ObjectNode sorted = JSON.createObjectNode();
    for (String first : List.of("type", "section", "status")) {
      if (node.has(first)) sorted.set(first, node.remove(first));
    }
    sorted.setAll(node);
    return JSON.writeValueAsString(sorted);
  }

  private Map<String, Object> write(String prompt, JsonNode section, int order) throws Exception {
    long from = System.nanoTime();
    String html = ask(prompt, section.get("request"));
    return Map.of(
        "type", "section_complete", "section", section.get("name"), "status", "completed",
        "data",
        Map.of(
            "code", section.get("code"), "sectionName", section.get("name"), "sectionOrder", order,
            "componentType", section.get("kind"), "dependencies", List.of(), "requestId", "request",
            "html", html, "author", "model", "model", "loop/one",
            "durationMs", (System.nanoTime() - from) / 1_000_000));
  }

  private String ask(String prompt, JsonNode template) throws Exception {
    ObjectNode request = (ObjectNode) template.deepCopy();
    for (JsonNode message : (ArrayNode) request.get("messages")) {
      String content = message.get("content").asString();
      ((ObjectNode) message).put("content", content.replace(page.get("prompt").asString(), prompt));
    }
    var call =
        HttpRequest.newBuilder(model)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(request)))
            .build();
    var answer = client.send(call, BodyHandlers.ofLines());
    if (answer.statusCode() != 200) throw new IOException("status " + answer.statusCode());
    var text = new StringBuilder();
    boolean finished = false;
    for (String line : (Iterable<String>) answer.body()::iterator) {
      if (!line.startsWith("data:") || line.endsWith("[DONE]")) continue;
      for (JsonNode choice : JSON.readTree(line.substring(5)).path("choices")) {
        text.append(choice.path("delta").path("content").asString(""));
        finished |= !choice.path("finish_reason").isMissingNode() && !choice.path("finish_reason").isNull();
      }
    }
    int start = text.indexOf("<<<SECTION\n");
    int end = text.lastIndexOf("\nSECTION>>>");
    if (!finished || start < 0 || end < 0) throw new IOException("the answer is not whole");
    return text.substring(start + "<<<SECTION\n".length(), end);
  }
}
