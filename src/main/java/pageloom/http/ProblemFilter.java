package pageloom.http;

import com.google.gson.JsonObject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import pageloom.page.Command;
import pageloom.page.Json;
import pageloom.page.PageEngine;
import pageloom.page.StorageException;
import pageloom.plan.UnknownChoice;

/// Gives every request an id and turns whatever goes wrong below into `application/problem+json`
/// (RFC 9457) that names it.
public final class ProblemFilter extends HttpFilter {
  private static final long serialVersionUID = 1;
  private static final System.Logger LOG = System.getLogger(ProblemFilter.class.getName());
  private static final String REQUEST_ID = "pageloom.requestId";

  /// The id of this request, as the problem and the log have it.
  static String requestId(HttpServletRequest request) {
    return String.valueOf(request.getAttribute(REQUEST_ID));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getAttribute(REQUEST_ID) == null) {
      request.setAttribute(REQUEST_ID, UUID.randomUUID().toString());
    }
    response.setHeader("X-Request-Id", requestId(request));
    try {
      requireReadableQuery(request);
      chain.doFilter(request, response);
    } catch (Problem problem) {
      write(request, response, problem);
    } catch (UnknownChoice
        | Command.Refused
        | PageEngine.Busy
        | PageEngine.NoSuchPage
        | PageEngine.Stopping
        | StorageException e) {
      write(request, response, known(e));
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, () -> "request " + requestId(request) + " failed", bug);
      write(
          request,
          response,
          new Problem(
              500,
              "Internal error",
              "Something went wrong on the server; its log has it under this request's id."));
    }
  }

  /// Containers differ in what they throw for a query that is not UTF-8 or has a bad escape.
  private static void requireReadableQuery(HttpServletRequest request) {
    if (request.getQueryString() == null || !request.getMethod().equals("GET")) return;
    try {
      request.getParameterMap();
    } catch (RuntimeException undecodable) {
      throw new Problem(400, "Bad request", "The query can't be read: percent-encode it as UTF-8.");
    }
  }

  private static Problem known(RuntimeException e) {
    return switch (e) {
      case UnknownChoice choice -> Problem.field(choice.field(), choice.getMessage() + "");
      case Command.Refused refused ->
          refused.reason() == Command.Refused.Reason.INVALID
              ? Problem.field(refused.field(), refused.getMessage() + "")
              : new Problem(409, "Conflict", refused.field() + ": " + refused.getMessage());
      case PageEngine.NoSuchPage gone ->
          Problem.notFound("There is no such page. It may have been deleted.");
      case PageEngine.Busy busy -> Problem.later(429, "Too many pages", busy.getMessage() + "", 5);
      case PageEngine.Stopping stopping ->
          Problem.later(503, "Restarting", stopping.getMessage() + "", 5);
      case StorageException storage -> storage(storage);
      default -> throw e;
    };
  }

  static Problem storage(StorageException e) {
    return switch (e) {
      case StorageException.Full full -> {
        LOG.log(System.Logger.Level.ERROR, "no space left for the database");
        yield new Problem(
            507,
            "Insufficient storage",
            "The server's disk is full. Nothing was started; existing pages can still be read.");
      }
      case StorageException.Unavailable gone -> {
        LOG.log(System.Logger.Level.ERROR, "storage: {0}", gone.getMessage());
        yield Problem.later(
            503,
            "Storage unavailable",
            "Pages can't be saved right now: " + gone.getMessage() + ". Try again in a moment.",
            5);
      }
      case StorageException.KeyReused reused ->
          new Problem(409, "Idempotency-Key reused", reused.getMessage() + "; use a new key.");
      case StorageException.Fenced elsewhere ->
          new Problem(409, "Owned elsewhere", "Another process works on this page. Send it again.");
    };
  }

  /// Sends a problem, unless the answer has begun.
  static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    LOG.log(
        System.Logger.Level.INFO,
        "request {0}: {1} {2}: {3} {4}",
        requestId(request),
        String.valueOf(problem.status()),
        problem.title(),
        request.getMethod(),
        request.getRequestURI());
    if (response.isCommitted()) return;
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setContentType("application/problem+json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    problem.headers().forEach(response::setHeader);
    var json = new JsonObject();
    json.addProperty("type", "about:blank");
    json.addProperty("title", problem.title());
    json.addProperty("status", problem.status());
    json.addProperty("detail", problem.detail());
    json.addProperty("requestId", requestId(request));
    response.getOutputStream().write(Json.gson().toJson(json).getBytes(StandardCharsets.UTF_8));
  }
}
