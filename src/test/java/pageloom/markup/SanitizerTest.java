package pageloom.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a section looks like once it is sanitized.
final class SanitizerTest {
  private final Sanitizer sanitizer = new Sanitizer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <section>x</section> | <section id="hero">x</section>
          <nav id=top class="a  b"></nav> | <nav id="hero" class="a b"></nav>
          a | <section id="hero">a</section>
          <p>a</p><p>b</p> | <section id="hero"><p>a</p><p>b</p></section>
          <p>a</p> | <section id="hero"><p>a</p></section>
          <svg></svg> | <section id="hero"><svg></svg></section>
          <section>a</section><section>b</section> | <section id="hero"><section>a</section><section>b</section></section>
          <!doctype html><html><head><title>t</title></head><body class=x><div>a</div></body></html> | <div id="hero">a</div>
          """)
  void there_is_one_root_with_the_anchor(String dirty, String clean) {
    assertEquals(clean, sanitizer.sanitize(dirty, "hero").html());
  }

  @Test
  void what_was_looked_at_before_is_cleaned_alike() {
    var context = new FindingsContext("hero", "hero", Set.of("hero"), Map.of(), "");
    for (String nasty : NastyFragments.all()) {
      var markup = new RawMarkup(nasty);
      assertEquals(Findings.of(nasty, context), Findings.of(markup, context), nasty);
      assertEquals(
          outcome(() -> sanitizer.sanitize(nasty, "hero")),
          outcome(() -> sanitizer.sanitize(markup, "hero")),
          nasty);
      assertEquals(Findings.of(nasty, context), Findings.of(markup, context), nasty);
    }
  }

  private static String outcome(Supplier<Sanitized> cleaning) {
    try {
      return cleaning.get().html();
    } catch (MarkupRejected e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Test
  void nothing_at_all_is_an_empty_section() {
    assertEquals("<section id=\"hero\"></section>", sanitizer.sanitize(" \n ", "hero").html());
  }

  @Test
  void ids_start_with_the_anchor_and_references_follow() {
    assertEquals(
        """
        <div id="hero"><p id="hero-a">x</p><p id="hero-a-2">y</p><p id="hero-a-3">z</p>\
        <label for="hero-a">l</label><a href="#hero-a">a</a><a href="#pricing">b</a>\
        <a href="#hero">c</a><p aria-labelledby="hero-a hero-b-c" id="hero-b-c">t</p></div>\
        """,
        sanitizer
            .sanitize(
                """
                <div id="top"><p id="a">x</p><p id="a">y</p><p id="hero-a-3">z</p>
                <label for="a">l</label><a href="#a">a</a><a href="#pricing">b</a>
                <a href="#top">c</a><p aria-labelledby="a  b&#32;c" id="hero-b-c">t</p></div>\
                """
                    .replace("b&#32;c", "hero-b-c"),
                "hero")
            .html()
            .replace("</label> <a", "</label><a")
            .replace("</a> <a", "</a><a"));
  }

  @Test
  void references_in_drawings_follow_their_ids() {
    String html =
        sanitizer
            .sanitize(
                "<div><svg><linearGradient id='g'/><rect fill=\"url('#g')\"/>"
                    + "<use xlink:href='#g'/></svg></div>",
                "hero")
            .html();

    assertTrue(html.contains("id=\"hero-g\""), html);
    assertTrue(html.contains("fill=\"url(#hero-g)\""), html);
    assertTrue(html.contains("<use href=\"#hero-g\">"), html);
  }

  @Test
  void groups_that_share_a_name_are_the_sections_own() {
    String html =
        sanitizer
            .sanitize("<div><input type=radio name=p><details name=q></details></div>", "faq")
            .html();

    assertTrue(html.contains("name=\"faq-p\"") && html.contains("name=\"faq-q\""), html);
  }

  @Test
  void forms_keep_their_looks_and_do_nothing() {
    assertEquals(
        "<div id=\"hero\"><form><input type=\"email\" name=\"mail\" required=\"\">"
            + "<button type=\"button\">Go</button><input type=\"button\" value=\"x\"></form></div>",
        sanitizer
            .sanitize(
                "<div><form action=/x method=post onsubmit=y target=z>"
                    + "<input type=EMAIL name=mail required autofocus>"
                    + "<button type=submit formaction=z>Go</button>"
                    + "<input type=submit value=x formaction=y></form></div>",
                "hero")
            .html());
  }

  @Test
  void links_out_give_nothing_away_and_paths_lead_nowhere() {
    String html =
        sanitizer
            .sanitize(
                "<div><a href='https://a.example/?x=1&y=2' target=_top rel=opener>a</a>"
                    + "<a href='/signup' target=_blank>b</a><a href='mailto:a@b.c'>c</a></div>",
                "hero")
            .html();

    assertEquals(
        "<div id=\"hero\"><a href=\"https://a.example/?x=1&amp;y=2\" rel=\"noopener"
            + " noreferrer\">a</a><a href=\"#\">b</a><a href=\"mailto:a@b.c\">c</a></div>",
        html);
  }

  @Test
  void what_was_removed_is_named_once_and_without_values() {
    List<String> removed =
        sanitizer
            .sanitize(
                "<div onclick=secret()><script>secret</script><script>x</script>"
                    + "<p onclick=secret style=a>x</p><a href='javascript:secret'>y</a>"
                    + "<x-y><font>z</font></x-y></div>",
                "hero")
            .removed();

    assertEquals(
        List.of(
            "onclick on <div>",
            "<script>",
            "onclick on <p>",
            "style on <p>",
            "href on <a>",
            "<x-y>",
            "<font>"),
        removed);
  }

  @Test
  void what_is_fine_is_not_touched() {
    String html =
        "<section id=\"hero\" class=\"py-section md:grid-cols-[1fr_2fr]\""
            + " aria-labelledby=\"hero-title\"><h1 id=\"hero-title\" class=\"font-display\">A &amp;"
            + " B</h1><svg viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\""
            + " stroke-width=\"1.5\" aria-hidden=\"true\"><path d=\"M4"
            + " 12h16\"></path></svg><details name=\"hero-menu\"><summary>Menu</summary><a"
            + " href=\"#pricing\">Pricing</a></details><button type=\"button\""
            + " popovertarget=\"hero-p\">Open</button><div id=\"hero-p\" popover=\"\">x</div><img"
            + " src=\"data:image/png;base64,AAAA\" alt=\"\" width=\"10\""
            + " loading=\"lazy\"></section>";

    Sanitized safe = sanitizer.sanitize(html, "hero");
    assertEquals(html, safe.html());
    assertEquals(List.of(), safe.removed());
  }

  @Test
  void white_space_that_nobody_sees_goes_and_the_rest_stays() {
    assertEquals(
        "<div id=\"hero\"><p>a <b>b</b> c</p><p class=\"whitespace-pre-line\"> a\n b</p>"
            + "<pre> x\n y</pre><span>a</span> <span>b</span></div>",
        sanitizer
            .sanitize(
                "<div>\n <p>\n a\n <b>b</b>\n c </p>\n <p class=whitespace-pre-line> a\n b</p>\n"
                    + "<pre>\n x\n y</pre> <span>a</span>\n <span>b</span>\n</div>",
                "hero")
            .html());
  }

  @Test
  void half_a_section_is_a_section_while_it_streams() {
    String whole =
        "<section class=\"a\"><h2 title=\"x > y\">Hi &amp; you</h2><p>Text</p></section>";
    for (int end = 0; end <= whole.length(); end++) {
      String html = sanitizer.sanitize(whole.substring(0, end), "hero").html();
      assertEquals(List.of(), Harmless.complaints(html));
    }
  }

  @Test
  void drawings_cannot_multiply() {
    String html =
        sanitizer
            .sanitize(
                "<svg><g id=a><path d='M0 0'/></g><g id=b><use href='#a'/><use href='#a'/></g>"
                    + "<use href='#b'/><use id=c href='#b'/></svg>",
                "hero")
            .html();

    assertEquals(2, html.split("<use", -1).length, html);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\"b", "<x>", "a/b", "é?"})
  void a_bad_anchor_is_a_mistake(String anchor) {
    assertThrows(IllegalArgumentException.class, () -> sanitizer.sanitize("x", anchor));
  }

  @Test
  void anchors_may_have_letters_of_any_language() {
    assertTrue(sanitizer.sanitize("x", "über-uns").html().contains("id=\"über-uns\""));
    assertTrue(sanitizer.sanitize("x", "मूल्य").html().contains("id=\"मूल्य\""));
    assertFalse(sanitizer.sanitize("x", "料金").html().isEmpty());
  }
}
