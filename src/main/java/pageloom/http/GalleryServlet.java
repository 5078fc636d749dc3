package pageloom.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The files of the pattern gallery, which lie where no container serves them by itself.
final class GalleryServlet extends ApiServlet {
  private static final long serialVersionUID = 1;

  private static final Map<String, String> TYPES =
      Map.of(
          "gallery.html", "text/html",
          "gallery.js", "text/javascript",
          "gallery.css", "text/css");

  GalleryServlet() {
    on("GET", GalleryServlet::get);
  }

  private static void get(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getServletPath() + nothingIfNull(request.getPathInfo());
    String file = path.substring(path.lastIndexOf('/') + 1);
    String type = TYPES.get(file);
    try (InputStream in =
        request.getServletContext().getResourceAsStream("/WEB-INF/gallery/" + file)) {
      if (type == null || in == null) throw Problem.notFound("There is nothing at this address.");
      response.setContentType(type);
      response.setCharacterEncoding("UTF-8");
      in.transferTo(response.getOutputStream());
    }
  }

  private static String nothingIfNull(@Nullable String text) {
    return text == null ? "" : text;
  }
}
