package pageloom.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A page as one JSON object: everything that a client which saw no event needs to show it.
public final class PageSnapshot {
  private PageSnapshot() {}

  /// The snapshot of a page as its fold has it.
  public static JsonObject of(PageRecord record, Page page) {
    var json = summary(record, page);
    json.addProperty("prompt", record.request().prompt());
    json.addProperty("outputFormat", record.request().outputFormat());
    json.addProperty("seq", page.seq());
    JsonObject brief = Json.gson().toJsonTree(record.plan().brief()).getAsJsonObject();
    brief.add("theme", PageJson.theme(page.look().theme(), page.look().css()));
    json.add("brief", brief);
    var sections = new JsonArray();
    for (Section section : page.sections()) {
      sections.add(section(section, page.order(section.name())));
    }
    json.add("sections", sections);
    var removed = new JsonArray();
    page.removed().forEach(r -> removed.add(r.section().name()));
    json.add("removed", removed);
    json.addProperty("model", record.request().model());
    json.addProperty("budgetUsd", budget(record, page));
    json.addProperty("costUsd", cost(page));
    json.addProperty("updatedAt", record.updatedAt().toString());
    return json;
  }

  private static @Nullable BigDecimal budget(PageRecord record, Page page) {
    return page.budgetUsd() != null ? page.budgetUsd() : record.request().budgetUsd();
  }

  private static BigDecimal cost(Page page) {
    return page.all().map(section -> section.cost().usd()).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static JsonObject summary(PageRecord record, Page page) {
    return of(
        new PageSummary(
            record.id(),
            page.title() == null ? record.plan().title() : page.title(),
            record.plan().pageType(),
            page.state(),
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

  private static JsonObject section(Section section, int order) {
    var json = new JsonObject();
    @Nullable SectionContent content = section.content();
    Section.Attempt attempt = section.attempt();
    @Nullable Instant startedAt = attempt.startedAt();
    json.addProperty("name", section.name());
    json.addProperty("order", order);
    json.addProperty("state", section.state().wire());
    json.addProperty("code", content == null ? null : content.code());
    json.addProperty("html", content == null ? null : content.html());
    json.addProperty("componentType", content == null ? null : content.componentType());
    json.addProperty("revision", section.revision());
    json.addProperty("revisions", section.latest());
    json.addProperty("author", content == null ? null : content.author());
    json.addProperty("model", content == null ? attempt.model() : content.model());
    json.addProperty("attempts", attempt.number());
    json.addProperty("inputTokens", section.cost().inputTokens());
    json.addProperty("outputTokens", section.cost().outputTokens());
    json.addProperty("costUsd", section.cost().usd());
    json.addProperty("estimated", section.cost().estimated());
    json.addProperty("startedAt", startedAt == null ? null : startedAt.toString());
    json.addProperty("durationMs", attempt.durationMillis());
    json.addProperty("error", section.error());
    var findings = new JsonArray();
    if (section.failure() != null) section.failure().findings().forEach(findings::add);
    json.add("findings", findings);
    return json;
  }

  /// Every content that a section ever had, newest first.
  ///
  /// @param contents by revision
  public static JsonObject versions(Section section, Map<Integer, SectionContent> contents) {
    var versions = new JsonArray();
    for (Section.Version version : section.versions().reversed()) {
      var json = new JsonObject();
      json.addProperty("revision", version.revision());
      json.addProperty("current", version.revision() == section.revision());
      json.addProperty("author", version.author());
      json.addProperty("model", version.model());
      json.addProperty("restoredFrom", version.restoredFrom());
      json.addProperty("at", version.at().toString());
      json.addProperty("durationMs", version.durationMillis());
      json.addProperty("costUsd", version.costUsd());
      SectionContent content = contents.get(version.revision());
      json.addProperty("html", content == null ? null : content.html());
      json.addProperty("code", content == null ? null : content.code());
      versions.add(json);
    }
    var json = new JsonObject();
    json.addProperty("section", section.name());
    json.add("versions", versions);
    return json;
  }
}
