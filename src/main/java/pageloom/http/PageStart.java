package pageloom.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pageloom.page.PageRequest;
import pageloom.plan.PlanRequest;

/// What a body asks for when it starts a page, checked field by field.
///
/// @param request what the page is started with
/// @param wish what the planner makes a plan of
record PageStart(PageRequest request, PlanRequest wish) {
  static final int MAX_PROMPT_CODE_POINTS = 16_000;
  private static final int MAX_SECTIONS = 24;
  private static final int MAX_NAME = 60;
  private static final String DEFAULT_FORMAT = "react";

  /// Checks a body.
  ///
  /// @param formats the output formats there are
  /// @throws Problem 422 with the field's name
  static PageStart of(JsonBody body, Set<String> formats, String requestId) {
    String prompt = prompt(body);
    String format = body.string("outputFormat");
    if (format == null) format = DEFAULT_FORMAT;
    if (!formats.contains(format)) {
      throw Problem.field("outputFormat", "use one of: " + String.join(", ", formats) + ".");
    }
    JsonObject theme = object(body.json(), "theme");
    List<Wanted> sections = sections(body.json());
    var request =
        new PageRequest(
            prompt,
            format,
            parallelism(body.json()),
            model("model", body.string("model")),
            models(sections),
            budget(body.json()),
            requestId);
    var wish =
        new PlanRequest(
            prompt,
            body.string("pageType"),
            sections.stream().map(Wanted::name).toList(),
            JsonBody.string(theme, "palette", "theme.palette"),
            JsonBody.string(theme, "mode", "theme.mode"),
            JsonBody.string(theme, "type", "theme.type"),
            JsonBody.string(theme, "radius", "theme.radius"),
            JsonBody.string(theme, "density", "theme.density"),
            seed(body.json()));
    return new PageStart(request, wish);
  }

  private static String prompt(JsonBody body) {
    String prompt = body.string("prompt");
    if (prompt == null || prompt.isBlank()) {
      throw Problem.field("prompt", "say in a sentence what the page is for.");
    }
    if (prompt.codePointCount(0, prompt.length()) > MAX_PROMPT_CODE_POINTS) {
      throw Problem.field(
          "prompt", "may have at most " + MAX_PROMPT_CODE_POINTS + " characters; shorten it.");
    }
    return prompt;
  }

  private static int parallelism(JsonObject json) {
    JsonElement value = json.get("parallelism");
    if (absent(value)) return 1;
    int wanted = integer(value, 1, PageRequest.MAX_PARALLELISM);
    if (wanted > 0) return wanted;
    throw Problem.field(
        "parallelism", "must be a whole number from 1 to " + PageRequest.MAX_PARALLELISM + ".");
  }

  /// A whole number within bounds, or -1.
  static int integer(JsonElement value, int least, int most) {
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      double number = value.getAsDouble();
      if (number == Math.rint(number) && number >= least && number <= most) return (int) number;
    }
    return -1;
  }

  private static long seed(JsonObject json) {
    JsonElement value = json.get("seed");
    if (absent(value)) return 0;
    int seed = integer(value, 0, Integer.MAX_VALUE);
    if (seed < 0) throw Problem.field("seed", "must be a whole number from 0 to 2147483647.");
    return seed;
  }

  /// The field `budgetUsd`, if there is one.
  static @Nullable BigDecimal budget(JsonObject json) {
    JsonElement value = json.get("budgetUsd");
    if (absent(value)) return null;
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
      try {
        BigDecimal budget = value.getAsBigDecimal();
        // A number such as 1e9999 would take much room to write out.
        if (budget.signum() >= 0 && Math.abs(budget.scale()) <= 12 && budget.precision() <= 18) {
          return budget;
        }
      } catch (NumberFormatException beyondGsonsLimits) {
        // Said below.
      }
    }
    throw Problem.field("budgetUsd", "must be a number of dollars, 0 or more.");
  }

  /// A section asked for by name.
  private record Wanted(String name, @Nullable String model) {}

  private static Map<String, String> models(List<Wanted> sections) {
    Map<String, String> models = new HashMap<>();
    for (Wanted section : sections) {
      String model = section.model();
      if (model != null) models.put(section.name(), model);
    }
    return models;
  }

  private static @Nullable String model(String field, @Nullable String model) {
    if (model == null || model.matches("[!-~]{1,200}")) return model;
    throw Problem.field(field, "must be the id of a model.");
  }

  private static List<Wanted> sections(JsonObject json) {
    JsonElement value = json.get("sections");
    if (absent(value)) return List.of();
    if (!value.isJsonArray()) throw Problem.field("sections", "must be a list.");
    if (value.getAsJsonArray().size() > MAX_SECTIONS) {
      throw Problem.field("sections", "may have at most " + MAX_SECTIONS + " entries.");
    }
    List<Wanted> wanted = new ArrayList<>();
    for (JsonElement entry : value.getAsJsonArray()) {
      String model =
          entry.isJsonObject() ? JsonBody.string(entry.getAsJsonObject(), "model", "model") : null;
      wanted.add(new Wanted(name(entry), model("sections", model)));
    }
    return wanted;
  }

  private static String name(JsonElement entry) {
    JsonElement name = entry.isJsonObject() ? entry.getAsJsonObject().get("name") : entry;
    if (name != null && name.isJsonPrimitive() && name.getAsJsonPrimitive().isString()) {
      String text = name.getAsString().strip();
      if (!text.isEmpty() && text.codePointCount(0, text.length()) <= MAX_NAME) return text;
    }
    throw Problem.field(
        "sections",
        "each entry is a name of 1 to " + MAX_NAME + " characters, or {\"name\": ...}.");
  }

  private static JsonObject object(JsonObject json, String field) {
    JsonElement value = json.get(field);
    if (absent(value)) return new JsonObject();
    if (value.isJsonObject()) return value.getAsJsonObject();
    throw Problem.field(field, "must be an object.");
  }

  static boolean absent(@Nullable JsonElement value) {
    return value == null || value.isJsonNull();
  }
}
