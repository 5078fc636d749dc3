package pageloom.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import pageloom.page.Json;
import pageloom.plan.ThemeCatalogue;
import pageloom.plan.Themes;

/// What can be chosen for a page: `/api/page-types`, `/api/models` and `/api/themes`.
final class ChoicesServlet extends ApiServlet {
  private static final long serialVersionUID = 1;
  private static final JsonObject THEMES = themes();

  private final transient List<Api.PageTypeLabel> pageTypes;
  private final transient Supplier<Api.ModelChoices> models;

  ChoicesServlet(List<Api.PageTypeLabel> pageTypes, Supplier<Api.ModelChoices> models) {
    this.models = models;
    this.pageTypes = List.copyOf(pageTypes);
    on("GET", this::get);
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String path = request.getServletPath();
    var json = new JsonObject();
    if (path.endsWith("/page-types")) {
      json.add("pageTypes", Json.gson().toJsonTree(pageTypes));
    } else if (path.endsWith("/themes")) {
      json = THEMES;
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

  /// The catalogue as it is, so that a client can show a theme before anybody chooses it.
  private static JsonObject themes() {
    ThemeCatalogue catalogue = Themes.catalogue();
    var palettes = new JsonArray();
    for (ThemeCatalogue.Palette palette : catalogue.palettes()) {
      JsonObject json = choice(palette.id(), palette.label());
      json.add("light", Json.gson().toJsonTree(palette.light()));
      json.add("dark", Json.gson().toJsonTree(palette.dark()));
      palettes.add(json);
    }
    var json = new JsonObject();
    json.add("palettes", palettes);
    json.add("modes", Json.gson().toJsonTree(Themes.modes()));
    json.add("types", options(catalogue.types()));
    json.add("radii", options(catalogue.radii()));
    json.add("densities", options(catalogue.densities()));
    return json;
  }

  private static JsonArray options(List<ThemeCatalogue.Option> options) {
    var array = new JsonArray();
    for (ThemeCatalogue.Option option : options) {
      JsonObject json = choice(option.id(), option.label());
      json.add("variables", Json.gson().toJsonTree(option.variables()));
      array.add(json);
    }
    return array;
  }

  private static JsonObject choice(String id, String name) {
    var json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("name", name);
    return json;
  }
}
