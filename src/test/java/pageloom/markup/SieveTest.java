package pageloom.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is passed over is nothing that the pattern alone would have found.
final class SieveTest {
  private static final List<String> PIECES =
      List.of(
          "trusted by",
          "TRU\u017FTED BY",
          "\u212A",
          "k",
          "teams",
          "over",
          "moreover",
          "lorem",
          "4.9",
          "12",
          "10,000",
          "500+",
          "$",
          "€",
          "20 USD",
          "%",
          "a@b.co",
          "@",
          "+351 21 000",
          "...",
          "…",
          "TODO",
          "“",
          "”",
          "\uE000",
          "e\u0301",
          "🚀",
          "\uD83D",
          "_",
          "1",
          ".",
          ",",
          "-",
          "é",
          "I",
          "\u0130",
          "ı",
          "s",
          "x",
          " ",
          " ",
          " ",
          "\n",
          "\r",
          "\u00A0");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(?iu)\\b(?:trusted|used) by (?:[\\p{L}\\d,.+-]{1,16}\\s+){0,4}(?:teams|k)\\b|\\btrusted"
            + " by\\b",
        "(?iu)(?:over|more than)\\s+\\d+|(?<![\\p{L}\\d.,$€+/-])(\\d{1,12}(?:[.,]\\d{1,3})?)\\s?%",
        "(?iu)(?<![\\p{L}\\d.,$])(?!(?:16|18)\\+)\\d{1,12}\\s?\\+(?![\\d\\p{L}(])",
        "(?iu)(?:US|CA)?[$€]\\s?\\d{1,12}|(?<![\\p{L}\\d.,])\\d{1,12}\\s?(?:€|USD\\b|k\\b)",
        "(?iu)[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d.-]{1,80}\\.\\p{L}{2,20}",
        "(?<![\\w.,+-])\\+\\d[\\d\\s().-]{3,18}\\d(?![\\w])",
        "(?m)^(?:\\.{3}|…|TODO|XXX+|(?i:k x))$",
        "\\uE000([^\\uE001]{2,9})|(?m)^\\h?[“\"]([^\\n]{2,60})[”\"]\\h?$",
        "(?:\\p{IsEmoji_Presentation}|\\p{IsExtended_Pictographic}\\uFE0F){1,8}"
      })
  void a_sieve_finds_what_its_pattern_finds(String regex) {
    var sieve = new Sieve(regex);
    var pattern = Pattern.compile(regex);
    int found = 0;
    for (long seed = 0; seed < 3000; seed++) {
      String text = text(new Random(seed));
      List<MatchResult> expected = pattern.matcher(text).results().toList();
      assertEquals(places(expected), places(sieve.find(text).toList()), text);
      assertEquals(!expected.isEmpty(), sieve.in(text), text);
      found += expected.size();
    }
    assertNotEquals(0, found);
  }

  private static List<String> places(List<MatchResult> matches) {
    return matches.stream().map(m -> m.start() + "-" + m.end() + m.group()).toList();
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(3) == 0 ? "" : " ");
    }
    return text.toString();
  }
}
