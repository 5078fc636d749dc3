package pageloom.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import pageloom.page.NewPage;
import pageloom.page.PageEngine;
import pageloom.page.PageId;

/// Turns a POST into a page: reads, checks, starts.
///
/// @param formats the output formats there are
record PageStarter(PageEngine engine, Set<String> formats) {
  /// Who owns every page while there is one person.
  static final String OWNER = "local";

  private static final int MAX_KEY = 255;

  /// Starts the page that the body asks for; when this returns, its `init` is committed.
  PageId start(HttpServletRequest request) throws IOException {
    JsonBody body = JsonBody.read(request);
    PageStart start = PageStart.of(body, formats, ProblemFilter.requestId(request));
    return engine.start(OWNER, start.request(), start.wish(), idempotency(request, body));
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
