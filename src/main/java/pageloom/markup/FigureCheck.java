package pageloom.markup;

import java.util.regex.Pattern;

/// Figures that are to impress: counts of customers, percentages, multiples, years.
final class FigureCheck implements Check {
  private static final String N = "(?<![\\p{L}\\d.,$€£¥#+/-])(" + Stated.NUMBER + ")";
  private static final String ADJECTIVES = "(?:[\\p{L}-]{2,14}\\s+){0,2}";

  /// Figures that are claims wherever they stand.
  private static final Sieve CLAIM =
      new Sieve(
          "(?iu)"
              + N
              + "\\s?(?:%|percent\\b|per cent\\b|prozent\\b|por ciento\\b|pour cent\\b)"
              + "|(?<![\\p{L}\\d.,$€£¥#+/-])(?!(?:16|18|21)\\+)"
              + Stated.NUMBER
              + "\\s?\\+(?![\\d\\p{L}(])(?:\\s+"
              + ADJECTIVES
              + Proof.CROWD
              + "\\b)?|(?:over|more than|join|joined by|serving|served|used"
              + " by|about|some|nearly|almost)\\s+"
              + Stated.NUMBER
              + "\\s+"
              + ADJECTIVES
              + Proof.CROWD
              + "\\b"
              + "|\\b(?:hundreds|thousands|tens of thousands|millions)\\s+of\\s+"
              + ADJECTIVES
              + Proof.CROWD
              + "\\b"
              + "|"
              + N
              + "\\s?[x×]\\s+(?:faster|more|better|less|fewer|cheaper|quicker|higher|greater|growth"
              + "|roi|return|cost)\\b"
              + "|\\b\\d{1,3}\\s+years['’]?\\s+(?:of\\s+)?(?:[\\p{L}-]{1,20}\\s+){0,2}(?:experience"
              + "|in business)\\b"
              + "|\\b(?:since|est\\.?|established|founded|seit|desde|depuis)(?:\\s+in)?\\s+"
              + "(?:1[89]|20)\\d\\d\\b"
              + "|\\bsaves?\\s+(?:you\\s+)?(?:up to\\s+)?"
              + Stated.NUMBER
              + "\\s+(?:hours|minutes|days)\\b");

  /// Figures that are claims when they are large.
  private static final Sieve COUNT =
      new Sieve("(?iu)" + N + "\\s+" + ADJECTIVES + Proof.CROWD + "\\b");

  private static final Sieve LABELLED =
      new Sieve("(?iu)\\b" + Proof.CROWD + "\\b[^\\n\\d]{0,20}\\n(" + Stated.NUMBER + ")(?=\\n|$)");
  private static final Pattern FIGURE_BELOW = Pattern.compile("\\n\\d");
  private static final Pattern LARGE =
      Pattern.compile("(?iu)(?!(?:19|20)\\d\\d$).*(?:\\d\\D?\\d{3}|\\d\\s?\\p{L}).*");
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?iu).*\\b(?:up to|for|max|maximum|limit(?:ed)? (?:of|to)|first|per|includes?|every|bis"
              + " zu|hasta|jusqu.?à|fino a|até)\\s*$");

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    if (fragment.saysSample()) {
      return;
    }
    VisibleText text = fragment.spoken();
    text.find(CLAIM).filter(hit -> !known(hit.text(), fragment)).forEach(hit -> found(sink, hit));
    text.find(COUNT)
        .filter(hit -> LARGE.matcher(hit.match().group(1)).matches())
        .filter(hit -> !LIMIT.matcher(before(text, hit)).matches())
        .filter(hit -> !known(hit.text(), fragment))
        .forEach(hit -> found(sink, hit));
    if (FIGURE_BELOW.matcher(text.all()).find()) {
      labelled(text, fragment, sink);
    }
  }

  private static void labelled(VisibleText text, Fragment fragment, Sink sink) {
    text.find(LABELLED)
        .filter(hit -> LARGE.matcher(hit.match().group(1)).matches())
        .filter(hit -> !known(hit.text(), fragment))
        .forEach(hit -> found(sink, hit));
  }

  private static boolean known(String claim, Fragment fragment) {
    return claim.chars().anyMatch(Character::isDigit)
        ? fragment.stated().numbersOf(claim)
        : fragment.stated().says(claim);
  }

  private static String before(VisibleText text, VisibleText.Hit hit) {
    int at = hit.match().start();
    return text.all().substring(Math.max(0, at - 16), at).replace('\n', '.');
  }

  private static void found(Sink sink, VisibleText.Hit hit) {
    Proof.invented(sink, hit, "a figure", "Sample figures");
  }
}
