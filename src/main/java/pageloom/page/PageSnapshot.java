package pageloom.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A page as one JSON object: everything that a client which saw no event needs to show it.
public final class PageSnapshot {
  private PageSnapshot() {}

  /// The snapshot of a page as its fold has it.
  public static JsonObject of(PageRecord record, Page page) {
    var json = summary(record, page.state());
    json.addProperty("prompt", record.request().prompt());
    json.addProperty("outputFormat", record.request().outputFormat());
    json.addProperty("seq", page.seq());
    JsonObject brief = Json.gson().toJsonTree(record.plan().brief()).getAsJsonObject();
    brief.add("theme", PageJson.theme(page.init().theme(), page.init().themeCss()));
    json.add("brief", brief);
    var sections = new JsonArray();
    page.sections().forEach(s -> sections.add(section(s)));
    json.add("sections", sections);
    json.addProperty("model", record.request().model());
    json.addProperty("costUsd", cost(page));
    json.addProperty("updatedAt", record.updatedAt().toString());
    return json;
  }

  private static BigDecimal cost(Page page) {
    return page.sections().stream()
        .map(section -> section.cost().usd())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static JsonObject summary(PageRecord record, PageState state) {
    return of(
        new PageSummary(
            record.id(),
            record.plan().title(),
            record.plan().pageType(),
            state,
            record.createdAt()));
  }

  /// A page as a line in a list.
  public static JsonObject of(PageSummary summary) {
    var json = new JsonObject();
    json.addProperty("id", summary.id().value());
    json.addProperty("title", summary.title());
    json.addProperty("pageType", summary.pageType());
    json.addProperty("state", summary.state().wire());
    json.addProperty("createdAt", summary.createdAt().toString());
    return json;
  }

  private static JsonObject section(Section section) {
    var json = new JsonObject();
    @Nullable SectionContent content = section.content();
    @Nullable Instant startedAt = section.startedAt();
    json.addProperty("name", section.name());
    json.addProperty("order", section.order());
    json.addProperty("state", section.state().wire());
    json.addProperty("code", content == null ? null : content.code());
    json.addProperty("html", content == null ? null : content.html());
    json.addProperty("componentType", content == null ? null : content.componentType());
    json.addProperty("revision", section.revision());
    json.addProperty("author", content == null ? null : content.author());
    json.addProperty("model", content == null ? section.model() : content.model());
    json.addProperty("attempts", section.attempts());
    json.addProperty("inputTokens", section.cost().inputTokens());
    json.addProperty("outputTokens", section.cost().outputTokens());
    json.addProperty("costUsd", section.cost().usd());
    json.addProperty("estimated", section.cost().estimated());
    json.addProperty("startedAt", startedAt == null ? null : startedAt.toString());
    json.addProperty("durationMs", section.durationMillis());
    json.addProperty("error", section.error());
    var findings = new JsonArray();
    if (section.failure() != null) section.failure().findings().forEach(findings::add);
    json.add("findings", findings);
    return json;
  }
}
