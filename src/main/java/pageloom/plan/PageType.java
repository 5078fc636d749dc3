package pageloom.plan;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One type of page: how prompts ask for it, its sections, its looks and its words.
///
/// @param id e.g. `saas`
/// @param label what people read
/// @param keywords what tells it from the prompt, with weights 1 to 5
/// @param sections names in order
/// @param palettes ids it prefers
/// @param types ids of type pairings it prefers
/// @param radius corners it prefers
/// @param density spacings it prefers
/// @param voice how it speaks
/// @param brands invented names for pages whose prompt has none
/// @param subject what it is about unless the prompt says so
/// @param audience whom it is for unless the prompt says so
/// @param copy variants by section kind
record PageType(
    String id,
    String label,
    List<Keyword> keywords,
    List<String> sections,
    List<String> palettes,
    List<String> types,
    List<String> radius,
    List<String> density,
    String voice,
    List<String> brands,
    String subject,
    String audience,
    Map<String, List<Copy>> copy) {

  /// A phrase and how much it says, 1 to 5.
  record Keyword(Phrase phrase, int weight) {}

  private static final Gson GSON = new Gson();

  static PageType of(JsonObject json) {
    return new PageType(
        json.get("id").getAsString(),
        json.get("label").getAsString(),
        json.getAsJsonObject("keywords").asMap().entrySet().stream()
            .map(e -> new Keyword(Phrase.of(e.getKey()), e.getValue().getAsInt()))
            .filter(k -> k.phrase().isUsable())
            .toList(),
        strings(json, "sections"),
        strings(json, "palettes"),
        strings(json, "types"),
        strings(json, "radius"),
        strings(json, "density"),
        json.get("voice").getAsString(),
        strings(json, "brands"),
        json.get("subject").getAsString(),
        json.get("audience").getAsString(),
        copies(json.getAsJsonObject("copy")));
  }

  /// The same type in the words of another language.
  PageType worded(
      String words, String tone, String about, String whom, Map<String, List<Copy>> copies) {
    return new PageType(
        id, words, keywords, sections, palettes, types, radius, density, tone, brands, about, whom,
        copies);
  }

  private static Map<String, List<Copy>> copies(JsonObject json) {
    var copies = new LinkedHashMap<String, List<Copy>>();
    json.asMap().forEach((kind, value) -> copies.put(kind, variants(value)));
    return copies;
  }

  private static List<Copy> variants(JsonElement value) {
    if (!value.isJsonArray()) return List.of(GSON.fromJson(value, Copy.class));
    return value.getAsJsonArray().asList().stream().map(v -> GSON.fromJson(v, Copy.class)).toList();
  }

  private static List<String> strings(JsonObject json, String name) {
    return List.copyOf(GSON.fromJson(json.get(name), new TypeToken<List<String>>() {}));
  }
}
