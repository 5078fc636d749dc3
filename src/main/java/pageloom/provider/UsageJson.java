package pageloom.provider;

import com.google.gson.JsonObject;
import java.math.BigDecimal;

/// The `usage` object of an answer, with what OpenRouter and DeepSeek add to OpenAI's.
final class UsageJson {
  private UsageJson() {}

  static Usage read(JsonObject usage) {
    long cached =
        Math.max(
            JsonFacts.count(JsonFacts.object(usage, "prompt_tokens_details"), "cached_tokens"),
            JsonFacts.count(usage, "prompt_cache_hit_tokens"));
    BigDecimal cost = JsonFacts.number(usage, "cost");
    if (cost != null && cost.signum() < 0) cost = null;
    if (cost != null && JsonFacts.isTrue(usage, "is_byok")) {
      // With one's own key behind OpenRouter `cost` is its fee alone; the model is billed there.
      BigDecimal upstream =
          JsonFacts.number(JsonFacts.object(usage, "cost_details"), "upstream_inference_cost");
      if (upstream != null && upstream.signum() > 0) cost = cost.add(upstream);
    }
    return new Usage(
        JsonFacts.count(usage, "prompt_tokens"),
        cached,
        JsonFacts.count(usage, "completion_tokens"),
        cost,
        false);
  }
}
