package pageloom.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import pageloom.access.Throttle;
import pageloom.audit.Audit;
import pageloom.page.NewPage;
import pageloom.page.PageEngine;
import pageloom.page.PageId;

/// Turns a POST into a page: reads, checks, starts.
///
/// @param formats the output formats there are
/// @param starts how often a person may do it
record PageStarter(PageEngine engine, Set<String> formats, Throttle starts) {
  private static final int MAX_KEY = 255;

  /// Starts the page that the body asks for; when this returns, its `init` is committed.
  PageId start(HttpServletRequest request) throws IOException {
    JsonBody body = JsonBody.read(request);
    PageStart start = PageStart.of(body, formats, ProblemFilter.requestId(request));
    String owner = admitted(request);
    PageId page = engine.start(owner, start.request(), start.wish(), idempotency(request, body));
    Audit.say("page started", "person", owner, "page", page);
    return page;
  }

  /// Makes a page like this one.
  PageId copy(HttpServletRequest request, PageId page) {
    String owner = admitted(request);
    PageId copy = engine.copy(owner, page, ProblemFilter.requestId(request));
    Audit.say("page copied", "person", owner, "page", copy, "from", page);
    return copy;
  }

  private String admitted(HttpServletRequest request) {
    String owner = Caller.owner(request);
    Duration wait = starts.pass(owner);
    if (wait.isPositive()) throw Problem.tooOften(wait, "That is too many pages a minute.");
    return owner;
  }

  private static Optional<NewPage.Idempotency> idempotency(
      HttpServletRequest request, JsonBody body) {
    String key = request.getHeader("Idempotency-Key");
    if (key == null) return Optional.empty();
    if (key.isBlank() || key.length() > MAX_KEY) {
      throw new Problem(
          400, "Bad request", "Idempotency-Key must have 1 to " + MAX_KEY + " characters.");
    }
    return Optional.of(new NewPage.Idempotency(key, body.sha256()));
  }
}
