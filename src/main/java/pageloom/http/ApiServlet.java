package pageloom.http;

import com.google.gson.JsonElement;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import pageloom.page.Json;

/// A resource that answers some methods and says 405 with `Allow` (RFC 9110, section 15.5.6) to the
/// others.
abstract class ApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Map<String, Handler> handlers = new TreeMap<>();

  /// What one method does.
  @FunctionalInterface
  interface Handler {
    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  /// Says what a method does; call in the constructor.
  final void on(String method, Handler handler) {
    handlers.put(method, handler);
    if (method.equals("GET")) handlers.put("HEAD", handler);
  }

  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Handler handler = handlers.get(request.getMethod());
    if (handler == null) throw notAllowed(request);
    handler.handle(request, response);
  }

  /// The methods that this address answers, as `Allow` lists them.
  String allowed(HttpServletRequest request) {
    return String.join(", ", handlers.keySet());
  }

  final Problem notAllowed(HttpServletRequest request) {
    String allow = allowed(request);
    return new Problem(
        405, "Method not allowed", "Use one of: " + allow + ".", Map.of("Allow", allow));
  }

  static void json(HttpServletResponse response, int status, JsonElement body) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(Json.gson().toJson(body).getBytes(StandardCharsets.UTF_8));
  }
}
