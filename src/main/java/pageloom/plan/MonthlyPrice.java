package pageloom.plan;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A price for a month as it is for a year: twelve times as much, since nobody but the owner can
/// grant more.
///
/// @param label the amount of a year, spelled as that of the month is
/// @param meta the small line beside it
public record MonthlyPrice(String label, String meta) {
  private static final Pattern MONTH = Pattern.compile("(?i)\\b(?:per month|a month|monthly)\\b");
  private static final Pattern AMOUNT =
      Pattern.compile("(\\D{0,16}?)(\\d{1,3}(?:,\\d{3})+|\\d{1,6})(\\.\\d\\d)?(\\D{0,8})");
  private static final int MONTHS = 12;

  /// The price of a year, if the item has one of a month that costs anything.
  public static Optional<MonthlyPrice> of(CopyItem item) {
    Matcher amount = AMOUNT.matcher(item.label());
    if (!MONTH.matcher(item.meta()).find() || !amount.matches()) return Optional.empty();
    String cents = amount.group(3);
    long hundredths =
        Long.parseLong(amount.group(2).replace(",", "")) * 100
            + (cents == null ? 0 : Long.parseLong(cents.substring(1)));
    if (hundredths == 0) return Optional.empty();
    long year = hundredths * MONTHS;
    String sum =
        year % 100 == 0
            ? String.format(Locale.ROOT, "%,d", year / 100)
            : String.format(Locale.ROOT, "%,d.%02d", year / 100, year % 100);
    String meta = item.meta().replace("monthly", "yearly").replace("month", "year");
    return Optional.of(new MonthlyPrice(amount.group(1) + sum + amount.group(4), meta));
  }

  /// Whether a section has such a price.
  static boolean in(Copy copy) {
    return copy.items().stream().anyMatch(item -> of(item).isPresent());
  }
}
