package pageloom.page;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What one call to a model used and cost.
///
/// @param reservation the ledger's entry that this settles; not on the wire
/// @param model the one that answered
/// @param costUsd null where nobody knows its price
/// @param estimated whether the endpoint did not say and we counted
/// @param outcome `completed`, or the code of a failure
public record Spend(
    String reservation,
    String model,
    long inputTokens,
    long outputTokens,
    @Nullable BigDecimal costUsd,
    boolean estimated,
    String outcome) {
  /// Its cost; one that nobody knows counts as nothing.
  public BigDecimal knownCost() {
    return costUsd == null ? BigDecimal.ZERO : costUsd;
  }
}
