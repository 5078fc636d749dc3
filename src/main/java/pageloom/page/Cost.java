package pageloom.page;

import java.math.BigDecimal;

/// What a number of calls to models used, failed ones included.
///
/// @param usd as far as prices are known
/// @param estimated whether any part of it is our own count
public record Cost(long inputTokens, long outputTokens, BigDecimal usd, boolean estimated) {
  /// Nothing was called.
  static final Cost NONE = new Cost(0, 0, BigDecimal.ZERO, false);

  Cost plus(Spend spend) {
    return new Cost(
        inputTokens + spend.inputTokens(),
        outputTokens + spend.outputTokens(),
        usd.add(spend.knownCost()),
        estimated || spend.estimated());
  }
}
