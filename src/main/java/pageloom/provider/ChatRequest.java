package pageloom.provider;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a model is asked.
///
/// @param fallbackModels tried in this order where the model can't answer and another may
/// @param messages the same beginning, byte for byte, lets the endpoint reuse its work
/// @param maxCompletionTokens the most tokens that the answer may have, reasoning included
/// @param sessionId names requests that belong together, null for none
/// @param effort how much to reason, null for the model's own way
public record ChatRequest(
    String model,
    List<String> fallbackModels,
    List<Message> messages,
    int maxCompletionTokens,
    @Nullable String sessionId,
    @Nullable Effort effort) {

  public ChatRequest {
    fallbackModels = List.copyOf(fallbackModels);
    messages = List.copyOf(messages);
    if (model.isBlank()) throw new IllegalArgumentException("a request needs a model");
    if (messages.isEmpty()) throw new IllegalArgumentException("a request needs a message");
    if (maxCompletionTokens < 1) throw new IllegalArgumentException("an answer needs a token");
  }

  public ChatRequest(String model, List<Message> messages, int maxCompletionTokens) {
    this(model, List.of(), messages, maxCompletionTokens, null, null);
  }

  /// The same for another model, without fallbacks.
  ChatRequest withModel(String other) {
    return new ChatRequest(other, List.of(), messages, maxCompletionTokens, sessionId, effort);
  }

  /// The same with other messages.
  public ChatRequest withMessages(List<Message> others) {
    return new ChatRequest(model, fallbackModels, others, maxCompletionTokens, sessionId, effort);
  }

  /// The same with another cap.
  public ChatRequest withMaxCompletionTokens(int cap) {
    return new ChatRequest(model, fallbackModels, messages, cap, sessionId, effort);
  }

  /// Who speaks.
  public enum Role {
    SYSTEM,
    USER,
    ASSISTANT;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// How much a model reasons before it answers.
  public enum Effort {
    NONE,
    MINIMAL,
    LOW,
    MEDIUM,
    HIGH;

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// One turn of the chat. Its text is a person's and stays out of `toString`.
  public record Message(Role role, String content) {
    @Override
    public String toString() {
      return role.wire() + " message of " + content.length() + " characters";
    }
  }

  @Override
  public String toString() {
    return "request to " + model + " of " + messages.size() + " messages";
  }
}
