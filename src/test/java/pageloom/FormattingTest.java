package pageloom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/// Every Java source is formatted by google-java-format. It runs here, under the JDK of the build,
/// because a formatter parses with the JVM it runs in and Maven's own may be older than our
/// language.
final class FormattingTest {
  @Test
  void every_source_is_formatted() throws Exception {
    boolean fix = Boolean.getBoolean("format.fix");
    List<String> arguments = new ArrayList<>();
    arguments.add(fix ? "--replace" : "--dry-run");
    try (var files = Files.walk(Path.of("src"))) {
      files.filter(f -> f.toString().endsWith(".java")).map(Path::toString).forEach(arguments::add);
    }
    var out = new StringWriter();
    ToolProvider formatter = ToolProvider.findFirst("google-java-format").orElseThrow();
    int code =
        formatter.run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(String[]::new));
    assertEquals(
        "",
        out.toString().strip(),
        "not formatted; mend with: mvn test -Dtest=FormattingTest -Dformat.fix=true");
    assertEquals(0, code);
  }
}
