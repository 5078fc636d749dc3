package pageloom.provider;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Writes a request as an endpoint of some dialect understands it.
final class RequestBody {
  private RequestBody() {}

  static byte[] of(ChatRequest request, Dialect dialect) {
    var text = new StringWriter();
    try (var json = new JsonWriter(text)) {
      json.beginObject();
      write(json, request, dialect);
      json.endObject();
    } catch (IOException memoryIsNoFile) {
      throw new UncheckedIOException(memoryIsNoFile);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonWriter json, ChatRequest request, Dialect dialect)
      throws IOException {
    json.name("model").value(request.model());
    boolean openRouter = dialect == Dialect.OPENROUTER;
    if (openRouter && !request.fallbackModels().isEmpty()) {
      json.name("models").beginArray().value(request.model());
      for (String model : request.fallbackModels()) json.value(model);
      json.endArray();
    }
    json.name("messages").beginArray();
    for (ChatRequest.Message message : request.messages()) {
      json.beginObject();
      json.name("role").value(message.role().wire());
      json.name("content").value(message.content());
      json.endObject();
    }
    json.endArray();
    json.name("stream").value(true);
    json.name("stream_options").beginObject().name("include_usage").value(true).endObject();
    json.name("max_completion_tokens").value(request.maxCompletionTokens());
    if (dialect == Dialect.COMMON) json.name("max_tokens").value(request.maxCompletionTokens());
    if (openRouter && request.sessionId() != null) {
      json.name("session_id").value(request.sessionId());
    }
    if (request.effort() == null) return;
    String effort = request.effort().wire();
    if (openRouter) json.name("reasoning").beginObject().name("effort").value(effort).endObject();
    else json.name("reasoning_effort").value(effort);
  }
}
