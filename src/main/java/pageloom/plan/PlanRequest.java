package pageloom.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person asked for.
///
/// @param prompt their words, 1 to 16,000 code points
/// @param pageType a page type's id, or null to let the prompt decide
/// @param sections names to make instead of the page type's own; empty means those
/// @param palette, mode, type, radius, density parts of the theme; null lets the page type decide
/// @param seed what every free choice is drawn from
public record PlanRequest(
    String prompt,
    @Nullable String pageType,
    List<String> sections,
    @Nullable String palette,
    @Nullable String mode,
    @Nullable String type,
    @Nullable String radius,
    @Nullable String density,
    long seed) {
  public PlanRequest {
    sections = List.copyOf(sections);
  }
}
