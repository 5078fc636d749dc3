package pageloom.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import pageloom.author.SectionTextFuzz;
import pageloom.http.JsonBodyFuzz;
import pageloom.markup.SanitizerFuzz;
import pageloom.provider.AnswerFuzz;

/// Every input that was worth keeping, again. `./fuzz` looks for more.
final class FuzzTest {
  private static final Path CORPUS = Path.of("src/test/resources/pageloom/fuzz");

  private static final Map<String, Consumer<byte[]>> TARGETS =
      new TreeMap<>(
          Map.of(
              "markup", SanitizerFuzz::fuzzerTestOneInput,
              "json", JsonBodyFuzz::fuzzerTestOneInput,
              "answer", AnswerFuzz::fuzzerTestOneInput,
              "section", SectionTextFuzz::fuzzerTestOneInput));

  @TestFactory
  Stream<DynamicContainer> what_was_kept() throws IOException {
    return TARGETS.entrySet().stream()
        .map(target -> DynamicContainer.dynamicContainer(target.getKey(), inputs(target)));
  }

  private static List<DynamicTest> inputs(Map.Entry<String, Consumer<byte[]>> target) {
    try (Stream<Path> files = Files.list(CORPUS.resolve(target.getKey()))) {
      List<DynamicTest> tests =
          files
              .sorted()
              .map(file ->
                  DynamicTest.dynamicTest(
                      file.getFileName().toString(),
                      () -> target.getValue().accept(Files.readAllBytes(file))))
              .toList();
      assertTrue(tests.size() >= 5, "a corpus for " + target.getKey());
      return tests;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
