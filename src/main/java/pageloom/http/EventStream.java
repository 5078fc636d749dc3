package pageloom.http;

import com.google.gson.JsonObject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import pageloom.page.Json;
import pageloom.page.Page;
import pageloom.page.PageRecord;
import pageloom.page.PageSnapshot;

/// An answer that goes on: what happens to one page, or to several.
///
/// @param preamble what goes out before the first event, may be empty
/// @param pages what it is a stream of
record EventStream(String preamble, List<Follower.Subject> pages) {
  EventStream {
    pages = List.copyOf(pages);
  }

  /// Begins the answer and follows the pages until each has come to its end or the viewer is gone.
  /// Returns at once.
  void follow(HttpServletRequest request, HttpServletResponse response, Viewers viewers)
      throws IOException {
    try (Viewers.Place place = viewers.admit(Caller.owner(request))) {
      follow(request, response, viewers, place);
    }
  }

  /// The same for a viewer who has a place.
  void follow(
      HttpServletRequest request,
      HttpServletResponse response,
      Viewers viewers,
      Viewers.Place place)
      throws IOException {
    begin(request, response);
    // The client comes back after the `retry` of the preamble, to the next process.
    if (viewers.closed()) return;
    Lease lease = Caller.of(request).lease();
    AsyncContext async = request.startAsync(request, response);
    async.setTimeout(0);
    List<Follower> followers = new CopyOnWriteArrayList<>();
    var line = new Line(async, viewers::stalled, () -> followers.forEach(Follower::ring));
    Runnable giveBack = place.keep();
    var going = new AtomicInteger(pages.size());
    Runnable ended =
        () -> {
          if (going.decrementAndGet() > 0) return;
          line.end();
          giveBack.run();
        };
    for (Follower.Subject page : pages) {
      followers.add(new Follower(line, viewers, page, lease, ended));
    }
    followers.forEach(Follower::begin);
  }

  /// Answers with the preamble alone: nothing is left to follow.
  void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
    begin(request, response);
  }

  private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setStatus(200);
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-cache, no-transform");
    response.setHeader("X-Accel-Buffering", "no");
    if (request.getProtocol().equals("HTTP/1.1")) response.setHeader("Connection", "keep-alive");
    // A buffer that is used once is kept as long as the viewer stays, which may be for hours.
    if (Line.gathers(request)) response.setBufferSize(1024);
    if (!preamble.isEmpty()) response.getOutputStream().write(SseFrame.bytes(preamble));
    // Before startAsync: some containers hold the first flushed chunk back until the second.
    response.flushBuffer();
  }

  /// A client reconnects after 2 to 5 s, each after another time, so that a restart is not followed
  /// by a stampede.
  static String retry() {
    return "retry: " + ThreadLocalRandom.current().nextInt(2_000, 5_001) + "\n\n";
  }

  /// Has a client begin anew with this snapshot.
  ///
  /// @param reason what is wrong with the id that it sent
  static String reset(SseFrame frame, String reason, PageRecord record, Page page) {
    var json = new JsonObject();
    json.addProperty("type", "reset");
    json.addProperty("reason", reason);
    json.add("snapshot", PageSnapshot.of(record, page));
    var id = new EventId(record.id(), page.seq());
    byte[] data = frame.data(record.id(), Json.gson().toJson(json));
    return "id: " + id + "\n" + new String(data, StandardCharsets.UTF_8);
  }
}
