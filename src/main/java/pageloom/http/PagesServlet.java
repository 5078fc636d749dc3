package pageloom.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pageloom.page.Page;
import pageloom.page.PageId;
import pageloom.page.PageLog;
import pageloom.page.PageSnapshot;
import pageloom.page.PageSummary;

/// `/api/pages`: POST starts a page, GET lists them.
final class PagesServlet extends ApiServlet {
  private static final long serialVersionUID = 1;
  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  private final transient PageStarter starter;
  private final transient PageLog log;

  PagesServlet(PageStarter starter, PageLog log) {
    this.starter = starter;
    this.log = log;
    on("POST", this::post);
    on("GET", this::get);
  }

  private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    PageId id = starter.start(request);
    response.setHeader("Location", request.getContextPath() + "/api/pages/" + id);
    Page page = log.page(id);
    json(response, 201, PageSnapshot.of(log.find(id).orElseThrow(), page));
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int limit = limit(request.getParameter("limit"));
    String query = request.getParameter("q");
    List<PageSummary> found =
        log.list(
            Caller.owner(request),
            cursor(request.getParameter("cursor")),
            query == null ? "" : query.strip(),
            limit);
    var pages = new JsonArray();
    found.forEach(page -> pages.add(PageSnapshot.of(page)));
    var json = new JsonObject();
    json.add("pages", pages);
    json.addProperty("nextCursor", found.size() < limit ? null : found.getLast().id().value());
    json(response, 200, json);
  }

  private static int limit(@Nullable String text) {
    if (text == null) return DEFAULT_LIMIT;
    if (text.matches("[1-9]\\d{0,2}") && Integer.parseInt(text) <= MAX_LIMIT) {
      return Integer.parseInt(text);
    }
    throw Problem.field("limit", "must be a whole number from 1 to " + MAX_LIMIT + ".");
  }

  private static Optional<PageId> cursor(@Nullable String text) {
    if (text == null || text.isEmpty()) return Optional.empty();
    Optional<PageId> id = PageId.of(text);
    if (id.isEmpty()) throw Problem.field("cursor", "must be a nextCursor of an earlier answer.");
    return id;
  }
}
