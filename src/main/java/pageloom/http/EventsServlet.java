package pageloom.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pageloom.page.Page;
import pageloom.page.PageId;
import pageloom.page.PageLog;
import pageloom.page.PageRecord;

/// `GET /api/events`: the logs of several pages on one connection, for a browser that may have only
/// six to a host (RFC 9112 sets no number; browsers do).
final class EventsServlet extends ApiServlet {
  private static final long serialVersionUID = 1;
  private static final int MOST_PAGES = 50;

  private final transient Viewers viewers;
  private final transient PageLog log;

  EventsServlet(Viewers viewers, PageLog log) {
    this.viewers = viewers;
    this.log = log;
    on("GET", this::get);
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String[] sent = request.getParameterValues("after");
    if (sent == null || sent.length > MOST_PAGES) {
      throw Problem.field(
          "after", "name 1 to " + MOST_PAGES + " pages, each as v1.<page>.<last seq seen>.");
    }
    Map<PageId, EventId> after = new LinkedHashMap<>();
    for (String text : sent) {
      EventId id =
          EventId.of(text)
              .orElseThrow(() -> Problem.field("after", "must be v1.<page>.<last seq seen>."));
      after.merge(id.page(), id, EventsServlet::later);
    }
    // A browser that reconnects by itself asks for the same address again and says the last it saw.
    Optional.ofNullable(request.getHeader("Last-Event-ID"))
        .flatMap(EventId::of)
        .ifPresent(
            last -> after.computeIfPresent(last.page(), (page, known) -> later(known, last)));
    var preamble = new StringBuilder(EventStream.retry());
    List<Follower.Subject> pages = new ArrayList<>();
    String owner = Caller.owner(request);
    for (EventId id : after.values()) begin(id, owner, preamble, pages);
    var stream = new EventStream(preamble.toString(), pages);
    if (pages.isEmpty()) stream.end(request, response);
    else stream.follow(request, response, viewers);
  }

  private static EventId later(EventId one, EventId other) {
    return one.seq() >= other.seq() ? one : other;
  }

  private void begin(
      EventId id, String owner, StringBuilder preamble, List<Follower.Subject> pages) {
    Optional<PageRecord> record = log.find(id.page()).filter(found -> found.owner().equals(owner));
    if (record.isEmpty()) {
      byte[] frame =
          SseFrame.NAMED.error(id.page(), "There is no such page. It may have been deleted.");
      preamble.append(new String(frame, StandardCharsets.UTF_8));
      return;
    }
    long seen = id.seq();
    String wrong = EventId.wrong(Optional.of(id), record.get());
    if (wrong != null) {
      Page page = log.page(id.page());
      preamble.append(EventStream.reset(SseFrame.NAMED, wrong, record.get(), page));
      seen = page.seq();
    }
    pages.add(new Follower.Subject(id.page(), seen, SseFrame.NAMED, Follower.End.NEVER));
  }
}
