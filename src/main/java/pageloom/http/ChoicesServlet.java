package pageloom.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import pageloom.page.Json;

/// What can be chosen when a page is started: `/api/page-types` and `/api/models`.
final class ChoicesServlet extends ApiServlet {
  private static final long serialVersionUID = 1;

  private final transient List<Api.PageTypeLabel> pageTypes;

  ChoicesServlet(List<Api.PageTypeLabel> pageTypes) {
    this.pageTypes = List.copyOf(pageTypes);
    on("GET", this::get);
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var json = new JsonObject();
    if (request.getServletPath().endsWith("/page-types")) {
      json.add("pageTypes", Json.gson().toJsonTree(pageTypes));
    } else {
      // The built-in patterns write every page; no model is connected.
      json.addProperty("connected", false);
      json.add("models", new JsonArray());
    }
    json(response, 200, json);
  }
}
