package pageloom.markup;

import pageloom.markup.Finding.Kind;

/// How invented proof is reported: what a page says to be believed must come from the person, or
/// say itself that it is a sample.
final class Proof {
  /// People and things that pages count to impress.
  static final String CROWD =
      "(?:customers|clients|users|teams|companies|businesses|brands|startups|people|members"
          + "|students|learners|graduates|developers|engineers|designers|creators|downloads"
          + "|installs|reviews|ratings|countries|cities|orders|projects|patients|families|guests"
          + "|visitors|subscribers|readers|followers|partners|organi[sz]ations|schools|homes"
          + "|events|travell?ers|kund(?:en|innen)|nutzer|unternehmen|clientes|usuarios|usuários"
          + "|empresas|utilisateurs|entreprises|clienti|utenti|aziende)";

  private Proof() {}

  static void invented(Sink sink, VisibleText.Hit hit, String what, String mark) {
    sink.found(
        Kind.INVENTED_PROOF,
        hit.line(),
        Sink.quoted(hit.text())
            + " is "
            + what
            + " that the person never gave: leave it out, or put a visible mark \""
            + mark
            + "\" beside it");
  }
}
