package pageloom.provider;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What an answer used.
///
/// @param inputTokens of the whole request, cached ones included
/// @param cachedTokens how many of those the endpoint had kept
/// @param outputTokens of the whole answer, reasoning included
/// @param cost in USD, null where no price is known
/// @param estimated whether the tokens were counted by us, since the endpoint did not tell
public record Usage(
    long inputTokens,
    long cachedTokens,
    long outputTokens,
    @Nullable BigDecimal cost,
    boolean estimated) {

  /// Nothing was used: the endpoint refused before it did any work.
  public static final Usage NONE = new Usage(0, 0, 0, BigDecimal.ZERO, false);

  public Usage {
    if (inputTokens < 0 || cachedTokens < 0 || outputTokens < 0) {
      throw new IllegalArgumentException("nobody uses fewer than no tokens");
    }
    cachedTokens = Math.min(cachedTokens, inputTokens);
  }

  /// The same at this price, unless it has a cost already.
  Usage priced(@Nullable Price price) {
    if (cost != null || price == null) return this;
    return new Usage(inputTokens, cachedTokens, outputTokens, price.of(this), estimated);
  }
}
