package pageloom.page;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
      case PageEvent.SectionKept e -> "section_version";
      case PageEvent.SectionEdited e -> "section_edited";
      case PageEvent.SectionRequested e -> "section_requested";
      case PageEvent.SectionAdded e -> "section_added";
      case PageEvent.SectionRemoved e -> "section_removed";
      case PageEvent.SectionMoved e -> "section_moved";
      case PageEvent.ThemeChanged e -> "theme";
      case PageEvent.Paused e -> "paused";
      case PageEvent.Resumed e -> "resumed";
      case PageEvent.Cancelled e -> "cancelled";
      case PageEvent.Renamed e -> "renamed";
      case PageEvent.BudgetChanged e -> "budget";
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
        json.addProperty("revision", e.revision());
      }
      case PageEvent.SectionKept e -> {
        json.addProperty("section", e.content().section());
        json.addProperty("revision", e.revision());
        json.add("data", content(e.content()));
      }
      case PageEvent.SectionEdited e -> {
        json.addProperty("section", e.content().section());
        json.addProperty("revision", e.revision());
        json.addProperty("restored_from", e.restoredFrom());
        json.add("removed", strings(e.removed()));
        json.add("data", content(e.content()));
      }
      case PageEvent.SectionRequested e -> {
        json.addProperty("section", e.section());
        json.addProperty("reason", e.reason());
        json.addProperty("command", e.command());
        json.addProperty("model", e.model());
      }
      case PageEvent.SectionAdded e -> {
        json.addProperty("section", e.section());
        json.addProperty("order", e.order());
        json.add("plan", GSON.toJsonTree(e.plan()));
      }
      case PageEvent.SectionRemoved e -> json.addProperty("section", e.section());
      case PageEvent.SectionMoved e -> {
        json.addProperty("section", e.section());
        json.addProperty("order", e.order());
      }
      case PageEvent.ThemeChanged e -> json.add("theme", theme(e.theme(), e.css()));
      case PageEvent.Paused e -> json.add("stopped", strings(e.stopped()));
      case PageEvent.Resumed e -> {}
      case PageEvent.Cancelled e -> json.add("stopped", strings(e.stopped()));
      case PageEvent.Renamed e -> json.addProperty("title", e.title());
      case PageEvent.BudgetChanged e -> json.addProperty("budget_usd", e.budgetUsd());
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
    return PageJsonReader.event(JsonParser.parseString(line).getAsJsonObject());
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

  /// The content that an event holds, if it is one of those.
  static Optional<SectionContent> contentOf(LoggedEvent event) {
    return contentOf(event(event.json()));
  }

  static Optional<SectionContent> contentOf(PageEvent event) {
    return switch (event) {
      case PageEvent.SectionCompleted e -> Optional.of(e.content());
      case PageEvent.SectionKept e -> Optional.of(e.content());
      case PageEvent.SectionEdited e -> Optional.of(e.content());
      default -> Optional.empty();
    };
  }

  /// What a person said in a command, or null.
  static @Nullable String instruction(String order) {
    JsonObject json = JsonParser.parseString(order).getAsJsonObject();
    return present(json, "instruction") ? text(json, "instruction") : null;
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

  static boolean present(JsonObject json, String name) {
    return json.has(name) && !json.get(name).isJsonNull();
  }

  private static String summary(PageEvent.Completed e) {
    if (e.failed() == 0) return "All sections generated";
    return e.completed() + " of " + (e.completed() + e.failed()) + " sections generated";
  }

  static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  private static JsonArray strings(List<String> values) {
    var array = new JsonArray(values.size());
    values.forEach(array::add);
    return array;
  }
}
