package pageloom.page;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pageloom.plan.Plan;
import pageloom.plan.Theme;

/// The one codec of page events and plans. An event's JSON is what the log keeps and what the wire
/// shows, field names and order included, so a change here is a change of the public contract.
public final class PageJson {
  private static final Gson GSON = Json.gson();

  private PageJson() {}

  /// The event's `type` on the wire.
  public static String type(PageEvent event) {
    return switch (event) {
      case PageEvent.Init e -> "init";
      case PageEvent.SectionStarted e -> "status";
      case PageEvent.Usage e -> "usage";
      case PageEvent.SectionCompleted e -> "section_complete";
      case PageEvent.SectionFailed e -> "error";
      case PageEvent.Completed e -> "complete";
    };
  }

  /// The event as one line of JSON.
  public static String write(PageEvent event) {
    var json = new JsonObject();
    json.addProperty("type", type(event));
    switch (event) {
      case PageEvent.Init e -> {
        json.addProperty("total_sections", e.sections().size());
        json.add("section_names", strings(e.sections()));
        json.addProperty("page_type", e.pageType());
        json.addProperty("page_id", e.id().value());
        json.add("theme", theme(e.theme(), e.themeCss()));
      }
      case PageEvent.SectionStarted e -> {
        json.addProperty("section", e.section());
        json.addProperty("status", "generating");
        json.addProperty("attempt", e.attempt());
        if (e.model() != null) json.addProperty("model", e.model());
      }
      case PageEvent.Usage e -> {
        json.addProperty("section", e.section());
        json.addProperty("attempt", e.attempt());
        json.addProperty("model", e.spend().model());
        json.addProperty("input_tokens", e.spend().inputTokens());
        json.addProperty("output_tokens", e.spend().outputTokens());
        json.addProperty("cost_usd", e.spend().costUsd());
        json.addProperty("estimated", e.spend().estimated());
        json.addProperty("outcome", e.spend().outcome());
      }
      case PageEvent.SectionCompleted e -> {
        json.addProperty("section", e.content().section());
        json.addProperty("status", "completed");
        json.add("data", content(e.content()));
      }
      case PageEvent.SectionFailed e -> {
        json.addProperty("section", e.section());
        json.addProperty("message", e.message());
        if (!e.findings().isEmpty()) json.add("findings", strings(e.findings()));
      }
      case PageEvent.Completed e -> {
        json.addProperty("message", summary(e));
        json.addProperty("completed", e.completed());
        json.addProperty("failed", e.failed());
      }
    }
    return GSON.toJson(json);
  }

  /// The event that [#write] wrote.
  ///
  /// @throws IllegalArgumentException if it is none
  public static PageEvent event(String line) {
    var json = JsonParser.parseString(line).getAsJsonObject();
    String type = json.get("type").getAsString();
    return switch (type) {
      case "init" -> {
        var theme = json.getAsJsonObject("theme");
        yield new PageEvent.Init(
            new PageId(text(json, "page_id")),
            text(json, "page_type"),
            strings(json.getAsJsonArray("section_names")),
            GSON.fromJson(theme, Theme.class),
            text(theme, "css"));
      }
      case "status" ->
          new PageEvent.SectionStarted(
              text(json, "section"),
              json.get("attempt").getAsInt(),
              json.has("model") ? text(json, "model") : null);
      case "usage" ->
          new PageEvent.Usage(text(json, "section"), json.get("attempt").getAsInt(), spend(json));
      case "section_complete" ->
          new PageEvent.SectionCompleted(content(json.getAsJsonObject("data")));
      case "error" ->
          new PageEvent.SectionFailed(
              text(json, "section"),
              text(json, "message"),
              json.has("findings") ? strings(json.getAsJsonArray("findings")) : List.of());
      case "complete" ->
          new PageEvent.Completed(json.get("completed").getAsInt(), json.get("failed").getAsInt());
      default -> throw new IllegalArgumentException("no such event: " + type);
    };
  }

  /// A section half made, for viewers only.
  static String draft(String section, int attempt, SectionAuthor.Draft draft) {
    var json = new JsonObject();
    json.addProperty("type", "section_delta");
    json.addProperty("section", section);
    json.addProperty("attempt", attempt);
    json.addProperty("html", draft.html());
    json.addProperty("output_tokens", draft.outputTokens());
    json.addProperty("cost_usd", draft.costUsd());
    json.addProperty("estimated", true);
    return GSON.toJson(json);
  }

  /// A section that waits, for viewers only.
  static String waiting(String section, String reason, Instant until) {
    var json = new JsonObject();
    json.addProperty("type", "section_waiting");
    json.addProperty("section", section);
    json.addProperty("reason", reason);
    json.addProperty("until", until.toString());
    return GSON.toJson(json);
  }

  /// A plan for the store.
  public static String write(Plan plan) {
    return GSON.toJson(plan);
  }

  /// Models by section name for the store.
  public static String write(Map<String, String> sectionModels) {
    return GSON.toJson(sectionModels);
  }

  /// The models that [#write(Map)] wrote.
  public static Map<String, String> sectionModels(String json) {
    Map<String, String> models = new HashMap<>();
    JsonParser.parseString(json)
        .getAsJsonObject()
        .entrySet()
        .forEach(entry -> models.put(entry.getKey(), entry.getValue().getAsString()));
    return models;
  }

  /// The plan that [#write(Plan)] wrote.
  public static Plan plan(String json) {
    return GSON.fromJson(json, Plan.class);
  }

  static JsonObject theme(Theme theme, String css) {
    JsonObject json = GSON.toJsonTree(theme).getAsJsonObject();
    json.addProperty("css", css);
    return json;
  }

  /// A finished section in the spelling of the streaming contract.
  public static JsonObject content(SectionContent content) {
    var json = new JsonObject();
    json.addProperty("code", content.code());
    json.addProperty("sectionName", content.section());
    json.addProperty("sectionOrder", content.order());
    json.addProperty("componentType", content.componentType());
    json.add("dependencies", strings(content.dependencies()));
    json.addProperty("requestId", content.requestId());
    json.addProperty("html", content.html());
    json.addProperty("author", content.author());
    if (content.model() != null) json.addProperty("model", content.model());
    json.addProperty("durationMs", content.durationMillis());
    return json;
  }

  private static SectionContent content(JsonObject json) {
    return new SectionContent(
        text(json, "sectionName"),
        json.get("sectionOrder").getAsInt(),
        text(json, "componentType"),
        text(json, "html"),
        text(json, "code"),
        strings(json.getAsJsonArray("dependencies")),
        text(json, "author"),
        json.has("model") ? text(json, "model") : null,
        text(json, "requestId"),
        json.get("durationMs").getAsLong());
  }

  private static Spend spend(JsonObject json) {
    JsonElement cost = json.get("cost_usd");
    return new Spend(
        "",
        text(json, "model"),
        json.get("input_tokens").getAsLong(),
        json.get("output_tokens").getAsLong(),
        cost.isJsonNull() ? null : cost.getAsBigDecimal(),
        json.get("estimated").getAsBoolean(),
        text(json, "outcome"));
  }

  private static String summary(PageEvent.Completed e) {
    if (e.failed() == 0) return "All sections generated";
    return e.completed() + " of " + (e.completed() + e.failed()) + " sections generated";
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  private static JsonArray strings(List<String> values) {
    var array = new JsonArray(values.size());
    values.forEach(array::add);
    return array;
  }

  private static List<String> strings(JsonArray array) {
    List<String> values = new ArrayList<>(array.size());
    for (JsonElement value : array) values.add(value.getAsString());
    return values;
  }
}
