package pageloom.provider;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a model costs, in USD.
///
/// @param input a token of the request
/// @param output a token of the answer
/// @param cached a token of the request that the endpoint had kept; null: the same as any other
/// @param request every request, whatever its size
public record Price(
    BigDecimal input, BigDecimal output, @Nullable BigDecimal cached, BigDecimal request) {
  /// Costs nothing, as on one's own machine.
  public static final Price FREE = new Price(BigDecimal.ZERO, BigDecimal.ZERO);

  public Price {
    if (input.signum() < 0 || output.signum() < 0 || request.signum() < 0) {
      throw new IllegalArgumentException("a price can't be negative");
    }
  }

  public Price(BigDecimal input, BigDecimal output) {
    this(input, output, null, BigDecimal.ZERO);
  }

  /// The cost of this usage.
  public BigDecimal of(Usage usage) {
    BigDecimal perCached = cached == null ? input : cached;
    return input
        .multiply(BigDecimal.valueOf(usage.inputTokens() - usage.cachedTokens()))
        .add(perCached.multiply(BigDecimal.valueOf(usage.cachedTokens())))
        .add(output.multiply(BigDecimal.valueOf(usage.outputTokens())))
        .add(request)
        .stripTrailingZeros();
  }
}
