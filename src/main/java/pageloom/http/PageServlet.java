package pageloom.http;

import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pageloom.audit.Audit;
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
  private final transient Parts parts;

  /// What parts of a page are made by.
  record Parts(PageExport export, ShareLinks links, PageStarter starter) {}

  PageServlet(Viewers viewers, PageLog log, PageEngine engine, Parts parts) {
    this.viewers = viewers;
    this.log = log;
    this.engine = engine;
    this.parts = parts;
    on("GET", this::get);
    on("POST", this::post);
    on("DELETE", this::delete);
  }

  /// A page and one of its parts, `""` for itself, and one of those by its name, `""` for all.
  private record Address(PageRecord page, String part, String name) {}

  private Address address(HttpServletRequest request) {
    String[] path =
        request.getPathInfo() == null ? new String[0] : request.getPathInfo().split("/", -1);
    PageRecord page =
        Optional.ofNullable(path.length > 1 ? path[1] : null)
            .flatMap(PageId::of)
            .flatMap(log::find)
            .filter(found -> found.owner().equals(Caller.owner(request)))
            .orElseThrow(
                () -> Problem.notFound("There is no such page. It may have been deleted."));
    String part = path.length > 2 ? path[2] : "";
    String name = path.length > 3 ? path[3] : "";
    if (path.length > 4 || (path.length == 4 && !part.equals("shares"))) throw noSuchPart();
    return new Address(page, part, name);
  }

  @Override
  String allowed(HttpServletRequest request) {
    return switch (address(request).part()) {
      case "" -> "DELETE, GET, HEAD";
      case "events", "versions", "export" -> "GET, HEAD";
      case "commands", "copies" -> "POST";
      case "shares" -> address(request).name().isEmpty() ? "GET, HEAD, POST" : "DELETE";
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
      case "shares" -> {
        if (!address.name().isEmpty()) throw notAllowed(request);
        json(response, 200, parts.links().of(record.id()));
      }
      case "export" ->
          ExportAnswer.send(parts.export(), record, log.page(record.id()), request, response);
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
        Audit.say(
            "command",
            "person",
            Caller.owner(request),
            "page",
            id,
            "type",
            order.command().getClass().getSimpleName().toLowerCase(Locale.ROOT));
        json(response, 202, json);
      }
      case "copies" -> {
        PageId copy = parts.starter().copy(request, id);
        response.setHeader("Location", request.getContextPath() + "/api/pages/" + copy);
        json(response, 201, PageSnapshot.of(log.find(copy).orElseThrow(), log.page(copy)));
      }
      case "shares" -> {
        if (!address.name().isEmpty()) throw notAllowed(request);
        json(response, 201, parts.links().make(address.page(), request));
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
    PageId id = address.page().id();
    if (address.part().equals("shares") && !address.name().isEmpty()) {
      parts.links().revoke(id, address.name(), request);
      response.setStatus(204);
      return;
    }
    if (!address.part().isEmpty()) throw notAllowed(request);
    try {
      engine.delete(id);
      Audit.say("page deleted", "person", Caller.owner(request), "page", id);
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
