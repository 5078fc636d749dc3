package pageloom.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// `/s/{token}`: a page as somebody shared it. Whoever has the link needs no login, and gets
/// nothing else by it: the document has no script, no origin and no way out.
final class SharedServlet extends ApiServlet {
  private static final long serialVersionUID = 1;

  private static final String POLICY =
      "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src https: data:;"
          + " font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox";

  private final transient ShareLinks links;

  SharedServlet(ShareLinks links) {
    this.links = links;
    on("GET", this::get);
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    String html =
        links
            .open(path.substring(1))
            .orElseThrow(() ->
                Problem.notFound(
                    "This link shows nothing any more. Ask whoever gave it to you for another."));
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/html");
    response.setCharacterEncoding("UTF-8");
    response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
  }
}
