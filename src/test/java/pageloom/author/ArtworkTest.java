package pageloom.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ArtworkTest {
  private static final List<int[]> SHAPES =
      List.of(new int[] {800, 520}, new int[] {600, 760}, new int[] {600, 600});

  @ParameterizedTest
  @EnumSource(Motif.class)
  void a_picture_is_small_plain_and_the_same_every_time(Motif motif) {
    for (long seed = -40; seed < 40; seed++)
      for (int[] shape : SHAPES) {
        String svg = draw(motif, shape, seed);
        assertTrue(svg.length() < 6_144, motif + " takes " + svg.length());
        assertEquals(svg, draw(motif, shape, seed));
        assertFalse(svg.contains(" id=") || svg.contains("url(") || svg.contains("NaN"), svg);
      }
  }

  @ParameterizedTest
  @EnumSource(Motif.class)
  void a_picture_is_coloured_by_tokens_alone(Motif motif) {
    for (int[] shape : SHAPES)
      for (Element e : Jsoup.parseBodyFragment(draw(motif, shape, 3)).body().select("svg *")) {
        assertFalse(e.hasAttr("fill") || e.hasAttr("stroke"), e.toString());
        for (String name : e.classNames()) assertTrue(TokenClasses.allowed(name), name);
      }
  }

  @Test
  void the_subject_chooses_the_kind_of_picture() {
    assertEquals(Motif.FOOD, Motif.of("sourdough bakery", 1));
    assertEquals(Motif.BLOCKS, Motif.of("time-series database", 1));
    assertEquals(Motif.WINDOW, Motif.of("project management software", 1));
    assertEquals(Motif.STREET, Motif.of("apartment rental agency", 1));
    assertEquals(Motif.HILLS, Motif.of("hiking tours", 1));
    assertEquals(Motif.WEAVE, Motif.of("hand-made apparel", 1));
  }

  @Test
  void sections_and_seeds_have_pictures_of_their_own() {
    var hero = Samples.section("hero", "split", Samples.full());
    var cta = Samples.section("cta", "card", Samples.full());
    var one = Samples.brief("sourdough bakery", 1);
    var two = Samples.brief("sourdough bakery", 2);
    assertNotEquals(new Artwork(one, hero).square(), new Artwork(one, cta).square());
    assertNotEquals(new Artwork(one, hero).wide(), new Artwork(two, hero).wide());
    assertEquals(new Artwork(one, hero).mark(), new Artwork(one, cta).mark());
  }

  @Test
  void an_unknown_icon_is_a_dot_and_a_known_one_is_not() {
    assertTrue(Icons.svg("nonsense").contains("<circle cx=\"12\" cy=\"12\" r=\"3\"/>"));
    assertNotEquals(Icons.svg("nonsense"), Icons.svg("bread"));
  }

  private static String draw(Motif motif, int[] shape, long seed) {
    var canvas = new Canvas(shape[0], shape[1], seed);
    motif.draw(canvas);
    return canvas.svg();
  }
}
