package pageloom.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads chunks, and whole completions, into an [Answer]: OpenAI's shape, and what endpoints made
/// of it.
final class ChunkReader {
  private final Answer answer;
  private final ErrorBody errors;
  private final ChunkTemplate template = new ChunkTemplate();

  ChunkReader(Answer answer, ErrorBody errors) {
    this.answer = answer;
    this.errors = errors;
  }

  /// Reads the data of an event.
  ///
  /// @return false for what is no JSON object
  boolean chunk(byte[] in, int from, int to) {
    int before = answer.text.length();
    if (template.read(in, from, to, answer.text)) {
      if (answer.text.length() > before) answer.tokens++;
      return true;
    }
    Optional<JsonElement> json = JsonFacts.parse(in, from, to);
    if (json.isEmpty() || !(json.get() instanceof JsonObject chunk)) return false;
    if (object(chunk)) template.learn(in, from, to);
    return true;
  }

  /// Whether a document holds what belongs into an answer.
  static boolean isAnswer(JsonObject json) {
    return json.get("choices") instanceof JsonArray || errorOf(json) != null;
  }

  static @Nullable JsonElement errorOf(JsonObject json) {
    JsonElement error = JsonFacts.member(json, "error");
    if (error != null) return error;
    return "error".equals(JsonFacts.string(json, "object")) ? json : null;
  }

  /// Reads a chunk or a whole completion.
  ///
  /// @return whether it holds a piece of text and nothing else worth reading
  boolean object(JsonObject chunk) {
    String id = JsonFacts.string(chunk, "id");
    if (answer.id == null && id != null && !id.isEmpty()) answer.id = id;
    String model = JsonFacts.string(chunk, "model");
    if (model != null && !model.isEmpty()) answer.model = model;
    JsonObject usage = JsonFacts.object(chunk, "usage");
    if (usage != null) answer.usage = UsageJson.read(usage);
    JsonElement error = errorOf(chunk);
    if (error != null) {
      answer.failure = errors.within(error);
      return false;
    }
    if (!(chunk.get("choices") instanceof JsonArray choices)) return false;
    boolean plain = false;
    for (JsonElement choice : choices) {
      // We ask for one answer; should there be more, the first is ours.
      if (JsonFacts.count(choice, "index") == 0) plain = choice(choice);
    }
    return plain && usage == null && choices.size() == 1;
  }

  private boolean choice(JsonElement choice) {
    JsonElement error = JsonFacts.member(choice, "error");
    if (error != null) {
      answer.failure = errors.within(error);
      return false;
    }
    String finish = JsonFacts.string(choice, "finish_reason");
    if (finish != null && !finish.isEmpty()) answer.finishReason = finish;
    JsonObject delta = JsonFacts.object(choice, "delta");
    if (delta == null) delta = JsonFacts.object(choice, "message");
    if (delta == null) return false;
    boolean plain = finish == null;
    for (Map.Entry<String, JsonElement> field : delta.entrySet()) {
      JsonElement value = field.getValue();
      if (value.isJsonNull()) continue;
      switch (field.getKey()) {
        case "role" -> {}
        case "content" -> {
          text(content(value));
          plain &= value.isJsonPrimitive();
        }
        case "reasoning", "reasoning_content" -> {
          reasoning(content(value));
          plain = false;
        }
        case "reasoning_details" -> {
          // Its text comes in `reasoning` too, if at all; but somebody is at work.
          answer.tokens++;
          plain = false;
        }
        case "refusal" -> {
          answer.refused = true;
          plain = false;
        }
        default -> plain = false;
      }
    }
    return plain && delta.has("content");
  }

  private void text(String piece) {
    if (piece.isEmpty()) return;
    answer.tokens++;
    answer.text.append(piece);
  }

  private void reasoning(String piece) {
    if (piece.isEmpty()) return;
    answer.tokens++;
    answer.text.reason(piece.length());
  }

  /// Content is a string, or an array of parts of which only those of text count.
  private static String content(JsonElement value) {
    if (value.isJsonPrimitive()) return value.getAsString();
    if (!(value instanceof JsonArray parts)) return "";
    var text = new StringBuilder();
    for (JsonElement part : parts) {
      if (part.isJsonPrimitive()) text.append(part.getAsString());
      String type = JsonFacts.string(part, "type");
      if (type != null && !type.equals("text")) continue;
      String piece = JsonFacts.string(part, "text");
      if (piece != null) text.append(piece);
    }
    return text.toString();
  }
}
