package pageloom.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One request that was sent, and what became of it: a line of the ledger.
///
/// @param number 1 for the first of its call
/// @param model the one that answered, or else the one asked for
/// @param finish null where it failed
/// @param failure null where it succeeded
/// @param generationId the endpoint's name for the answer, null where it gave none
/// @param toFirstToken null where none came
public record Attempt(
    int number,
    String model,
    Usage usage,
    @Nullable Finish finish,
    @Nullable Failure failure,
    @Nullable String generationId,
    @Nullable Duration toFirstToken,
    Duration took) {}
