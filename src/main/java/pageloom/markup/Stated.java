package pageloom.markup;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person said, to look up whether a claim is theirs. Immutable.
final class Stated {
  /// A number with what may scale it.
  static final String NUMBER =
      "(?:\\d{1,3}(?:[,.' \u00A0\u202F\u2019]\\d{3}){1,4}(?!\\d)|\\d{1,12}(?:[.,]\\d{1,3})?)"
          + "(?:\\s?(?:k|m|bn|thousand|million|billion|mio|mil|millones|millions?|millionen"
          + "|tausend|tsd)\\b)?";

  private static final Pattern NUMBERS = Pattern.compile("(?iu)" + NUMBER);
  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:\\D\\d{3})+");
  private static final Pattern SPLIT = Pattern.compile("(?iu)([\\d,.' \u00A0\u202F\u2019]+)(.*)");

  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}@#]+");

  private final String words;
  private final String digits;
  private final Set<BigDecimal> numbers = new HashSet<>();

  Stated(String text) {
    words = plain(text);
    digits = NO_DIGIT.matcher(text).replaceAll("");
    Matcher matcher = NUMBERS.matcher(text);
    while (matcher.find()) {
      numbers.add(value(matcher.group()));
    }
  }

  /// Whether every number in the words is among the person's.
  boolean numbersOf(String claim) {
    Matcher matcher = NUMBERS.matcher(claim);
    while (matcher.find()) {
      if (!numbers.contains(value(matcher.group()))) {
        return false;
      }
    }
    return true;
  }

  /// Whether the person used these words, whatever their case and spacing.
  boolean says(String claim) {
    return words.contains(plain(claim));
  }

  /// Whether these digits in a row, as of a telephone number, are the person's.
  boolean digitsOf(String claim) {
    String row = NO_DIGIT.matcher(claim).replaceAll("");
    return !row.isEmpty() && digits.contains(row);
  }

  private static String plain(String text) {
    return BETWEEN_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  private static BigDecimal value(String number) {
    Matcher split = SPLIT.matcher(number);
    if (!split.matches()) {
      return BigDecimal.ZERO;
    }
    String figure = split.group(1).strip();
    String plain =
        GROUPED.matcher(figure).matches()
            ? figure.replaceAll("\\D", "")
            : figure.replace(',', '.').replaceAll("[^0-9.]", "");
    BigDecimal scale =
        switch (split.group(2).strip().toLowerCase(Locale.ROOT)) {
          case "k", "thousand", "mil", "tausend", "tsd" -> BigDecimal.valueOf(1_000);
          case "m", "mio", "million", "millions", "millones", "millionen" ->
              BigDecimal.valueOf(1_000_000);
          case "bn", "billion" -> BigDecimal.valueOf(1_000_000_000);
          default -> BigDecimal.ONE;
        };
    return new BigDecimal(plain).multiply(scale).stripTrailingZeros();
  }
}
