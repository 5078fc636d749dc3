package pageloom.page;

import org.jspecify.annotations.Nullable;

/// What a page was started with, beyond its plan; never changes.
///
/// @param prompt the person's words
/// @param outputFormat name of the format of each section's code, as the wire spells it
/// @param parallelism how many sections may be in the making at once, 1 to 7
/// @param model the model asked for, or null
/// @param requestId the HTTP request that started it
public record PageRequest(
    String prompt, String outputFormat, int parallelism, @Nullable String model, String requestId) {
  /// The most sections that may be in the making at once.
  public static final int MAX_PARALLELISM = 7;

  public PageRequest {
    if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
      throw new IllegalArgumentException("parallelism must be 1 to " + MAX_PARALLELISM);
    }
  }
}
