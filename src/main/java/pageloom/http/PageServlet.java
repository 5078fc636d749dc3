package pageloom.http;

import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pageloom.export.PageExport;
import pageloom.page.Command;
import pageloom.page.Page;
import pageloom.page.PageEngine;
import pageloom.page.PageEvent;
import pageloom.page.PageId;
import pageloom.page.PageJson;
import pageloom.page.PageLog;
import pageloom.page.PageRecord;
import pageloom.page.PageSnapshot;
import pageloom.page.PageState;
import pageloom.page.Section;
import pageloom.page.StorageException;

/// `/api/pages/{id}` and what belongs to it: the snapshot, the log as a stream that resumes from
/// `Last-Event-ID`, the page as a file, commands, versions, copies.
final class PageServlet extends ApiServlet {
  private static final long serialVersionUID = 1;

  private final transient Viewers viewers;
  private final transient PageLog log;
  private final transient PageEngine engine;
  private final transient PageExport export;

  PageServlet(Viewers viewers, PageLog log, PageEngine engine, PageExport export) {
    this.viewers = viewers;
    this.log = log;
    this.engine = engine;
    this.export = export;
    on("GET", this::get);
    on("POST", this::post);
    on("DELETE", this::delete);
  }

  /// A page and one of its parts, `""` for itself.
  private record Address(PageRecord page, String part) {}

  private Address address(HttpServletRequest request) {
    String[] path =
        request.getPathInfo() == null ? new String[0] : request.getPathInfo().split("/", -1);
    PageRecord page =
        Optional.ofNullable(path.length > 1 ? path[1] : null)
            .flatMap(PageId::of)
            .flatMap(log::find)
            .orElseThrow(
                () -> Problem.notFound("There is no such page. It may have been deleted."));
    if (path.length > 3) throw noSuchPart();
    return new Address(page, path.length == 3 ? path[2] : "");
  }

  @Override
  String allowed(HttpServletRequest request) {
    return switch (address(request).part()) {
      case "" -> "DELETE, GET, HEAD";
      case "events", "versions", "export" -> "GET, HEAD";
      case "commands", "copies" -> "POST";
      default -> throw noSuchPart();
    };
  }

  private static Problem noSuchPart() {
    return Problem.notFound("A page has no such part.");
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Address address = address(request);
    PageRecord record = address.page();
    switch (address.part()) {
      case "" -> json(response, 200, PageSnapshot.of(record, log.page(record.id())));
      case "events" -> events(request, response, record);
      case "versions" -> versions(request, response, record);
      case "export" -> ExportAnswer.send(export, record, log.page(record.id()), request, response);
      default -> throw notAllowed(request);
    }
  }

  private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Address address = address(request);
    PageId id = address.page().id();
    switch (address.part()) {
      case "commands" -> {
        Command.Order order = CommandBody.of(JsonBody.read(request));
        var json = new JsonObject();
        json.addProperty("id", order.id());
        json.addProperty("seq", command(id, order));
        json(response, 202, json);
      }
      case "copies" -> {
        PageId copy = engine.copy(PageStarter.OWNER, id, ProblemFilter.requestId(request));
        response.setHeader("Location", request.getContextPath() + "/api/pages/" + copy);
        json(response, 201, PageSnapshot.of(log.find(copy).orElseThrow(), log.page(copy)));
      }
      default -> throw notAllowed(request);
    }
  }

  private long command(PageId id, Command.Order order) {
    try {
      return engine.command(id, order);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new StorageException.Unavailable("the server is stopping");
    }
  }

  private void delete(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Address address = address(request);
    if (!address.part().isEmpty()) throw notAllowed(request);
    try {
      engine.delete(address.page().id());
      response.setStatus(204);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new StorageException.Unavailable("the server is stopping");
    }
  }

  private void versions(HttpServletRequest request, HttpServletResponse response, PageRecord record)
      throws IOException {
    String name = request.getParameter("section");
    if (name == null) throw Problem.field("section", "say which section.");
    Section section =
        log.page(record.id())
            .find(name)
            .orElseThrow(() -> Problem.field("section", "the page has no such section."));
    Map<Integer, PageEvent> events = new HashMap<>();
    for (Section.Version version : section.versions()) {
      var event = log.read(record.id(), version.seq() - 1, 1).getFirst();
      events.put(version.revision(), PageJson.event(event.json()));
    }
    json(response, 200, PageSnapshot.versions(section, events));
  }

  private void events(HttpServletRequest request, HttpServletResponse response, PageRecord record)
      throws IOException {
    String sent = lastEventId(request);
    Optional<EventId> id = sent == null ? Optional.empty() : EventId.of(sent);
    String wrong = sent == null ? null : EventId.wrong(id, record);
    // A page that is complete can change again; who wants to see that says so.
    boolean watch = "1".equals(request.getParameter("watch"));
    boolean over = over(record) && !watch;
    if (wrong != null) {
      Page page = log.page(record.id());
      var stream =
          stream(
              record,
              page.seq(),
              EventStream.retry() + EventStream.reset(SseFrame.RESUMABLE, wrong, record, page),
              watch,
              over);
      if (over) stream.end(request, response);
      else stream.follow(request, response, viewers);
      return;
    }
    long seen = id.map(EventId::seq).orElse(0L);
    if (over && seen == record.lastSeq()) {
      // EventSource stops at a 204: nothing will come by itself.
      response.setStatus(204);
      return;
    }
    stream(record, seen, EventStream.retry(), watch, over).follow(request, response, viewers);
  }

  private static EventStream stream(
      PageRecord record, long seen, String preamble, boolean watch, boolean over) {
    Follower.End end = watch ? Follower.End.NEVER : new Follower.End(record.lastSeq(), over);
    var subject = new Follower.Subject(record.id(), seen, SseFrame.RESUMABLE, end);
    return new EventStream(preamble, List.of(subject));
  }

  /// Whether nothing will happen to the page by itself.
  private static boolean over(PageRecord record) {
    return record.state() == PageState.COMPLETED || record.state() == PageState.CANCELLED;
  }

  private static @Nullable String lastEventId(HttpServletRequest request) {
    String header = request.getHeader("Last-Event-ID");
    String sent = header != null ? header : request.getParameter("last_event_id");
    return sent == null || sent.isEmpty() ? null : sent;
  }
}
