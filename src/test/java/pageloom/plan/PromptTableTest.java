package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `prompts.tsv` says what prompts people write mean: page type, brand and sections; `-` where
/// nothing is expected, `+Name` for a section that must be there, `!Name` for one that must not.
final class PromptTableTest {
  static Stream<String[]> rows() throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/pageloom/plan/prompts.tsv")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\t"))
        .peek(row -> assertEquals(5, row.length, () -> "columns of: " + String.join("|", row)));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_prompt_gets_the_page_its_words_ask_for(
      String prompt, String type, String brand, String subject, String sections) {
    Plan plan = Plans.of(prompt.replace("\\n", "\n"));
    if (!type.equals("-")) assertEquals(type, plan.pageType());
    if (!brand.equals("-")) assertEquals(brand, plan.brief().brand());
    if (!subject.equals("-")) assertEquals(subject, plan.brief().subject());
    List<String> names = Plans.names(plan);
    if (sections.startsWith("+") || sections.startsWith("!")) {
      for (String wish : sections.split(" ")) {
        String name = wish.substring(1);
        if (wish.startsWith("+")) assertTrue(names.contains(name), () -> name + " in " + names);
        else assertFalse(names.contains(name), () -> name + " in " + names);
      }
    } else if (!sections.equals("-")) {
      assertEquals(List.of(sections.split(" ")), names);
    }
  }
}
