package pageloom.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// `/api/openapi.json`: this API as OpenAPI 3.1 describes one, for programs and for the page that
/// shows it to people.
final class DescriptionServlet extends ApiServlet {
  private static final long serialVersionUID = 1;

  private final transient byte[] description = read();

  DescriptionServlet() {
    on("GET", this::get);
  }

  private static byte[] read() {
    try (InputStream in = DescriptionServlet.class.getResourceAsStream("openapi.json")) {
      if (in == null) throw new IllegalStateException("openapi.json is missing in the archive");
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(description.length);
    response.getOutputStream().write(description);
  }
}
