package pageloom.http;

import com.google.gson.JsonObject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pageloom.page.Json;
import pageloom.page.LoggedEvent;
import pageloom.page.PageFeed;
import pageloom.page.PageId;
import pageloom.page.StorageException;

/// One viewer of one page: a virtual thread that reads what the page's log has beyond its cursor
/// and writes it to the response. Only this thread writes and completes; the container's callbacks
/// just wake it up.
final class Follower implements Runnable, AsyncListener {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private static final String STOPPING =
      "The server is restarting. The page goes on by itself; find it under /api/pages/";

  private static final String CANCELLED = "The page was cancelled. What was finished is kept.";

  private final AsyncContext async;
  private final PageFeed feed;
  private final long seen;
  private final PageId page;
  private final SseFrame frame;
  private final End end;
  private volatile @Nullable Thread thread;
  private volatile boolean gone;

  private Follower(AsyncContext async, PageFeed feed, long seen, Stream stream) {
    this.async = async;
    this.feed = feed;
    this.seen = seen;
    this.page = stream.page();
    this.frame = stream.frame();
    this.end = stream.end();
  }

  /// Where a stream ends by itself.
  ///
  /// @param from the first seq that may be its last event
  /// @param atOnce whether it is, whatever it says; else the next one that ends the page
  record End(long from, boolean atOnce) {
    /// It goes on as long as its viewer wants.
    static final End NEVER = new End(Long.MAX_VALUE, false);

    /// It ends with the page.
    static final End WITH_PAGE = new End(0, false);

    private boolean at(LoggedEvent event) {
      boolean ends = event.type().equals("complete") || event.type().equals("cancelled");
      return event.seq() >= from && (atOnce || ends);
    }
  }

  /// What an answer is a stream of.
  ///
  /// @param preamble what goes out before the first event, may be empty
  record Stream(PageId page, SseFrame frame, String preamble, End end) {
    /// Begins the answer and follows the page until it is complete or the viewer is gone. Returns
    /// at once.
    ///
    /// @param seen the last seq that the viewer has, 0 for none
    void follow(
        HttpServletRequest request, HttpServletResponse response, Viewers viewers, long seen)
        throws IOException {
      begin(request, response);
      // The client comes back after the `retry` of the preamble, to the next process.
      if (viewers.closed()) return;
      AsyncContext async = request.startAsync(request, response);
      async.setTimeout(0);
      var follower = new Follower(async, viewers.feed(), seen, this);
      async.addListener(follower);
      viewers.threads().execute(follower);
    }

    /// Answers with the preamble alone: nothing is left to follow.
    void end(HttpServletRequest request, HttpServletResponse response) throws IOException {
      begin(request, response);
    }

    private void begin(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setStatus(200);
      response.setContentType("text/event-stream");
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-cache, no-transform");
      response.setHeader("X-Accel-Buffering", "no");
      if (request.getProtocol().equals("HTTP/1.1")) response.setHeader("Connection", "keep-alive");
      // A viewer may stay for hours: a small buffer keeps it cheap. Each frame is flushed anyway.
      response.setBufferSize(1024);
      response.getOutputStream().write(SseFrame.bytes(preamble));
      // Before startAsync: some containers hold the first flushed chunk back until the second.
      response.flushBuffer();
    }
  }

  @Override
  public void run() {
    thread = Thread.currentThread();
    try (var cursor = frame.open(feed, page, seen)) {
      follow(async.getResponse().getOutputStream(), cursor);
    } catch (IOException | InterruptedException lineIsDown) {
      // The viewer left; the page goes on without it.
    } finally {
      complete();
    }
  }

  private void follow(ServletOutputStream out, PageFeed.Cursor cursor)
      throws IOException, InterruptedException {
    try {
      boolean more = true;
      while (more && !gone) more = write(out, cursor.next(HEARTBEAT));
    } catch (StorageException unreadable) {
      send(out, error(ProblemFilter.storage(unreadable).detail()));
    }
  }

  /// Writes what came.
  ///
  /// @return whether there is more to come
  private boolean write(ServletOutputStream out, PageFeed.Next next) throws IOException {
    return switch (next) {
      case PageFeed.Events found -> write(out, found.events());
      case PageFeed.Whispers said -> {
        for (String line : said.lines()) send(out, SseFrame.data(line));
        yield true;
      }
      case PageFeed.Idle nothing -> {
        send(out, SseFrame.HEARTBEAT);
        yield true;
      }
      case PageFeed.Halted halt -> {
        send(out, error(halt.reason()));
        yield false;
      }
      case PageFeed.Stopping stop -> {
        // A viewer who can resume does so by itself; the others must be told where the page is.
        if (frame == SseFrame.PLAIN) send(out, error(STOPPING + page));
        yield false;
      }
    };
  }

  private boolean write(ServletOutputStream out, List<LoggedEvent> events) throws IOException {
    for (LoggedEvent event : events) {
      if (frame.shows(event)) send(out, frame.of(page, event));
      else if (event.type().equals("cancelled")) send(out, error(CANCELLED));
      if (end.at(event)) return false;
    }
    return true;
  }

  private static byte[] error(String message) {
    var json = new JsonObject();
    json.addProperty("type", "error");
    json.addProperty("message", message);
    return SseFrame.data(Json.gson().toJson(json));
  }

  private static void send(ServletOutputStream out, byte[] frame) throws IOException {
    out.write(frame);
    out.flush();
  }

  private void complete() {
    try {
      async.complete();
    } catch (IllegalStateException containerWasFaster) {
      // After a failed write some containers complete by themselves.
    }
  }

  private void wake() {
    gone = true;
    Thread waiting = thread;
    if (waiting != null) waiting.interrupt();
  }

  @Override
  public void onError(AsyncEvent event) {
    wake();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    wake();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    gone = true;
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
