package pageloom.provider;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The answer to `GET /models`: OpenRouter's with prices and contexts, OpenAI's with names alone.
final class ModelsJson {
  private static final int MAX_MODELS = 10_000;

  private ModelsJson() {}

  /// Empty for what is no list of models.
  static Optional<List<Model>> read(byte[] body) {
    JsonElement json = JsonFacts.parse(body, 0, body.length).orElse(null);
    if (!(json instanceof JsonObject object) || !(object.get("data") instanceof JsonArray data)) {
      return Optional.empty();
    }
    List<Model> models = new ArrayList<>();
    for (JsonElement element : data) {
      String id = JsonFacts.string(element, "id");
      if (id == null || id.isBlank() || id.length() > 200 || models.size() == MAX_MODELS) continue;
      String name = JsonFacts.string(element, "name");
      models.add(
          new Model(
              id,
              name == null || name.isBlank() || name.length() > 200 ? id : name,
              // vLLM has a name of its own for it.
              first(count(element, "context_length"), count(element, "max_model_len")),
              count(JsonFacts.object(element, "top_provider"), "max_completion_tokens"),
              price(JsonFacts.object(element, "pricing"))));
    }
    return Optional.of(models);
  }

  private static @Nullable Integer first(@Nullable Integer one, @Nullable Integer other) {
    return one == null ? other : one;
  }

  private static @Nullable Integer count(@Nullable JsonElement in, String name) {
    long count = JsonFacts.count(in, name);
    return count == 0 ? null : (int) Math.min(count, Integer.MAX_VALUE);
  }

  /// USD a token, as strings. A negative one means: depends on where the router sends it.
  private static @Nullable Price price(@Nullable JsonObject pricing) {
    BigDecimal input = JsonFacts.number(pricing, "prompt");
    BigDecimal output = JsonFacts.number(pricing, "completion");
    BigDecimal request = JsonFacts.number(pricing, "request");
    BigDecimal cached = JsonFacts.number(pricing, "input_cache_read");
    if (input == null || output == null || input.signum() < 0 || output.signum() < 0) return null;
    if (request == null || request.signum() < 0) request = BigDecimal.ZERO;
    if (cached != null && cached.signum() < 0) cached = null;
    return new Price(input, output, cached, request);
  }
}
