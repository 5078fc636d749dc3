package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the prompt, the plan is a sensible page.
final class AnyPromptTest {
  private static final List<String> PIECES =
      List.of(
          "build",
          "a",
          "landing page",
          "for",
          "called",
          "named",
          "\"",
          "“",
          "”",
          "'",
          "'s",
          ",",
          ". ",
          "\n",
          "\t",
          " ",
          "with",
          "and",
          "sections:",
          "section",
          "FAQ",
          "pricing",
          "just",
          "Acme",
          "Ünïcode",
          "東京",
          "パン屋",
          "セクション",
          "مطعم",
          "\u202E",
          "\u0000",
          "\uD83C",
          "🍕",
          "👩‍👩‍👧",
          "in",
          "Lyon",
          "$9",
          "per month",
          "9-17",
          "Mon",
          "12 May 2026",
          "+1 555 010 0000",
          "a@b.co",
          "{brand}",
          "{{",
          "}",
          "<script>",
          "</",
          "&amp;",
          "dark",
          "that",
          "helps",
          "I",
          "we",
          "sell",
          "of",
          "the",
          "app",
          "É",
          "ß",
          "½",
          "ﷺ",
          "e\u0301",
          "0",
          "999999999",
          "-");

  static Stream<String> hard() {
    int longest = 16_000;
    return Stream.of(
            "",
            " ",
            "\n\n",
            "{}",
            "}{",
            "{brand|{subject}}",
            "\"\"",
            "\uD800",
            "\u0007",
            "¯\\_(ツ)_/¯",
            "\u202Erestaurant\u202C",
            "a",
            "I",
            "called",
            "with",
            "sections:",
            "for",
            "in",
            "'s",
            "called {brand}",
            "for <b>Bold</b>",
            "section",
            "just",
            "pricing",
            "no",
            "👍",
            "1️⃣",
            "...")
        .flatMap(s -> Stream.of(s, s.isEmpty() ? s : s.repeat(longest / s.length())))
        .mapMulti((s, out) -> {
          out.accept(s);
          out.accept(s + " bakery");
        });
  }

  static Stream<String> repeated() {
    return Stream.of(
            "a",
            "A",
            "Aa ",
            "A's ",
            "\"a",
            "\"A\" ",
            "a@",
            "a.",
            "a@a.",
            "1",
            "1 ",
            "1-",
            "1.",
            "(1",
            "+1 ",
            "$1,",
            "9-",
            "9:00-",
            "Mon ",
            "Mon-",
            "Mon to ",
            "May ",
            "May 1-",
            "1 of ",
            "for A ",
            "called ",
            "in A, ",
            "with a, ",
            "with faq and ",
            "sections: a, ",
            "and ",
            "a {",
            "project ",
            "real ",
            "社",
            "パンの",
            "e\u0301",
            "\u0301",
            "ﷺ",
            "A of ",
            "of ",
            "that helps ",
            "for for ",
            "- ",
            "«",
            "'A ",
            "😀")
        .map(s -> s.repeat(16_000 / s.length()));
  }

  @ParameterizedTest
  @MethodSource("hard")
  void odd_prompts_give_a_sensible_page(String prompt) {
    check(prompt);
  }

  @ParameterizedTest
  @MethodSource("repeated")
  void no_long_prompt_takes_more_than_a_moment(String prompt) {
    assertTimeoutPreemptively(Duration.ofSeconds(5), () -> check(prompt));
  }

  @Test
  void random_prompts_give_sensible_pages() {
    var random = new Random(20260101);
    for (int i = 0; i < 1500; i++) {
      var prompt = new StringBuilder();
      int pieces = random.nextInt(30);
      for (int n = 0; n < pieces; n++) {
        prompt.append(PIECES.get(random.nextInt(PIECES.size())));
        if (random.nextInt(4) > 0) prompt.append(' ');
      }
      check(prompt.toString());
    }
  }

  @Test
  void random_characters_give_sensible_pages() {
    var random = new Random(20260102);
    for (int i = 0; i < 500; i++) {
      var prompt = new StringBuilder();
      int length = random.nextInt(200);
      for (int n = 0; n < length; n++) {
        int bound = random.nextBoolean() ? 0x80 : random.nextBoolean() ? 0x3000 : 0x11_0000;
        prompt.appendCodePoint(random.nextInt(bound));
      }
      check(prompt.toString());
    }
  }

  private static void check(String prompt) {
    Plan plan = Plans.of(prompt);
    assertEquals(plan, Plans.of(prompt));
    Brief brief = plan.brief();
    plain(plan.title(), 80);
    plain(brief.brand(), 60);
    plain(brief.subject(), 80);
    plain(brief.audience(), 80);
    assertFalse(plan.title().isBlank());
    assertFalse(brief.brand().isBlank());
    assertFalse(brief.subject().isBlank());
    for (Fact fact : brief.facts()) {
      plain(fact.text(), 200);
      assertTrue(prompt.contains(fact.text()), () -> "not verbatim: " + fact);
    }
    assertTrue(plan.sections().size() <= 24);
    Set<String> names = new HashSet<>();
    Set<String> anchors = new HashSet<>();
    String before = "";
    for (SectionPlan section : plan.sections()) {
      assertTrue(names.add(section.name()) && anchors.add(section.anchor()));
      assertTrue(section.anchor().matches("[a-z][a-z0-9-]*"), section::anchor);
      List<String> layouts = Plans.KINDS.kind(section.kind()).layouts();
      assertTrue(layouts.contains(section.layout()));
      assertFalse(section.layout().equals(before) && layouts.size() > 1, plan::toString);
      before = section.layout();
      String copy = section.copy().toString();
      assertFalse(copy.contains("{") || copy.contains("}"), copy);
    }
  }

  private static void plain(String text, int longest) {
    assertTrue(text.length() <= longest, text);
    assertTrue(
        text.codePoints()
            .noneMatch(c ->
                Character.isISOControl(c)
                    || "{}<>\u202E\u2028".indexOf(c) >= 0
                    || Character.getType(c) == Character.SURROGATE),
        text);
  }
}
