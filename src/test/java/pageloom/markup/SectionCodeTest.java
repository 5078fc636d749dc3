package pageloom.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the code of a section looks like. That it is exact, [ReactConversionTest] shows.
final class SectionCodeTest {
  private static final String HTML =
      new Sanitizer()
          .sanitize(
              """
              <section class="py-section"><label for="mail">E-mail {x}</label>
              <input id="mail" type="email" value="a@b.c" required>
              <svg viewbox="0 0 24 24" stroke-width="2"><path d="M0 0"/></svg>
              <p class="whitespace-pre">a
                b</p></section>
              """,
              "hero")
          .html();

  @Test
  void react_is_one_default_exported_component() {
    assertEquals(
        """
        export default function Hero() {
          return (
            <section id="hero" className="py-section">
              <label htmlFor="hero-mail">E-mail &#123;x&#125;</label>
              {" "}
              <input id="hero-mail" type="email" defaultValue="a@b.c" required />
              <svg viewBox="0 0 24 24" strokeWidth="2">
                <path d="M0 0" />
              </svg>
              <p className="whitespace-pre">{"a\\n  b"}</p>
            </section>
          );
        }
        """,
        SectionCode.of(CodeFormat.REACT, "Hero", HTML));
  }

  @Test
  void typescript_has_types() {
    String code = SectionCode.of(CodeFormat.TYPESCRIPT, "Social proof", HTML);

    assertTrue(
        code.startsWith(
            """
            import type { ReactElement } from "react";

            export default function SocialProof(): ReactElement {
              return (
            """),
        code);
  }

  @Test
  void vue_is_a_template() {
    assertEquals(
        """
        <template>
          <section id="hero" class="py-section">
            <label for="hero-mail">E-mail &#123;x&#125;</label> <input id="hero-mail" type="email" value="a@b.c" required />
            <svg viewBox="0 0 24 24" stroke-width="2">
              <path d="M0 0" />
            </svg>
            <p class="whitespace-pre">{{ "a\\n  b" }}</p>
          </section>
        </template>
        """,
        SectionCode.of(CodeFormat.VUE, "Hero", HTML));
  }

  @Test
  void svelte_has_no_bare_braces() {
    assertEquals(
        """
        <section id="hero" class="py-section">
          <label for="hero-mail">E-mail &#123;x&#125;</label> <input id="hero-mail" type="email" value="a@b.c" required />
          <svg viewBox="0 0 24 24" stroke-width="2">
            <path d="M0 0" />
          </svg>
          <p class="whitespace-pre">{"a\\n  b"}</p>
        </section>
        """,
        SectionCode.of(CodeFormat.SVELTE, "Hero", HTML));
  }

  @Test
  void svelte_takes_a_heading_in_a_heading_only_with_its_name_as_a_value() {
    assertEquals(
        """
        <section id="x">
          <h2><b><svelte:element this="h3" class="a">T</svelte:element></b></h2>
        </section>
        """,
        SectionCode.of(
            CodeFormat.SVELTE,
            "X",
            "<section id=\"x\"><h2><b><h3 class=\"a\">T</h3></b></h2></section>"));
  }

  @Test
  void html_laid_out_on_lines_is_the_same_fragment() {
    var sanitizer = new Sanitizer();
    for (String nasty : NastyFragments.all()) {
      String html = sanitizer.sanitize(nasty, "hero").html();

      assertEquals(
          html, sanitizer.sanitize(SectionCode.of(CodeFormat.HTML, "Hero", html), "hero").html());
    }
    for (long seed = 0; seed < 2000; seed++) {
      String html = sanitizer.sanitize(new RandomMarkup(seed).fragment(), "hero").html();
      String code = SectionCode.of(CodeFormat.HTML, "Hero", html);

      assertEquals(html, sanitizer.sanitize(code, "hero").html(), "seed " + seed + "\n" + code);
    }
  }

  @Test
  void formats_have_the_names_of_the_wire() {
    assertEquals(
        List.of("react", "typescript", "html", "vue", "svelte"),
        Arrays.stream(CodeFormat.values()).map(CodeFormat::wire).toList());
    assertEquals(Optional.of(CodeFormat.VUE), CodeFormat.of("vue"));
    assertEquals(Optional.empty(), CodeFormat.of("Vue"));
    assertEquals(Optional.empty(), CodeFormat.of("angular"));
  }

  @Test
  void what_is_not_one_element_has_no_code() {
    assertThrows(
        IllegalArgumentException.class, () -> SectionCode.of(CodeFormat.REACT, "A", "<p>a<p>b"));
    assertThrows(
        IllegalArgumentException.class, () -> SectionCode.of(CodeFormat.REACT, "A", "text"));
  }

  @Test
  void any_name_makes_a_component() {
    assertEquals("SocialProof", SectionCode.componentName("SocialProof"));
    assertEquals("CTA", SectionCode.componentName("CTA"));
    assertEquals("SocialProof", SectionCode.componentName("social_proof"));
    assertEquals("FaqHelp", SectionCode.componentName("faq & help"));
    assertEquals("OurTeamsWork", SectionCode.componentName("our team's work"));
    assertEquals("Section3dTour", SectionCode.componentName("3d tour"));
    assertEquals("ÜberUns", SectionCode.componentName("über uns"));
    assertEquals("料金", SectionCode.componentName("料金"));
    assertEquals("Section", SectionCode.componentName(" 🙂 "));
    assertEquals("Section", SectionCode.componentName(""));
    assertEquals("MapSection", SectionCode.componentName("map"));
    assertEquals("ReactSection", SectionCode.componentName("React"));
    assertEquals("Class", SectionCode.componentName("class"));
    assertEquals("AlertXssX", SectionCode.componentName("alert(xss)\";//x"));
  }
}
