package pageloom.http;

import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import pageloom.export.PageExport;
import pageloom.page.Json;
import pageloom.page.Page;
import pageloom.page.PageId;
import pageloom.page.PageLog;
import pageloom.page.PageRecord;
import pageloom.page.PageSnapshot;
import pageloom.page.PageState;

/// `/api/pages/{id}`: a page's snapshot; `/api/pages/{id}/events`: its log as a stream that resumes
/// from `Last-Event-ID`; `/api/pages/{id}/export`: the page as a file.
final class PageServlet extends ApiServlet {
  private static final long serialVersionUID = 1;

  private final transient Viewers viewers;
  private final transient PageLog log;
  private final transient PageExport export;

  PageServlet(Viewers viewers, PageLog log, PageExport export) {
    this.viewers = viewers;
    this.log = log;
    this.export = export;
    on("GET", this::get);
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String[] path =
        request.getPathInfo() == null ? new String[0] : request.getPathInfo().split("/", -1);
    PageRecord record =
        Optional.ofNullable(path.length > 1 ? path[1] : null)
            .flatMap(PageId::of)
            .flatMap(log::find)
            .orElseThrow(
                () -> Problem.notFound("There is no such page. It may have been deleted."));
    if (path.length == 2) {
      json(response, 200, PageSnapshot.of(record, log.page(record.id())));
    } else if (path.length == 3 && path[2].equals("events")) {
      events(request, response, record);
    } else if (path.length == 3 && path[2].equals("export")) {
      ExportAnswer.send(export, record, log.page(record.id()), request, response);
    } else {
      throw Problem.notFound("A page has no such part.");
    }
  }

  private void events(HttpServletRequest request, HttpServletResponse response, PageRecord record)
      throws IOException {
    String sent = lastEventId(request);
    Optional<EventId> id = sent == null ? Optional.empty() : EventId.of(sent);
    String wrong = sent == null ? null : wrong(id, record);
    if (wrong != null) {
      Page page = log.page(record.id());
      String preamble = retry() + reset(wrong, record, page);
      var stream = new Follower.Stream(record.id(), SseFrame.RESUMABLE, preamble);
      if (page.state() == PageState.COMPLETED) stream.end(request, response);
      else stream.follow(request, response, viewers, page.seq());
      return;
    }
    long seen = id.map(EventId::seq).orElse(0L);
    if (seen == record.lastSeq() && isComplete(record)) {
      // EventSource stops at a 204: nothing will ever come.
      response.setStatus(204);
      return;
    }
    new Follower.Stream(record.id(), SseFrame.RESUMABLE, retry())
        .follow(request, response, viewers, seen);
  }

  private boolean isComplete(PageRecord record) {
    return log.read(record.id(), record.lastSeq() - 1, 1).getFirst().type().equals("complete");
  }

  private static @Nullable String lastEventId(HttpServletRequest request) {
    String header = request.getHeader("Last-Event-ID");
    String sent = header != null ? header : request.getParameter("last_event_id");
    return sent == null || sent.isEmpty() ? null : sent;
  }

  private static @Nullable String wrong(Optional<EventId> id, PageRecord record) {
    if (id.isEmpty()) return "the id is malformed";
    if (!id.get().page().equals(record.id())) return "the id is of another page";
    if (id.get().seq() > record.lastSeq()) return "the id is beyond the page's last event";
    return null;
  }

  /// A client reconnects after 2 to 5 s, each after another time, so that a restart is not followed
  /// by a stampede.
  private static String retry() {
    return "retry: " + ThreadLocalRandom.current().nextInt(2_000, 5_001) + "\n\n";
  }

  private static String reset(String reason, PageRecord record, Page page) {
    var json = new JsonObject();
    json.addProperty("type", "reset");
    json.addProperty("reason", reason);
    json.add("snapshot", PageSnapshot.of(record, page));
    return "id: "
        + new EventId(record.id(), page.seq())
        + "\ndata: "
        + Json.gson().toJson(json)
        + "\n\n";
  }
}
