package pageloom.author;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import pageloom.plan.Brief;
import pageloom.plan.SectionPlan;

/// The one element that sets a page apart, as a sign over a door does: drawn by seed from those
/// that suit the theme's type, shown once, at the end of the hero or of the footer. A page that has
/// neither is a part of a page and has none.
enum Signature {
  /// The brand's name as wide as the page, cut by its edge.
  WORDMARK,
  /// A slanted band of type.
  BAND,
  /// The page's contents, numbered, under a heavy rule.
  INDEX,
  /// A frieze of a few geometric shapes.
  EMBLEM,
  /// The striped edge of a cloth.
  SELVEDGE;

  private static final Map<String, List<Signature>> BY_TYPE =
      Map.of(
          "grotesk", List.of(BAND, INDEX, WORDMARK),
          "humanist", List.of(EMBLEM, SELVEDGE, WORDMARK),
          "serif-display", List.of(WORDMARK, INDEX, EMBLEM),
          "slab", List.of(BAND, SELVEDGE, EMBLEM),
          "mono-tech", List.of(INDEX, SELVEDGE, BAND),
          "classic", List.of(INDEX, EMBLEM, WORDMARK));
  private static final int LONGEST_WORDMARK = 24;
  private static final int SHORTEST_INDEX = 3;

  /// What this section shows, if it is the one of its page that shows anything.
  static Optional<Signature> of(Brief brief, SectionPlan section, List<SectionPlan> all) {
    Optional<SectionPlan> hero = first(all, "hero");
    Optional<SectionPlan> footer = first(all, "footer");
    Signature drawn = draw(brief, all, footer.isPresent());
    Optional<SectionPlan> host = drawn == WORDMARK ? footer : hero.or(() -> footer);
    return host.filter(h -> h.anchor().equals(section.anchor())).map(h -> drawn);
  }

  /// Where its template is.
  String file() {
    return "signatures/" + name().toLowerCase(Locale.ROOT) + ".html";
  }

  private static Signature draw(Brief brief, List<SectionPlan> all, boolean footer) {
    List<Signature> suiting =
        BY_TYPE.getOrDefault(brief.theme().type(), List.of(values())).stream()
            .filter(s -> fits(s, brief, all, footer))
            .toList();
    if (suiting.isEmpty()) return EMBLEM;
    long hash = brief.seed() * 0x9E3779B97F4A7C15L ^ brief.brand().hashCode() * 0x94D049BB133111EBL;
    return suiting.get((int) Math.floorMod(hash ^ (hash >>> 29), (long) suiting.size()));
  }

  private static boolean fits(
      Signature signature, Brief brief, List<SectionPlan> all, boolean footer) {
    return switch (signature) {
      case WORDMARK -> footer && width(brief.brand()) <= LONGEST_WORDMARK;
      case INDEX -> all.size() - 4 >= SHORTEST_INDEX;
      case BAND, EMBLEM, SELVEDGE -> true;
    };
  }

  private static Optional<SectionPlan> first(List<SectionPlan> all, String kind) {
    return all.stream().filter(s -> s.kind().equals(kind)).findFirst();
  }

  /// The class of a type size at which a name runs about as wide as the page.
  static String pageWide(String name) {
    int width = width(name);
    if (width <= 5) return "text-[calc(var(--pl-display-scale)*30vw)]";
    if (width <= 7) return "text-[calc(var(--pl-display-scale)*23vw)]";
    if (width <= 9) return "text-[calc(var(--pl-display-scale)*18vw)]";
    if (width <= 12) return "text-[calc(var(--pl-display-scale)*14vw)]";
    if (width <= 15) return "text-[calc(var(--pl-display-scale)*11vw)]";
    return width <= 19
        ? "text-[calc(var(--pl-display-scale)*9vw)]"
        : "text-[calc(var(--pl-display-scale)*7vw)]";
  }

  /// In letters; those of East Asia are twice as wide.
  private static int width(String name) {
    return name.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
  }
}
