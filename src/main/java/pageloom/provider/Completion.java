package pageloom.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// An answer. It is whole only as far as `finish` says.
///
/// @param model the one that answered, which may be a fallback
/// @param generationId the endpoint's name for it, null where it has none
/// @param toFirstToken of the attempt that succeeded
/// @param attempts how many it took
public record Completion(
    String text,
    Finish finish,
    String model,
    Usage usage,
    @Nullable String generationId,
    Duration toFirstToken,
    int attempts) {

  @Override
  public String toString() {
    return "%d characters by %s (%s), %s, attempt %d"
        .formatted(text.length(), model, finish, usage, attempts);
  }
}
