package pageloom.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SectionTextTest {
  private static final String HERO =
      "<header id=\"hero\" class=\"bg-surface\">\n<h1>Bread &amp; butter</h1>\n</header>";

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of("as asked", "<<<SECTION\n" + HERO + "\nSECTION>>>", HERO, true),
        Arguments.of("on one line", "<<<SECTION" + HERO + "SECTION>>>", HERO, true),
        Arguments.of(
            "an opener that is closed", "<<<SECTION>>>\n" + HERO + "\nSECTION>>>", HERO, true),
        Arguments.of(
            "one mark for both ends", "<<<SECTION>>>\n" + HERO + "\n<<<SECTION>>>", HERO, true),
        Arguments.of(
            "an end in other words", "<<<SECTION\n" + HERO + "\n<<<END SECTION>>>", HERO, true),
        Arguments.of(
            "chatter around marks",
            "Sure! I'll use a <section> here.\n\n<<<SECTION\n"
                + HERO
                + "\nSECTION>>>\nEnjoy <b>it</b>!",
            HERO,
            true),
        Arguments.of(
            "a fence between the marks",
            "<<<SECTION\n```html\n" + HERO + "\n```\nSECTION>>>",
            HERO,
            true),
        Arguments.of(
            "marks in a fence", "```html\n<<<SECTION\n" + HERO + "\nSECTION>>>\n```", HERO, true),
        Arguments.of("no closing mark", "<<<SECTION\n" + HERO + "\n", HERO, true),
        Arguments.of("half a closing mark", "<<<SECTION\n" + HERO + "\nSECTI", HERO, true),
        Arguments.of(
            "wishes after no mark", "<<<SECTION\n" + HERO + "\n\nHope it helps!", HERO, true),
        Arguments.of("a fence", "```html\n" + HERO + "\n```", HERO, true),
        Arguments.of(
            "a fence with odd info", "```HTML5 title=\"x y\"\n" + HERO + "\n```\n", HERO, true),
        Arguments.of("a fence of waves", "~~~\n" + HERO + "\n~~~\n", HERO, true),
        Arguments.of(
            "chatter around a fence",
            "Here is the `<header>` you asked for:\n\n```html\n"
                + HERO
                + "\n```\n\nI used `<h1>` once.",
            HERO,
            true),
        Arguments.of("a fence without end", "```html\n" + HERO, HERO, true),
        Arguments.of(
            "a fence of something else first",
            "```text\nthe plan: one header\n```\n```html\n" + HERO + "\n```",
            HERO,
            true),
        Arguments.of("nothing else", HERO, HERO, true),
        Arguments.of("a byte order mark", "\uFEFF" + HERO, HERO, true),
        Arguments.of(
            "raw after chatter", "Here you go:\n\n" + HERO + "\n\nThat is all.", HERO, true),
        Arguments.of("raw on the line of chatter", "Sure: " + HERO + " Done.", HERO, true),
        Arguments.of(
            "chatter that names tags",
            "I start with a <header class=x> tag.\n" + HERO + "\nThe <em>title</em> is short.",
            HERO,
            true),
        Arguments.of(
            "a whole document",
            "<!doctype html>\n<html>\n<body>\n" + HERO + "\n</body>\n</html>",
            HERO,
            true),
        Arguments.of(
            "thoughts first",
            "<think>Maybe <section id=\"x\">no</section>?</think>\n" + HERO,
            HERO,
            true),
        Arguments.of(
            "thoughts that were not opened",
            "I could write <<<SECTION\n<p>no</p>\nSECTION>>> but\n</think>\n<<<SECTION\n"
                + HERO
                + "\nSECTION>>>",
            HERO,
            true),
        Arguments.of("only thoughts", "<think>Let me see: <section id=\"x\">", "", false),
        Arguments.of(
            "a fresh start",
            "<<<SECTION\n<header id=\"hero\"><h1>Ha\n<<<SECTION\n" + HERO + "\nSECTION>>>",
            HERO,
            true),
        Arguments.of(
            "two roots",
            HERO + "\n<section id=\"b\"></section>",
            HERO + "\n<section id=\"b\"></section>",
            true),
        Arguments.of(
            "broken off",
            "<<<SECTION\n<header id=\"hero\"><h1>Bre",
            "<header id=\"hero\"><h1>Bre",
            false),
        Arguments.of("broken off in a tag", "```html\n<header id=\"he", "<header id=\"he", false),
        Arguments.of(
            "a nested root of its name",
            "<section id=\"a\"><section>x</section>",
            "<section id=\"a\"><section>x</section>",
            false),
        Arguments.of(
            "marks inside values",
            "<section id=\"a\" title=\"a > b </section>\"><p>x</p></section>",
            "<section id=\"a\" title=\"a > b </section>\"><p>x</p></section>",
            true),
        Arguments.of(
            "code in a fence",
            "```html\n<section id=\"a\"><pre>\n```bash\nls\n```\n</pre></section>\n```",
            "<section id=\"a\"><pre>\n```bash\nls\n```\n</pre></section>",
            true),
        Arguments.of("a refusal", "I'm sorry, I can't help with that.", "", false),
        Arguments.of("nothing", "", "", false));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void the_fragment_is_found(String name, String answer, String fragment, boolean complete) {
    SectionText text = SectionText.of(answer);
    assertEquals(fragment, text.fragment());
    assertEquals(complete, text.complete());
    assertEquals(answer, text.raw());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void the_pieces_it_comes_in_make_no_difference(String name, String answer) {
    for (int cut = 0; cut <= answer.length(); cut++) {
      String head = answer.substring(0, cut);
      var pieces = new SectionText();
      for (int i = 0; i < cut; i++) {
        pieces.append(answer.substring(i, i + 1));
        pieces.soFar();
      }
      SectionText whole = SectionText.of(head);
      assertEquals(whole.fragment(), pieces.fragment());
      assertEquals(whole.soFar(), pieces.soFar());
      assertEquals(whole.complete(), pieces.complete());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void what_is_shown_before_the_end_has_no_half_tag_entity_or_mark(String name, String answer) {
    for (int cut = 0; cut <= answer.length(); cut++) {
      String shown = SectionText.of(answer.substring(0, cut)).soFar();
      String outside = shown.replaceAll("\"[^\"]*\"", "\"\"");
      assertTrue(outside.lastIndexOf('<') <= outside.lastIndexOf('>'), shown);
      assertFalse(shown.matches("(?s).*&[a-z]*$"), shown);
      assertFalse(shown.contains("SECTION"), shown);
    }
  }

  @Test
  void what_is_shown_grows() {
    var text = new SectionText();
    String before = "";
    for (char c : ("Hello!\n<<<SECTION\n" + HERO + "\nSECTION>>>\nBye").toCharArray()) {
      text.append(String.valueOf(c));
      String now = text.soFar();
      assertTrue(now.startsWith(before), before + " then " + now);
      before = now;
    }
    assertEquals(HERO, before);
  }

  @Test
  void half_a_character_script_and_comment_are_not_shown() {
    assertEquals("<p>a", SectionText.of("<p>a\uD83D").soFar());
    assertEquals(
        "<p>a</p>",
        SectionText.of("<section id=\"a\">".substring(0, 0) + "<p>a</p><script>if (a").soFar());
    assertEquals("<div>a", SectionText.of("<div>a<!-- b <i>c").soFar());
    assertEquals("<div>a < b", SectionText.of("<div>a < b").soFar());
    assertEquals("<div>a &amp; b", SectionText.of("<div>a &amp; b &am").soFar());
  }

  @Test
  void any_text_in_any_pieces_gives_what_it_gives_at_once() {
    List<String> parts =
        List.of(
            "<<<SECTION",
            "SECTION>>>",
            "```",
            "```html\n",
            "<think>",
            "</think>",
            "\n",
            " ",
            "<section id=\"a\">",
            "</section>",
            "<p>",
            "</p>",
            "<",
            ">",
            "\"",
            "&amp;",
            "&",
            "text",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<pre>",
            "</pre>",
            "\uD83D\uDE00",
            "é",
            "<br/>",
            "SECT",
            "N>>>",
            "`",
            "=");
    for (long seed = 0; seed < 400; seed++) {
      var random = new Random(seed);
      var answer = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        answer.append(parts.get(random.nextInt(parts.size())));
      }
      var pieces = new SectionText();
      for (int at = 0; at < answer.length(); ) {
        int to = Math.min(answer.length(), at + 1 + random.nextInt(4));
        pieces.append(answer.substring(at, to));
        pieces.soFar();
        at = to;
      }
      SectionText whole = SectionText.of(answer);
      assertEquals(whole.fragment(), pieces.fragment(), answer.toString());
      assertEquals(whole.soFar(), pieces.soFar(), answer.toString());
    }
  }

  @Test
  void a_long_answer_is_looked_at_once() {
    List<String> floods =
        List.of(
            "<<<SECTION\n",
            "```\n",
            "<think>",
            "</think>",
            "<section id=\"a\">\n",
            "<",
            " ",
            "&",
            "`",
            "S",
            "<p ");
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String flood : floods) {
            var text = new SectionText();
            for (int i = 0; i < 1 << 20; i += flood.length()) text.append(flood);
            text.append("\n<section id=\"z\">");
            text.soFar();
            text.fragment();
          }
        });
  }
}
