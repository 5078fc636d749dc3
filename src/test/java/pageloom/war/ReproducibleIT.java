package pageloom.war;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The same sources give the same archive, byte for byte, wherever they are built.
@Tag("reliability")
@Timeout(600)
final class ReproducibleIT {
  @TempDir Path folder;

  @Test
  void the_same_sources_give_the_same_bytes() throws Exception {
    Path one = built("one");
    Path two = built("a second/place");
    assertEquals(-1, Files.mismatch(one, two));
  }

  private Path built(String name) throws IOException, InterruptedException {
    Path copy = Files.createDirectories(folder.resolve(name));
    Files.copy(Path.of("pom.xml"), copy.resolve("pom.xml"));
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path to = copy.resolve(file.toString());
        if (Files.isDirectory(file)) Files.createDirectories(to);
        else Files.copy(file, to);
      }
    }
    List<String> command = new ArrayList<>(List.of("mvn", "-B", "-ntp", "-q", "-DskipTests"));
    command.add("package");
    Process build =
        new ProcessBuilder(command)
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertEquals(0, build.waitFor(), () -> read(folder.resolve("log")));
    return copy.resolve("target/pageloom.war");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
