package pageloom.page;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a page was started with, beyond its plan; never changes.
///
/// @param prompt the person's words
/// @param outputFormat name of the format of each section's code, as the wire spells it
/// @param parallelism how many sections may be in the making at once, 1 to 7
/// @param model the model asked for, or null for the server's default
/// @param sectionModels models asked for by section name, where they differ from the page's
/// @param budgetUsd the most that the page may cost, or null for the server's default
/// @param requestId the HTTP request that started it
public record PageRequest(
    String prompt,
    String outputFormat,
    int parallelism,
    @Nullable String model,
    Map<String, String> sectionModels,
    @Nullable BigDecimal budgetUsd,
    String requestId) {
  /// The most sections that may be in the making at once.
  public static final int MAX_PARALLELISM = 7;

  public PageRequest {
    sectionModels = Map.copyOf(sectionModels);
    if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
      throw new IllegalArgumentException("parallelism must be 1 to " + MAX_PARALLELISM);
    }
  }

  /// The model asked for in a section, or null for the server's default.
  @Nullable String modelOf(String section) {
    String own = sectionModels.get(section);
    return own == null ? model : own;
  }
}
