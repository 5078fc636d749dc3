package pageloom.author;

import java.util.List;
import java.util.function.Consumer;
import pageloom.plan.Brief;
import pageloom.plan.SectionPlan;

/// The pictures of one section, drawn from the brief's seed and the section's name: the same page
/// has the same pictures, and no two sections have one in common. Names are those that templates
/// use (`art.wide`).
final class Artwork {
  private final Brief brief;
  private final SectionPlan section;
  private final Motif motif;

  Artwork(Brief brief, SectionPlan section) {
    this.brief = brief;
    this.section = section;
    this.motif = Motif.of(brief.subject(), brief.seed());
  }

  /// Landscape, about 3 to 2.
  String wide() {
    return draw(motif::draw, 800, 520, 1);
  }

  /// Portrait, about 4 to 5.
  String tall() {
    return draw(motif::draw, 600, 760, 2);
  }

  String square() {
    return draw(motif::draw, 600, 600, 3);
  }

  /// A frieze of shapes.
  String emblem() {
    return band(BandArt::emblem, 120);
  }

  /// The striped edge of a cloth.
  String selvedge() {
    return band(BandArt::selvedge, 72);
  }

  private String band(Consumer<Canvas> art, int height) {
    var canvas = new Canvas(1920, height, brief.seed() * 31 + brief.brand().hashCode(), warm());
    art.accept(canvas);
    return canvas.svg();
  }

  /// The sign of the brand, the same in every section.
  String mark() {
    return Mark.svg(brief.seed() ^ brief.brand().hashCode());
  }

  /// The square picture of one repeated thing.
  String item(int index) {
    return item(index, 600, 600);
  }

  /// The same in landscape.
  String wideItem(int index) {
    return item(index, 800, 520);
  }

  private String item(int index, int width, int height) {
    Motif motif = ofItem(index);
    Consumer<Canvas> art =
        motif == Motif.GOODS ? c -> StillLifeArt.thing(c, index) : c -> motif.draw(c);
    return draw(art, width, height, 16 + index);
  }

  private Motif ofItem(int index) {
    return switch (section.kind()) {
      case "team", "speakers" -> Motif.PORTRAIT;
      case "listings" -> place(index);
      case "products" -> motif == Motif.FOOD || motif == Motif.WEAVE ? motif : Motif.GOODS;
      case "work", "posts", "gallery" -> abstractOr(index);
      default -> motif;
    };
  }

  /// Houses and their plans, or for who travels what lies around them.
  private Motif place(int index) {
    return switch (motif) {
      case HILLS, CONTOURS ->
          List.of(Motif.HILLS, Motif.STREET, Motif.CONTOURS).get(Math.floorMod(index, 3));
      default -> index % 3 == 1 ? Motif.PLAN : Motif.STREET;
    };
  }

  private Motif abstractOr(int index) {
    Motif[] turns = {
      motif, Motif.TILES, Motif.CONTOURS, Motif.CUTOUTS, motif, Motif.ARCS, Motif.WAVES
    };
    return turns[Math.floorMod(index + (int) (brief.seed() % 3), turns.length)];
  }

  private String warm() {
    return switch (brief.theme().palette()) {
      case "clay", "saffron", "sand", "poppy" -> "fill-brand";
      default -> "fill-accent";
    };
  }

  private String draw(Consumer<Canvas> what, int width, int height, int variant) {
    long seed = brief.seed() * 31 + section.name().hashCode();
    var canvas = new Canvas(width, height, seed * 31 + variant * 7919L, warm());
    what.accept(canvas);
    return canvas.svg();
  }
}
