package pageloom.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which sections the facts of a prompt call for: hours a place for hours, dates a schedule, prices
/// a price list, a way to reach the owner a contact. None where the page has one that says it, or
/// where the prompt says which sections it wants.
final class FactSections {
  private static final Set<String> PRICED =
      Set.of("pricing", "menu", "products", "donate", "listings");
  private static final Set<String> REACHED = Set.of("contact", "hours");

  private final PageType type;
  private final SectionKinds kinds;
  private final SectionWishes wishes;
  private final Set<String> there;

  FactSections(PageType type, SectionKinds kinds, SectionWishes wishes) {
    this.type = type;
    this.kinds = kinds;
    this.wishes = wishes;
    there =
        type.sections().stream()
            .flatMap(name -> kinds.named(name).stream())
            .map(SectionKind::id)
            .collect(Collectors.toSet());
    wishes.added().forEach(kind -> there.add(kind.id()));
  }

  /// The wishes with what the facts call for.
  SectionWishes with(List<Fact> facts) {
    if (!wishes.only().isEmpty() || facts.isEmpty()) return wishes;
    List<SectionKind> added = new ArrayList<>(wishes.added());
    for (Fact.Kind kind : Fact.Kind.values()) {
      if (facts.stream().noneMatch(f -> f.kind() == kind && calls(f))) continue;
      String wanted = wanted(kind);
      if (!wanted.isEmpty() && there.add(wanted)) added.add(kinds.kind(wanted));
    }
    added.removeAll(wishes.removed());
    return new SectionWishes(wishes.only(), added, wishes.removed());
  }

  /// The kind of section that a fact needs, or nothing.
  private String wanted(Fact.Kind fact) {
    return switch (fact) {
      case HOURS -> there.contains("hours") ? "" : "hours";
      case DATE -> there.contains("schedule") ? "" : "schedule";
      case PRICE -> there.stream().anyMatch(PRICED::contains) ? "" : priceList();
      case PHONE, EMAIL -> there.contains("contact") ? "" : "contact";
      case PLACE -> !isVisited() || there.stream().anyMatch(REACHED::contains) ? "" : "contact";
    };
  }

  /// Whether the deck speaks of its place before anybody asks; "a blog about trains in Japan" is
  /// nowhere.
  private boolean isVisited() {
    return type.copy().entrySet().stream()
        .anyMatch(e ->
            !REACHED.contains(e.getKey())
                && !e.getKey().equals("footer")
                && e.getValue().toString().contains("{place"));
  }

  private String priceList() {
    if (type.copy().containsKey("menu") && !type.copy().containsKey("products")) return "menu";
    return type.copy().containsKey("products") ? "products" : "pricing";
  }

  /// "24/7" needs no opening hours.
  private static boolean calls(Fact fact) {
    return fact.kind() != Fact.Kind.HOURS || !fact.text().startsWith("24");
  }
}
