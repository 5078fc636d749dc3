package pageloom.http;

import java.util.function.Supplier;
import pageloom.page.Json;

/// The data of the pattern gallery.
final class PatternsServlet extends ApiServlet {
  private static final long serialVersionUID = 1;

  PatternsServlet(Supplier<PatternGallery.Sheet> sheet) {
    on("GET", (request, response) -> json(response, 200, Json.gson().toJsonTree(sheet.get())));
  }
}
