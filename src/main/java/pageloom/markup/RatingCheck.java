package pageloom.markup;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import pageloom.markup.Finding.Kind;

/// Ratings: points out of five, stars in words, in characters or drawn.
final class RatingCheck implements Check {
  private static final Sieve RATING =
      new Sieve(
          "(?iu)(?<![\\d.,/])[0-5][.,]\\d\\s?(?:/|out of|of|von|sur|de|su)\\s?5(?:\\.0)?\\b"
              + "|(?<![\\d.,/])[0-5](?:[.,]\\d)?\\s+out\\s+of\\s+5\\b"
              + "|(?<![\\d.,/])[345]\\s?/\\s?5\\b(?=\\s*(?:stars?|ratings?|reviews?))|(?<![\\d.,/])(?:[0-5][.,]\\d|[45]|four|five)["
              + " -]stars?\\b"
              + "|(?<![\\d.,/])[345][.,]\\d\\b(?=[^\\n]{0,20}\\n?[^\\n]{0,24}\\b(?:reviews?|ratings?|stars?)\\b)"
              + "|\\brated\\s+(?:at\\s+)?[0-5][.,]\\d");
  private static final Sieve STARS =
      new Sieve("(?:[\u2605\u2606\u2B50\u272D\u272E]\uFE0F?\\s?){3,10}");
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final int DRAWN = 5;

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    if (fragment.saysSample()) {
      return;
    }
    fragment
        .spoken()
        .find(RATING)
        .filter(
            hit -> !fragment.stated().numbersOf(hit.text()) || !DIGIT.matcher(hit.text()).find())
        .filter(hit -> !fragment.stated().says(hit.text()))
        .forEach(hit -> found(sink, hit));
    fragment.seen().find(STARS).forEach(hit -> found(sink, hit));
    for (Element e : fragment.elements()) {
      if (e.childrenSize() == DRAWN && alike(e.children())) {
        sink.found(
            Kind.INVENTED_PROOF,
            Fragment.line(e),
            "A row of five like icons reads as a rating that nobody gave: leave it out, or put a"
                + " visible mark \"Sample reviews\" beside it");
      }
    }
  }

  private static void found(Sink sink, VisibleText.Hit hit) {
    Proof.invented(sink, hit, "a rating", "Sample reviews");
  }

  private static boolean alike(List<Element> row) {
    return row.stream().allMatch(e -> e.nameIs("svg"))
        && row.stream().map(Element::html).distinct().count() == 1;
  }
}
