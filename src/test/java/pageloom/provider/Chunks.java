package pageloom.provider;

import com.google.gson.JsonPrimitive;

/// Chunks as endpoints send them.
final class Chunks {
  private static final String HEAD =
      "{\"id\":\"gen-1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m/answered\",";

  static final String USAGE =
      chunk(
          "\"choices\":[],\"usage\":{\"prompt_tokens\":20,\"completion_tokens\":7,"
              + "\"prompt_tokens_details\":{\"cached_tokens\":16},\"cost\":0.00012}");

  static final String DONE = "[DONE]";

  private Chunks() {}

  /// A chunk with these members besides the usual.
  static String chunk(String members) {
    return HEAD + members + "}";
  }

  static String content(String text) {
    return delta("\"content\":" + new JsonPrimitive(text));
  }

  static String delta(String members) {
    return chunk("\"choices\":[{\"index\":0,\"delta\":{" + members + "},\"finish_reason\":null}]");
  }

  static String finish(String reason) {
    return chunk("\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]");
  }

  /// A stream of events with these data, ended in good order.
  static ScriptedEndpoint.Script events(String... data) {
    return c -> {
      c.sse();
      for (String event : data) c.event(event);
    };
  }
}
