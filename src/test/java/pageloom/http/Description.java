package pageloom.http;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.Dialects;
import dev.harrel.jsonschema.FormatEvaluatorFactory;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The OpenAPI document as a judge of what the server says. Stricter than it is to clients: a field
/// that it does not name is wrong here, for else nobody would notice that it is missing.
final class Description {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final URI SCHEMAS = URI.create("urn:pageloom:schemas");

  private final JsonObject document;
  private final Validator validator;

  Description(String text) {
    document = JsonParser.parseString(text).getAsJsonObject();
    validator =
        new ValidatorFactory()
            .withDefaultDialect(new Dialects.Draft2020Dialect())
            .withJsonNodeFactory(new GsonNode.Factory())
            .withEvaluatorFactory(new FormatEvaluatorFactory())
            .createValidator();
    var schemas = new JsonObject();
    schemas.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
    String defs = part("components", "schemas").toString();
    schemas.add("$defs", JsonParser.parseString(defs.replace("#/components/schemas/", "#/$defs/")));
    close(schemas);
    validator.registerSchema(SCHEMAS, schemas);
  }

  private static void close(JsonElement element) {
    if (element.isJsonArray()) element.getAsJsonArray().forEach(Description::close);
    if (!(element instanceof JsonObject object)) return;
    object.asMap().values().forEach(Description::close);
    if (object.has("required") && object.get("properties") instanceof JsonObject) {
      object.addProperty("additionalProperties", false);
    }
  }

  JsonObject document() {
    return document;
  }

  JsonObject part(String... path) {
    JsonObject at = document;
    for (String name : path) at = at.getAsJsonObject(name);
    return at;
  }

  /// Every path with the methods that it has.
  Map<String, Set<String>> methods() {
    Map<String, Set<String>> methods = new LinkedHashMap<>();
    part("paths")
        .entrySet()
        .forEach(path -> {
          Set<String> found = new TreeSet<>(path.getValue().getAsJsonObject().keySet());
          found.retainAll(METHODS);
          Set<String> upper = new TreeSet<>();
          found.forEach(method -> upper.add(method.toUpperCase(java.util.Locale.ROOT)));
          methods.put(path.getKey(), upper);
        });
    return methods;
  }

  /// What a `$ref` points at, or the thing itself.
  JsonObject resolved(JsonObject object) {
    if (!object.has("$ref")) return object;
    String[] path = object.get("$ref").getAsString().substring(2).split("/", -1);
    return part(path);
  }

  JsonObject operation(String method, String path) {
    return part("paths", path, method.toLowerCase(java.util.Locale.ROOT));
  }

  /// Requires that an answer is one that the document has, with a body of that schema.
  void requireDescribed(String method, String path, HttpResponse<String> answer) {
    String call = method + " " + path + ": " + answer.statusCode() + " " + answer.body();
    JsonObject responses = operation(method, path).getAsJsonObject("responses");
    String status = String.valueOf(answer.statusCode());
    JsonObject response =
        resolved(responses.getAsJsonObject(responses.has(status) ? status : "default"));
    if (!response.has("content")) {
      assertTrue(answer.body().isEmpty(), call);
      return;
    }
    JsonObject content = response.getAsJsonObject("content");
    String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    assertTrue(content.has(type), call + "\nhas the type " + type);
    if (type.equals("text/event-stream")) return;
    JsonObject schema = content.getAsJsonObject(type).getAsJsonObject("schema");
    if (schema.has("$ref")) requireValid(name(schema), answer.body());
  }

  /// The schema's name in a reference to it.
  static String name(JsonObject reference) {
    return reference.get("$ref").getAsString().replaceFirst(".*/", "");
  }

  void requireValid(String schema, String json) {
    var result =
        validator.validate(URI.create(SCHEMAS + "#/$defs/" + schema), JsonParser.parseString(json));
    if (result.isValid()) return;
    List<String> errors =
        result.getErrors().stream()
            .map(e -> e.getInstanceLocation() + " " + e.getSchemaLocation() + ": " + e.getError())
            .toList();
    fail(schema + " is not " + json + "\n" + String.join("\n", errors));
  }

  /// The schema for each `type` that one of several schemas is told apart by.
  Map<String, String> types(String schema) {
    Map<String, String> types = new LinkedHashMap<>();
    part("components", "schemas", schema, "discriminator", "mapping")
        .entrySet()
        .forEach(entry ->
            types.put(entry.getKey(), entry.getValue().getAsString().replaceFirst(".*/", "")));
    return types;
  }

  /// Requires that an event has a schema among those and is valid by it.
  ///
  /// @return its type
  String requireEvent(String schema, String json) {
    String type = JsonParser.parseString(json).getAsJsonObject().get("type").getAsString();
    String own = types(schema).get(type);
    if (own == null) throw new AssertionError(schema + " has no " + type);
    requireValid(own, json);
    requireValid(schema, json);
    return type;
  }
}
