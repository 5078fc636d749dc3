package pageloom.provider;

import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// When an endpoint wants to be asked again: `Retry-After` (RFC 9110, section 10.2.3) in seconds or
/// as a date, `retry-after-ms` where it is finer.
final class RetryAfter {
  private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(7 * 24 * 3600);

  private RetryAfter() {}

  static Optional<Duration> of(HttpHeaders headers, Instant now) {
    return headers
        .firstValue("retry-after-ms")
        .flatMap(RetryAfter::number)
        .flatMap(millis -> seconds(millis.movePointLeft(3)))
        .or(() -> headers.firstValue("Retry-After").flatMap(value -> parse(value.strip(), now)));
  }

  private static Optional<Duration> parse(String value, Instant now) {
    Optional<BigDecimal> seconds = number(value);
    if (seconds.isPresent()) return seconds(seconds.get());
    try {
      Instant at = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
      return at.isAfter(now) ? Optional.of(Duration.between(now, at)) : Optional.empty();
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  /// Empty for what is no time to wait.
  static Optional<Duration> seconds(BigDecimal seconds) {
    if (seconds.signum() <= 0) return Optional.empty();
    return Optional.of(
        Duration.ofMillis(seconds.min(LONGEST_SECONDS).movePointRight(3).longValue()));
  }

  private static Optional<BigDecimal> number(String value) {
    return value.matches("\\d{1,12}(\\.\\d{1,9})?")
        ? Optional.of(new BigDecimal(value))
        : Optional.empty();
  }
}
