package pageloom.markup;

import java.util.Set;

/// The names of the theme's colours, the only ones that a fragment may use.
final class Tokens {
  static final Set<String> COLOURS =
      Set.of(
          "surface",
          "subtle",
          "card",
          "ink",
          "muted",
          "line",
          "brand",
          "on-brand",
          "tint",
          "brand-ink",
          "accent",
          "on-accent",
          "inverse",
          "on-inverse",
          "on-inverse-muted");

  private Tokens() {}

  /// Classes that give text on this background enough contrast.
  static String textFor(String background) {
    return switch (background) {
      case "brand" -> "text-on-brand";
      case "accent" -> "text-on-accent";
      case "inverse" -> "text-on-inverse or text-on-inverse-muted";
      case "ink" -> "text-surface";
      case "on-brand" -> "text-brand";
      case "on-inverse" -> "text-inverse";
      case "surface", "subtle", "card", "tint" -> "text-ink, text-muted or text-brand-ink";
      default -> "text-ink on bg-surface";
    };
  }
}
