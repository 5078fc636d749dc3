package pageloom.store;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Dollars as the database keeps them: whole numbers of 10^-12 USD, rounded up.
final class Money {
  private static final int SCALE = 12;

  private Money() {}

  static long toDatabase(BigDecimal usd) {
    return usd.setScale(SCALE, RoundingMode.UP).unscaledValue().longValueExact();
  }

  static BigDecimal fromDatabase(long value) {
    return BigDecimal.valueOf(value, SCALE);
  }
}
