package pageloom.author;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import pageloom.author.Joined.How;

final class JoinedTest {
  private static final String WHOLE =
      "<<<SECTION\n"
          + "<section id=\"about\" class=\"bg-surface text-ink\">\n"
          + "  <h2>Bread of the day</h2>\n"
          + "  <p>We bake at four and sell until it is gone.</p>\n"
          + "</section>\n"
          + "SECTION>>>";

  static Stream<Arguments> pairs() {
    return Stream.of(
        Arguments.of(
            "on from there",
            "<p>We ba",
            "ke at four.</p>",
            "<p>We bake at four.</p>",
            How.APPENDED),
        Arguments.of("nothing more", "<p>We", " \n", "<p>We", How.APPENDED),
        Arguments.of(
            "the end again",
            "<p>We bake at four",
            "bake at four and sell.</p>",
            "<p>We bake at four and sell.</p>",
            How.OVERLAPPED),
        Arguments.of(
            "the end again in other white space",
            "<div><ul>\n  <li>One thing</li>\n",
            "<ul> <li>One thing</li> <li>Two</li></ul>",
            "<div><ul>\n  <li>One thing</li> <li>Two</li></ul>",
            How.OVERLAPPED),
        Arguments.of(
            "a half tag again",
            "<p>a</p><a hr",
            "<a href=\"#b\">b</a>",
            "<p>a</p><a href=\"#b\">b</a>",
            How.OVERLAPPED),
        Arguments.of(
            "a half tag finished",
            "<p>a</p><a hr",
            "ef=\"#b\">b</a>",
            "<p>a</p><a href=\"#b\">b</a>",
            How.APPENDED),
        Arguments.of("a lone bracket", "<p>a</p><", "</div>", "<p>a</p></div>", How.OVERLAPPED),
        Arguments.of(
            "a half word again",
            "<p>Fresh bre",
            "bread daily</p>",
            "<p>Fresh bread daily</p>",
            How.OVERLAPPED),
        Arguments.of(
            "the same end tags",
            "<i><b>x</b></i></div></div>",
            "</div></div></section>",
            "<i><b>x</b></i></div></div></div></div></section>",
            How.APPENDED),
        Arguments.of("one letter alike", "<p>see", "e</p>", "<p>seee</p>", How.APPENDED),
        Arguments.of(
            "a fence and a phrase first",
            "<div><p>We ba",
            "Continuing from where I stopped:\n\n```html\n<p>We bake at four.</p>",
            "<div><p>We bake at four.</p>",
            How.OVERLAPPED),
        Arguments.of(
            "the mark again",
            "<<<SECTION\n<p>We ba",
            "<<<SECTION\nke.</p>",
            "<<<SECTION\n<p>We bake.</p>",
            How.APPENDED));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pairs")
  void a_continuation_is_joined(String name, String partial, String more, String text, How how) {
    assertEquals(new Joined(text, how), Joined.continuation(partial, more));
  }

  @Test
  void wherever_it_breaks_off_the_rest_makes_it_whole() {
    for (int cut = 1; cut < WHOLE.length(); cut++) {
      var joined = Joined.continuation(WHOLE.substring(0, cut), WHOLE.substring(cut));
      assertEquals(
          SectionText.of(WHOLE).fragment(),
          SectionText.of(joined.text()).fragment(),
          "cut at " + cut);
    }
  }

  @Test
  void wherever_it_breaks_off_a_rest_that_repeats_forty_characters_makes_it_whole() {
    for (int cut = 60; cut < WHOLE.length() - 12; cut++) {
      var joined = Joined.continuation(WHOLE.substring(0, cut), WHOLE.substring(cut - 40));
      assertEquals(WHOLE, joined.text(), "cut at " + cut);
    }
  }

  @Test
  void a_restart_takes_the_place_of_what_broke_off() {
    for (int cut = 30; cut < WHOLE.length(); cut++) {
      assertEquals(
          new Joined(WHOLE, How.RESTARTED),
          Joined.continuation(WHOLE.substring(0, cut), WHOLE),
          "cut at " + cut);
    }
    String bare = SectionText.of(WHOLE).fragment();
    assertEquals(
        new Joined("```html\n" + bare + "\n```", How.RESTARTED),
        Joined.continuation(WHOLE.substring(0, 120), "```html\n" + bare + "\n```"));
  }

  @Test
  void a_restart_that_got_less_far_changes_nothing() {
    String partial = WHOLE.substring(0, 140);
    assertEquals(
        new Joined(partial, How.RESTARTED), Joined.continuation(partial, WHOLE.substring(0, 100)));
  }
}
