package pageloom.war;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples of docs/guide.md, each run as it stands, by what a reader would run it with, on the
/// archive as it ships.
@Timeout(180)
final class GuideIT {
  private static final List<String> SECTIONS = List.of("Hero", "Menu", "Footer");

  @TempDir static Path data;
  @TempDir Path folder;
  private static WarProcess war;

  @BeforeAll
  static void start() throws Exception {
    war = WarProcess.serving(data);
  }

  @AfterAll
  static void stop() {
    war.close();
  }

  /// The guide's code by its language.
  private static Map<String, String> examples() throws Exception {
    Map<String, String> examples = new LinkedHashMap<>();
    var block = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
    block
        .matcher(Files.readString(Path.of("docs/guide.md")))
        .results()
        .forEach(found -> examples.put(found.group(1), found.group(2)));
    return examples;
  }

  private String run(List<String> command) throws Exception {
    Path output = folder.resolve("output.txt");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("PAGELOOM_URL", war.base().toString());
    Process process = builder.start();
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    process.destroyForcibly().waitFor();
    String printed = Files.readString(output);
    assertTrue(ended, "still runs:\n" + printed);
    assertEquals(0, process.exitValue(), printed);
    return printed;
  }

  private static List<String> found(String regex, String text) {
    return Pattern.compile(regex, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  private static String text(ZipFile zip, ZipEntry entry) {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Test
  void there_is_an_example_for_each_language_that_is_run_here() throws Exception {
    assertEquals(List.of("sh", "js", "java", "python"), List.copyOf(examples().keySet()));
  }

  @ParameterizedTest
  @CsvSource({
    "sh,example.sh,bash",
    "js,example.mjs,node",
    "java,Example.java,java",
    "python,example.py,python3"
  })
  void an_example_starts_follows_resumes_changes_saves_and_exports_a_page(
      String language, String file, String program) throws Exception {
    Files.writeString(folder.resolve(file), examples().get(language));
    boolean java = program.equals("java");
    String runner =
        java ? Path.of(System.getProperty("java.home"), "bin", "java").toString() : program;
    String printed = run(List.of(runner, file));

    String id = found("^page (\\S+)$", printed).getFirst();
    assertEquals(SECTIONS, found("^section_complete (\\w+)$", printed), printed);
    List<String> types = new ArrayList<>(found("^(init|status|complete)\\b", printed));
    assertEquals(List.of("init", "status", "status", "status", "complete"), types, printed);
    assertEquals(List.of("v1." + id + ".3"), found("^cut after (\\S+)$", printed), printed);
    assertEquals(List.of("9", "10"), found("seq\\W+(\\d+)", printed), printed);

    JsonObject saved = json(Files.readString(folder.resolve("page.json")));
    assertEquals(json(war.get("/api/pages/" + id).body()), saved);
    JsonObject hero = saved.getAsJsonArray("sections").get(0).getAsJsonObject();
    assertEquals("person", hero.get("author").getAsString());
    assertTrue(hero.get("html").getAsString().contains("Bread at seven"), hero.toString());
    JsonObject theme = saved.getAsJsonObject("brief").getAsJsonObject("theme");
    assertEquals("forest", theme.get("palette").getAsString());
    assertEquals("dark", theme.get("mode").getAsString());

    try (var project = new ZipFile(folder.resolve("page.zip").toFile())) {
      String code =
          project.stream()
              .filter(entry -> entry.getName().endsWith("/Hero.jsx"))
              .map(entry -> text(project, entry))
              .collect(Collectors.joining());
      assertTrue(code.contains("Bread at seven"), code);
    }
  }
}
