package pageloom.plan;

import java.util.List;

/// The layouts of a kind that suit the words of a section: some need more than any copy has.
final class FittingLayouts {
  private static final int MOST_TABS = 8;

  private FittingLayouts() {}

  /// The kind with those of its layouts that suit; with all of them if none does.
  static SectionKind of(SectionKind kind, Copy copy) {
    List<String> fitting =
        kind.layouts().stream().filter(layout -> fits(kind.id(), layout, copy)).toList();
    if (fitting.isEmpty() || fitting.size() == kind.layouts().size()) return kind;
    return new SectionKind(
        kind.id(), kind.name(), fitting, kind.synonyms(), kind.alone(), kind.copy());
  }

  private static boolean fits(String kind, String layout, Copy copy) {
    return switch (kind + "/" + layout) {
      case "pricing/toggle" -> MonthlyPrice.in(copy);
      case "features/tabs" -> copy.items().size() > 2 && copy.items().size() <= MOST_TABS;
      case "menu/tabs" -> copy.items().stream().map(CopyItem::meta).distinct().count() > 1;
      case "comparison/versus" ->
          !copy.items().isEmpty() && copy.items().getFirst().points().size() <= 3;
      default -> true;
    };
  }
}
