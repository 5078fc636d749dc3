package pageloom.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pageloom.plan.Copy;
import pageloom.plan.SectionPlan;

final class PatternLibraryTest {
  private final PatternLibrary library = new PatternLibrary(java.time.Year.of(2026));

  @Test
  void every_core_kind_has_at_least_three_layouts() {
    for (String kind : Samples.CORE) {
      long layouts = Samples.patterns().stream().filter(p -> p.startsWith(kind + "/")).count();
      assertTrue(layouts >= 3, kind + " has " + layouts);
    }
  }

  @ParameterizedTest
  @MethodSource("pageloom.author.Samples#patterns")
  void a_pattern_gives_one_labelled_root_and_leaves_nothing_unresolved(String pattern) {
    for (Copy copy : List.of(Samples.full(), Samples.bare())) {
      String html = render(pattern, copy);
      assertFalse(html.contains("{{"), html);
      Element root = root(html);
      assertEquals(anchor(pattern), root.id());
      assertTrue(Set.of("nav", "header", "section", "footer").contains(root.tagName()));
      assertTrue(
          root.is("footer, [aria-label], [aria-labelledby]"),
          "a landmark needs a name: " + pattern);
    }
  }

  @ParameterizedTest
  @MethodSource("pageloom.author.Samples#patterns")
  void a_pattern_parses_without_an_error(String pattern) {
    var parser = Parser.htmlParser().setTrackErrors(10);
    parser.parseFragmentInput(render(pattern, Samples.full()), new Element("body"), "");
    assertEquals(List.of(), parser.getErrors());
  }

  @ParameterizedTest
  @MethodSource("pageloom.author.Samples#patterns")
  void ids_carry_the_anchor_and_references_lead_somewhere(String pattern) {
    Element root = root(render(pattern, Samples.full()));
    Set<String> ids = new HashSet<>();
    for (Element e : root.select("[id]")) {
      assertTrue(e == root || e.id().startsWith(anchor(pattern) + "-"), e.id());
      assertTrue(ids.add(e.id()), "twice: " + e.id());
    }
    for (String name : List.of("aria-labelledby", "aria-describedby", "aria-controls", "for"))
      for (Element e : root.select("[" + name + "]"))
        for (String id : e.attr(name).split(" ", -1)) assertTrue(ids.contains(id), name + " " + id);
    Set<String> anchors = new HashSet<>(List.of("#"));
    Samples.page(pattern, Samples.full()).forEach(s -> anchors.add("#" + s.anchor()));
    for (Element link : root.select("a")) {
      String href = link.attr("href");
      boolean contact = href.startsWith("mailto:") || href.startsWith("tel:");
      assertTrue(
          contact || anchors.contains(href) || ids.contains(href.replaceFirst("#", "")), href);
    }
  }

  @ParameterizedTest
  @MethodSource("pageloom.author.Samples#patterns")
  void headings_are_in_order_and_h1_is_the_heros(String pattern) {
    Element root = root(render(pattern, Samples.full()));
    assertEquals(pattern.startsWith("hero/") ? 1 : 0, root.select("h1").size());
    int before = pattern.startsWith("hero/") ? 0 : 1;
    for (Element heading : root.select("h1, h2, h3, h4")) {
      int level = heading.tagName().charAt(1) - '0';
      assertTrue(level <= before + 1, pattern + " skips to " + heading.outerHtml());
      before = level;
    }
  }

  @ParameterizedTest
  @MethodSource("pageloom.author.Samples#patterns")
  void nothing_runs_and_nothing_is_fetched(String pattern) {
    Element root = root(render(pattern, Samples.full()));
    assertEquals(
        0,
        root.select("script, style, iframe, object, embed, foreignObject, link, img, use").size());
    for (Element e : root.getAllElements())
      for (Attribute a : e.attributes()) {
        assertFalse(a.getKey().startsWith("on") || "style".equals(a.getKey()), a.toString());
        assertFalse(a.getValue().contains("url("), a.toString());
      }
    for (Element svg : root.select("svg")) assertEquals("true", svg.attr("aria-hidden"));
    for (Element form : root.select("form")) assertFalse(form.hasAttr("action"));
    for (Element button : root.select("button")) assertEquals("button", button.attr("type"));
  }

  @ParameterizedTest
  @MethodSource("pageloom.author.Samples#patterns")
  void only_token_colours_fonts_and_radii_are_used(String pattern) {
    List<String> strangers = new ArrayList<>();
    for (Element e : root(render(pattern, Samples.full())).select("[class]"))
      e.classNames().stream().filter(c -> !TokenClasses.allowed(c)).forEach(strangers::add);
    assertEquals(List.of(), strangers);
  }

  @ParameterizedTest
  @MethodSource("pageloom.author.Samples#patterns")
  void a_sample_says_so(String pattern) {
    String kind = pattern.substring(0, pattern.indexOf('/'));
    if (Set.of("navigation", "hero", "cta", "footer", "features").contains(kind)) return;
    assertTrue(render(pattern, Samples.full()).contains("Sample things"), pattern);
  }

  @ParameterizedTest
  @MethodSource("pageloom.author.Samples#patterns")
  void the_same_brief_gives_the_same_markup_and_copy_is_escaped(String pattern) {
    String html = render(pattern, Samples.full());
    assertEquals(html, render(pattern, Samples.full()));
    assertFalse(html.contains("<title>"), html);
    assertTrue(html.length() < 48_000, pattern + " is " + html.length());
  }

  @Test
  void an_unknown_layout_is_refused_by_name() {
    SectionPlan section = Samples.section("hero", "spiral", Samples.full());
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> library.render(Samples.brief("software", 1), section, List.of(section)));
    assertEquals("no pattern patterns/hero/spiral.html", e.getMessage());
    assertTrue(library.has("hero", "split"));
    assertFalse(library.has("hero", "spiral"));
  }

  private String render(String pattern, Copy copy) {
    List<SectionPlan> page = Samples.page(pattern, copy);
    return library.render(Samples.brief("project management software", 7), page.getFirst(), page);
  }

  private static Element root(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    assertEquals(1, body.childNodes().size(), "one root element");
    return body.child(0);
  }

  private static String anchor(String pattern) {
    return pattern.substring(0, pattern.indexOf('/')).replace('_', '-');
  }
}
