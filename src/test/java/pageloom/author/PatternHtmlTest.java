package pageloom.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.markup.Sanitizer;
import pageloom.plan.SectionPlan;

/// Every pattern is valid HTML, says the Nu Html Checker. It runs in a process of its own, with
/// jars that Maven fetches below `target`.
@Timeout(300)
final class PatternHtmlTest {
  private static final Path JARS = Path.of("target/nu");

  /// The checker is older than the standard, which by now lets headings stand beside phrasing
  /// content in a `summary` (HTML, "The summary element").
  private static final Pattern OUTDATED =
      Pattern.compile("Element “(?:h3|svg|span)” not allowed as child of element “summary”");

  @TempDir Path folder;

  private String run(String... command) throws Exception {
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(240, TimeUnit.SECONDS), () -> "still runs: " + command[0]);
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  private void fetch() throws Exception {
    if (Files.isDirectory(JARS)) return;
    String said =
        run(
            "mvn",
            "-B",
            "-ntp",
            "-f",
            "src/test/nu/pom.xml",
            "dependency:copy-dependencies",
            "-DoutputDirectory=" + JARS.toAbsolutePath());
    assertTrue(Files.isDirectory(JARS), said);
  }

  @Test
  void every_pattern_is_valid_html() throws Exception {
    fetch();
    var library = new PatternLibrary();
    var sanitizer = new Sanitizer();
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                JARS + "/*",
                "nu.validator.client.SimpleCommandLineValidator",
                "--errors-only",
                "--exit-zero-always"));
    for (String pattern : Samples.patterns()) {
      List<SectionPlan> page = Samples.page(pattern, Samples.full());
      SectionPlan section = page.getFirst();
      String html = library.render(Samples.brief("a checker", 1), section, page);
      Path file = folder.resolve(pattern.replace('/', '-') + ".html");
      Files.writeString(
          file,
          "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A page</title>"
              + "</head><body>"
              + sanitizer.sanitize(html, section.anchor()).html()
              + "</body></html>");
      command.add(file.toString());
    }
    String said = run(command.toArray(String[]::new));
    List<String> errors =
        said.lines()
            .filter(line -> line.contains(": error: ") && !OUTDATED.matcher(line).find())
            .map(line -> line.replaceFirst("^.*/", ""))
            .toList();
    assertEquals(List.of(), errors);
    // A checker that does not start finds nothing either: the old rule is the proof that it looked.
    assertTrue(OUTDATED.matcher(said).find(), said);
  }
}
