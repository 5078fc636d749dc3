package pageloom.launch;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// What the server refuses before the application sees it, as the application itself would say it:
/// `application/problem+json` (RFC 9457), and not a page that names the server.
final class ProblemHandler extends ErrorHandler {
  private static final Logger LOG = Logger.getLogger(ProblemHandler.class.getName());
  private static final int INTERNAL = 500;

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    String id = UUID.randomUUID().toString();
    String title = HttpStatus.getMessage(code);
    LOG.log(
        code < INTERNAL ? Level.INFO : Level.SEVERE, "request {0}: {1}", new Object[] {id, code});
    // Every text is ours: the message may hold what a stranger sent.
    String json =
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"requestId\":\"%s\"}"
            .formatted(title, code, detail(code), id);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json;charset=utf-8");
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("X-Request-Id", id);
    Content.Sink.write(response, true, json, callback);
  }

  private static String detail(int code) {
    return switch (code) {
      case 404 -> "There is nothing at this address.";
      case 408 -> "The request did not arrive in time. Send it again.";
      case 414 -> "Shorten the address.";
      case 431 -> "Send smaller headers: 8 KiB at most.";
      default ->
          code < INTERNAL
              ? "The request can't be understood. Check its first line, its headers and its path."
              : "Something went wrong on the server; its log has it under this request's id.";
    };
  }
}
