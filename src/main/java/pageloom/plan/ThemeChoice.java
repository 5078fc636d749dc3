package pageloom.plan;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The theme of a page: what the request names, else what words of the prompt ask for, else one of
/// the page type's preferences drawn by seed. The mode is light unless somebody asks: a page looks
/// to its readers as it did to its author.
final class ThemeChoice {
  private final ThemeChoices allowed;
  private final List<ThemeWords.Rule> rules;
  private final Draw draw;

  ThemeChoice(ThemeChoices allowed, List<ThemeWords.Rule> rules, Draw draw) {
    this.allowed = allowed;
    this.rules = rules;
    this.draw = draw;
  }

  Theme choose(PlanRequest request, PageType type) {
    return new Theme(
        named(
            "theme.palette",
            request.palette(),
            allowed.palettes(),
            options(type.palettes(), ThemeWords.Rule::palettes)),
        named(
            "theme.mode",
            request.mode(),
            ThemeChoices.MODES,
            options(List.of("light"), one(ThemeWords.Rule::mode))),
        named(
            "theme.type",
            request.type(),
            allowed.types(),
            options(type.types(), ThemeWords.Rule::types)),
        named(
            "theme.radius",
            request.radius(),
            ThemeChoices.RADII,
            options(type.radius(), one(ThemeWords.Rule::radius))),
        named(
            "theme.density",
            request.density(),
            ThemeChoices.DENSITIES,
            options(type.density(), one(ThemeWords.Rule::density))));
  }

  private String named(
      String field, @Nullable String wish, List<String> allowed, List<String> options) {
    if (wish != null) {
      if (!allowed.contains(wish)) throw new UnknownChoice(field, allowed);
      return wish;
    }
    List<String> possible = options.stream().filter(allowed::contains).toList();
    return possible.isEmpty() ? allowed.get(0) : draw.of(possible, field);
  }

  /// What the prompt's words leave to choose from: the page type's own preferences among them
  /// first.
  private List<String> options(
      List<String> preferred, Function<ThemeWords.Rule, @Nullable List<String>> part) {
    List<String> left = List.of();
    for (ThemeWords.Rule rule : rules) {
      List<String> asked = part.apply(rule);
      if (asked == null) continue;
      List<String> both = asked.stream().filter(left::contains).toList();
      if (left.isEmpty()) left = asked;
      else if (!both.isEmpty()) left = both;
    }
    return left.isEmpty() ? preferred : left;
  }

  private static Function<ThemeWords.Rule, @Nullable List<String>> one(
      Function<ThemeWords.Rule, @Nullable String> part) {
    return rule -> {
      String value = part.apply(rule);
      return value == null ? null : List.of(value);
    };
  }
}
