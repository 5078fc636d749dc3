package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `languages.tsv` says which language the copy for a prompt must be in.
final class PromptLanguageTest {
  static Stream<String[]> rows() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/pageloom/plan/languages.tsv")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t", -1));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void the_copy_is_in_the_prompts_language(String language, String prompt) {
    assertEquals(language, Plans.of(prompt).brief().language());
  }

  @Test
  void the_table_has_prompts_in_every_language() throws IOException {
    List<String> languages = rows().map(row -> row[0]).toList();
    for (String language : List.of("en", "es", "fr", "de", "pt"))
      assertTrue(languages.stream().filter(language::equals).count() >= 8, language);
  }
}
