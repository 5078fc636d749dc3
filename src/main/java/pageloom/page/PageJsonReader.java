package pageloom.page;

import static pageloom.page.PageJson.present;
import static pageloom.page.PageJson.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import pageloom.plan.SectionPlan;
import pageloom.plan.Theme;

/// The half of [PageJson] that reads events back, of older versions too: what they did not write
/// has a meaning here.
final class PageJsonReader {
  private PageJsonReader() {}

  /// The event that [PageJson#write(PageEvent)] wrote.
  ///
  /// @throws IllegalArgumentException if it is none
  static PageEvent event(JsonObject json) {
    String type = json.get("type").getAsString();
    return switch (type) {
      case "init" -> {
        var theme = json.getAsJsonObject("theme");
        yield new PageEvent.Init(
            new PageId(text(json, "page_id")),
            text(json, "page_type"),
            strings(json.getAsJsonArray("section_names")),
            Json.gson().fromJson(theme, Theme.class),
            text(theme, "css"));
      }
      case "status" ->
          new PageEvent.SectionStarted(
              text(json, "section"),
              json.get("attempt").getAsInt(),
              json.has("model") ? text(json, "model") : null);
      case "usage" ->
          new PageEvent.Usage(text(json, "section"), json.get("attempt").getAsInt(), spend(json));
      case "section_complete" -> new PageEvent.SectionCompleted(data(json), revision(json));
      case "section_version" -> new PageEvent.SectionKept(data(json), revision(json));
      case "section_edited" ->
          new PageEvent.SectionEdited(
              data(json),
              revision(json),
              present(json, "restored_from") ? json.get("restored_from").getAsInt() : null,
              strings(json.getAsJsonArray("removed")));
      case "section_requested" ->
          new PageEvent.SectionRequested(
              text(json, "section"),
              text(json, "reason"),
              text(json, "command"),
              present(json, "model") ? text(json, "model") : null);
      case "section_added" ->
          new PageEvent.SectionAdded(
              text(json, "section"),
              json.get("order").getAsInt(),
              present(json, "plan")
                  ? Json.gson().fromJson(json.get("plan"), SectionPlan.class)
                  : null);
      case "section_removed" -> new PageEvent.SectionRemoved(text(json, "section"));
      case "section_moved" ->
          new PageEvent.SectionMoved(text(json, "section"), json.get("order").getAsInt());
      case "theme" -> {
        var theme = json.getAsJsonObject("theme");
        yield new PageEvent.ThemeChanged(
            Json.gson().fromJson(theme, Theme.class), text(theme, "css"));
      }
      case "paused" -> new PageEvent.Paused(strings(json.getAsJsonArray("stopped")));
      case "resumed" -> new PageEvent.Resumed();
      case "cancelled" -> new PageEvent.Cancelled(strings(json.getAsJsonArray("stopped")));
      case "renamed" -> new PageEvent.Renamed(text(json, "title"));
      case "budget" -> new PageEvent.BudgetChanged(json.get("budget_usd").getAsBigDecimal());
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

  private static SectionContent data(JsonObject json) {
    return content(json.getAsJsonObject("data"));
  }

  /// 0 where an older version did not write it.
  private static int revision(JsonObject json) {
    return json.has("revision") ? json.get("revision").getAsInt() : 0;
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

  private static List<String> strings(JsonArray array) {
    List<String> values = new ArrayList<>(array.size());
    for (JsonElement value : array) values.add(value.getAsString());
    return values;
  }
}
