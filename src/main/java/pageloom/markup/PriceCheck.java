package pageloom.markup;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import pageloom.markup.Finding.Kind;

/// Prices, telephone numbers and addresses of mail: only the person knows them.
final class PriceCheck implements Check {
  private static final Sieve PRICE =
      new Sieve(
          "(?iu)(?:US|CA|AU|R)?[$€£¥₹₩]\\s?"
              + Stated.NUMBER
              + "|(?<![\\p{L}\\d.,])"
              + Stated.NUMBER
              + "\\s?(?:€|£|USD\\b|EUR\\b|GBP\\b|CHF\\b|euros?\\b|zł|kr\\b|円|元)");
  private static final Pattern NOTHING = Pattern.compile("\\D*0+(?:[.,]0+)?\\D*");
  private static final Sieve MAIL =
      new Sieve("(?iu)[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d.-]{1,80}\\.\\p{L}{2,20}");
  private static final Sieve PHONE =
      new Sieve("(?<![\\w.,+-])\\+\\d[\\d\\s().-]{6,18}\\d(?![\\w])");

  /// Reserved for examples: they reach nobody (RFC 2606; the 555-01 range of North America).
  private static final Pattern RESERVED =
      Pattern.compile("(?i).*@(?:[\\w-]+\\.)*example(?:\\.\\w+)?|.*555\\D?01\\d\\d.*");

  private static final Pattern QUERY = Pattern.compile("\\?.*");

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    if (fragment.saysSample()) {
      return;
    }
    Stated stated = fragment.stated();
    fragment
        .spoken()
        .find(PRICE)
        .filter(hit -> !NOTHING.matcher(hit.text()).matches())
        .filter(hit -> !stated.numbersOf(hit.text()))
        .forEach(hit -> Proof.invented(sink, hit, "a price", "Sample prices"));
    if (fragment.spoken().all().indexOf('@') >= 0) {
      fragment
          .spoken()
          .find(MAIL)
          .filter(hit -> invented(hit.text(), stated))
          .forEach(hit -> Proof.invented(sink, hit, "an address", "Sample details"));
    }
    fragment
        .spoken()
        .find(PHONE)
        .filter(hit -> invented(hit.text(), stated))
        .forEach(hit -> Proof.invented(sink, hit, "a telephone number", "Sample details"));
    for (Element e : fragment.elements("a")) {
      String href = e.attr("href").strip();
      boolean direct = href.regionMatches(true, 0, "tel:", 0, 4);
      boolean mail = href.regionMatches(true, 0, "mailto:", 0, 7);
      if ((direct || mail) && invented(href.substring(href.indexOf(':') + 1), stated)) {
        sink.found(
            Kind.INVENTED_PROOF,
            Fragment.line(e),
            "href="
                + Sink.quoted(href)
                + " reaches somebody whom the person never named: leave it out, or put a visible"
                + " mark \"Sample details\" beside it");
      }
    }
  }

  private static boolean invented(String reach, Stated stated) {
    String plain = QUERY.matcher(reach).replaceFirst("");
    return !RESERVED.matcher(plain).matches()
        && !(plain.contains("@") ? stated.says(plain) : stated.digitsOf(plain));
  }
}
