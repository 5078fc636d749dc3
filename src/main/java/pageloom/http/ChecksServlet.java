package pageloom.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pageloom.markup.CodeFormat;
import pageloom.markup.Finding;
import pageloom.markup.Findings;
import pageloom.markup.FindingsContext;
import pageloom.markup.MarkupRejected;
import pageloom.markup.RawMarkup;
import pageloom.markup.Sanitized;
import pageloom.markup.Sanitizer;
import pageloom.markup.SectionCode;
import pageloom.page.Page;
import pageloom.page.PageId;
import pageloom.page.PageLog;
import pageloom.page.PageRecord;
import pageloom.page.SectionContent;
import pageloom.plan.Plan;
import pageloom.plan.SectionPlan;
import pageloom.plan.Themes;

/// `/api/checks`: says what is wrong with a section's markup and what would be taken out of it.
/// Changes nothing: a person may save it all the same.
final class ChecksServlet extends ApiServlet {
  private static final long serialVersionUID = 1;

  private final transient PageLog log;
  private final transient Sanitizer sanitizer = new Sanitizer();

  ChecksServlet(PageLog log) {
    this.log = log;
    on("POST", this::post);
  }

  private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    JsonBody body = JsonBody.read(request);
    String html = body.string("html");
    if (html == null) throw Problem.field("html", "send the section's markup.");
    var markup = new RawMarkup(html);
    Subject subject = subject(Caller.owner(request), body);
    var findings = new JsonArray();
    for (Finding finding : Findings.of(markup, subject.context())) {
      var json = new JsonObject();
      json.addProperty("kind", finding.kind().code());
      json.addProperty("message", finding.message());
      var lines = new JsonArray();
      finding.lines().forEach(lines::add);
      json.add("lines", lines);
      findings.add(json);
    }
    var json = new JsonObject();
    json.add("findings", findings);
    shown(json, markup, subject);
    json(response, 200, json);
  }

  /// What would be shown, laid out on lines, and what would be missing in it.
  private void shown(JsonObject json, RawMarkup markup, Subject subject) {
    var removed = new JsonArray();
    try {
      Sanitized safe = sanitizer.sanitize(markup, subject.context().anchor());
      safe.removed().forEach(removed::add);
      json.addProperty("html", SectionCode.of(CodeFormat.HTML, subject.name(), safe));
    } catch (MarkupRejected e) {
      json.addProperty("html", (String) null);
    }
    json.add("removed", removed);
  }

  /// The section that markup is meant for.
  private record Subject(String name, FindingsContext context) {}

  private Subject subject(String owner, JsonBody body) {
    @Nullable String page = body.string("page");
    @Nullable String section = body.string("section");
    if (section == null) throw Problem.field("section", "say which section.");
    if (page == null) throw Problem.field("page", "say of which page.");
    PageRecord record =
        Optional.of(page)
            .flatMap(PageId::of)
            .flatMap(log::find)
            .filter(found -> found.owner().equals(owner))
            .orElseThrow(() -> Problem.field("page", "there is no such page."));
    Page now = log.page(record.id());
    Plan plan = now.plan(record.plan());
    SectionPlan meant =
        plan.sections().stream()
            .filter(s -> s.name().equals(section))
            .findFirst()
            .orElseThrow(() -> Problem.field("section", "the page has no such section."));
    List<String> stated =
        List.of(record.request().prompt(), plan.brief().brand(), facts(plan), text(now, section));
    var context =
        new FindingsContext(
            meant.anchor(),
            meant.kind(),
            plan.sections().stream().map(SectionPlan::anchor).collect(Collectors.toSet()),
            Themes.variables(plan.brief().theme()).light(),
            String.join("\n", stated));
    return new Subject(section, context);
  }

  private static String facts(Plan plan) {
    return plan.brief().facts().stream().map(fact -> fact.text()).collect(Collectors.joining("\n"));
  }

  /// What stands there already is the person's, or was accepted by them.
  private static String text(Page page, String section) {
    return page.find(section).map(found -> found.content()).map(SectionContent::html).orElse("");
  }
}
