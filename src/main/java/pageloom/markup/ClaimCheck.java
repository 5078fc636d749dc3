package pageloom.markup;

/// Claims of standing: customers that trust, awards, press, certificates, the first place.
final class ClaimCheck implements Check {
  private static final Sieve CLAIM =
      new Sieve(
          "(?iu)\\b(?:trusted|loved|relied on|chosen|used) by (?:[\\p{L}\\d,.+-]{1,16}\\s+){0,4}"
              + "(?:"
              + Proof.CROWD
              + "|leaders|professionals|experts|the best|everyone|world|founders|enterprises)\\b"
              + "|\\btrusted by\\b|\\bas (?:seen|featured|heard) (?:in|on)\\b|\\bfeatured in\\b"
              + "|\\baward[- ]winning\\b|\\b(?:winner of|voted (?:the )?(?:best|most|no|number))\\b"
              + "|\\bawards? (?:winner|\\d{4})\\b|\\b\\d{4} [\\p{L} ]{1,30} award\\b"
              + "|(?<![\\p{L}\\d])(?:#\\s?1|no\\.\\s?1|number one)\\s+(?:choice|rated|in|for|tool"
              + "|platform|app|brand|provider|software|ranked)\\b"
              + "|\\b(?:top|best|highest)[- ]rated\\b|\\b(?:best|top)[- ]selling\\b"
              + "|\\b(?:market|industry)[- ]lead(?:er|ing)\\b|\\bworld[- ](?:leading|renowned)\\b"
              + "|\\b(?:clinically|scientifically) (?:proven|tested)\\b"
              + "|\\bSOC ?[12]\\b|\\bISO ?(?:9001|14001|27001|27017|27018)\\b"
              + "|\\b(?:HIPAA|PCI(?:[- ]DSS)?|GDPR|FedRAMP)[- ](?:compliant|certified|ready)\\b"
              + "|\\bcertified B corp(?:oration)?\\b|\\bB corp certified\\b|\\bmichelin\\b");

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    if (fragment.saysSample()) {
      return;
    }
    fragment
        .spoken()
        .find(CLAIM)
        .filter(hit -> !fragment.stated().says(hit.text()))
        .forEach(hit -> Proof.invented(sink, hit, "a claim", "Sample"));
  }
}
