package pageloom.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import pageloom.plan.SectionLabels;
import pageloom.plan.SectionPlan;

/// Where the links of a section lead: always to a section that the page has.
final class Links {
  private static final Set<String> UNLISTED = Set.of("navigation", "hero", "cta", "footer");
  private static final Map<String, String> LABELS =
      Map.of("social_proof", "Customers", "faq", "FAQ", "cta", "Start", "posts", "Writing");
  private static final List<String> ACTION =
      List.of(
          "pricing",
          "products",
          "menu",
          "donate",
          "listings",
          "download",
          "contact",
          "newsletter",
          "cta",
          "schedule",
          "work",
          "services");
  private static final List<String> CLOSING =
      List.of("contact", "newsletter", "donate", "download", "pricing", "hours", "schedule");
  private static final List<String> LEARN =
      List.of(
          "features",
          "services",
          "work",
          "process",
          "about",
          "curriculum",
          "gallery",
          "benefits",
          "speakers",
          "posts",
          "impact",
          "menu",
          "products",
          "faq",
          "contact");

  private final String language;
  private final SectionPlan section;
  private final List<SectionPlan> all;

  /// @param language of the labels, a BCP 47 tag
  Links(String language, SectionPlan section, List<SectionPlan> all) {
    this.language = language;
    this.section = section;
    this.all = all;
  }

  /// A link to another section.
  ///
  /// @param number its place in the list, counted from `01`
  record Link(String label, String href, String number) {}

  List<Link> navigation() {
    List<Link> links = new ArrayList<>();
    int most = "navigation".equals(section.kind()) ? 5 : 8;
    for (SectionPlan s : all) {
      boolean listed = !UNLISTED.contains(s.kind()) && !s.anchor().equals(section.anchor());
      if (listed && links.size() < most)
        links.add(new Link(label(s), "#" + s.anchor(), PatternItem.counted(links.size())));
    }
    return links;
  }

  /// Where the section's main action leads.
  String primary() {
    return switch (section.kind()) {
      case "pricing" -> first(List.of("contact", "cta", "newsletter"));
      case "cta" -> first(CLOSING);
      default -> first(ACTION);
    };
  }

  String secondary() {
    String href =
        first(
            "cta".equals(section.kind()) ? List.of("contact", "faq", "features", "about") : LEARN);
    return href.equals(primary()) ? first(List.of("faq", "about", "cta", "footer")) : href;
  }

  private String first(List<String> kinds) {
    for (String kind : kinds)
      for (SectionPlan other : all)
        if (other.kind().equals(kind) && !other.anchor().equals(section.anchor()))
          return "#" + other.anchor();
    return "#" + (all.isEmpty() ? section : all.getLast()).anchor();
  }

  private String label(SectionPlan target) {
    String fixed = SectionLabels.of(language, target.kind()).orElse(LABELS.get(target.kind()));
    boolean named = target.name().replace("_", "").equalsIgnoreCase(target.kind().replace("_", ""));
    return named && fixed != null ? fixed : words(target.name());
  }

  /// `SocialProof` as a reader writes it: `Social proof`.
  static String words(String name) {
    String spaced = name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ");
    var out = new StringBuilder();
    for (String word : spaced.split(" ", -1)) {
      if (!out.isEmpty()) out.append(' ');
      boolean acronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      out.append(out.isEmpty() || acronym ? word : word.toLowerCase(Locale.ROOT));
    }
    return out.toString();
  }
}
