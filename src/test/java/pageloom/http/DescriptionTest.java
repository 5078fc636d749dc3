package pageloom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The OpenAPI document in itself, and beside what is written for people.
final class DescriptionTest {
  private Description description;

  @BeforeEach
  void read() throws Exception {
    description =
        new Description(Files.readString(Path.of("src/main/resources/pageloom/http/openapi.json")));
  }

  @Test
  void the_calls_of_the_written_documentation_are_the_same() throws Exception {
    Map<String, Set<String>> written = new TreeMap<>();
    var call = Pattern.compile("`(GET|POST|DELETE) (/[^`?]+)");
    for (String line : Files.readAllLines(Path.of("docs/api.md"))) {
      if (line.equals("## Starting a page")) break;
      if (!line.startsWith("| `")) continue;
      var found = call.matcher(line.split("\\|", -1)[1]);
      while (found.find()) {
        written.computeIfAbsent(found.group(2), path -> new TreeSet<>()).add(found.group(1));
      }
    }
    assertEquals(written, new TreeMap<>(description.methods()));
  }

  @Test
  void it_holds_together() throws Exception {
    assertEquals("3.1.0", description.document().get("openapi").getAsString());
    var version = Pattern.compile("<version>([^<]+)").matcher(Files.readString(Path.of("pom.xml")));
    assertTrue(version.find());
    assertEquals(version.group(1), description.part("info").get("version").getAsString());
    requireReferences(description.document());
    List<String> ids = new ArrayList<>();
    for (var path : description.methods().entrySet()) {
      for (String method : path.getValue()) {
        ids.add(description.operation(method, path.getKey()).get("operationId").getAsString());
      }
    }
    assertEquals(ids.size(), Set.copyOf(ids).size(), ids.toString());
  }

  private void requireReferences(JsonElement element) {
    if (element.isJsonArray()) element.getAsJsonArray().forEach(this::requireReferences);
    if (!(element instanceof JsonObject object)) return;
    if (object.has("$ref")) assertTrue(description.resolved(object).size() > 0, object.toString());
    object.asMap().values().forEach(this::requireReferences);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Health|{\"status\":\"fine\"}",
        "Health|{}",
        "Health|{\"status\":\"ok\",\"since\":1}",
        "CommandApplied|{\"id\":\"7\",\"seq\":1}",
        "Event|{\"type\":\"flown\"}"
      })
  void an_answer_that_is_not_described_would_be_noticed(String schema, String json) {
    assertThrows(AssertionError.class, () -> description.requireValid(schema, json));
  }

  /// The reference makes the call's example from it.
  @Test
  void every_body_has_an_example_and_every_example_is_one() {
    int bodies = 0;
    for (var path : description.methods().entrySet()) {
      for (String method : path.getValue()) {
        JsonElement body = description.operation(method, path.getKey()).get("requestBody");
        if (body == null) continue;
        bodies++;
        JsonObject content =
            description
                .resolved(body.getAsJsonObject())
                .getAsJsonObject("content")
                .getAsJsonObject("application/json");
        String schema = content.getAsJsonObject("schema").get("$ref").getAsString();
        JsonObject examples = content.getAsJsonObject("examples");
        assertNotNull(examples, method + " " + path.getKey());
        for (JsonElement example : examples.asMap().values()) {
          description.requireValid(
              schema.substring(schema.lastIndexOf('/') + 1),
              example.getAsJsonObject().get("value").toString());
        }
      }
    }
    assertTrue(bodies > 0);
  }

  @Test
  void every_example_of_a_problem_is_one() {
    for (var response : description.part("components", "responses").entrySet()) {
      JsonObject content = response.getValue().getAsJsonObject().getAsJsonObject("content");
      for (JsonElement type : content.asMap().values()) {
        JsonElement example = type.getAsJsonObject().get("example");
        if (example != null) description.requireValid("Problem", example.toString());
      }
    }
  }
}
