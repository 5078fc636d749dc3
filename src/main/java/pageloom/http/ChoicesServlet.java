package pageloom.http;

import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import pageloom.page.Json;

/// What can be chosen when a page is started: `/api/page-types` and `/api/models`.
final class ChoicesServlet extends ApiServlet {
  private static final long serialVersionUID = 1;

  private final transient List<Api.PageTypeLabel> pageTypes;
  private final transient Supplier<Api.ModelChoices> models;

  ChoicesServlet(List<Api.PageTypeLabel> pageTypes, Supplier<Api.ModelChoices> models) {
    this.models = models;
    this.pageTypes = List.copyOf(pageTypes);
    on("GET", this::get);
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var json = new JsonObject();
    if (request.getServletPath().endsWith("/page-types")) {
      json.add("pageTypes", Json.gson().toJsonTree(pageTypes));
    } else {
      Api.ModelChoices choices = models.get();
      json.addProperty("connected", choices.provider() != null);
      json.addProperty("provider", choices.provider());
      json.addProperty("default", choices.preset());
      json.addProperty("budgetUsd", choices.budgetUsd());
      json.add("models", Json.gson().toJsonTree(choices.models()));
    }
    json(response, 200, json);
  }
}
