package pageloom.markup;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.nodes.Element;

/// Looks at a fragment as an author wrote it, before anything is taken out of it, and says what is
/// wrong. The same markup gives an equal list. The time grows with the length and nothing else.
/// Stateless; any thread.
public final class Findings {
  private static final List<Check> CHECKS =
      List.of(
          new RootCheck(),
          new ElementCheck(),
          new HandlerCheck(),
          new ResourceCheck(),
          new StyleCheck(),
          new PaintCheck(),
          new ContrastCheck(),
          new HeadingCheck(),
          new AltCheck(),
          new NameCheck(),
          new LinkCheck(),
          new FigureCheck(),
          new RatingCheck(),
          new QuoteCheck(),
          new ClaimCheck(),
          new PriceCheck(),
          new PlaceholderCheck(),
          new EmojiCheck(),
          new AmountCheck());

  private Findings() {}

  /// What is wrong with a fragment; empty when nothing is.
  ///
  /// @param rawHtml anything
  public static List<Finding> of(String rawHtml, FindingsContext context) {
    return of(new RawMarkup(rawHtml), context);
  }

  /// What is wrong with a fragment; empty when nothing is.
  public static List<Finding> of(RawMarkup markup, FindingsContext context) {
    String rawHtml = markup.text();
    var sink = new Sink();
    if (rawHtml.isBlank()) {
      sink.found(
          Finding.Kind.EMPTY,
          "There is no markup: write the section as one element with id=\""
              + context.anchor()
              + "\"");
    } else if (tooLarge(rawHtml)) {
      sink.found(
          Finding.Kind.TOO_LARGE,
          "The markup is larger than "
              + Sanitizer.MAX_BYTES / 1024
              + " KiB: say it with far less, a section needs a few KiB");
    } else if (new TagBalance(rawHtml, sink).look()) {
      // Most have no fault, and then nobody asks for places.
      var trial = new Sink();
      look(markup.body(), context, trial);
      if (!trial.isEmpty()) look(markup.bodyWithPlaces(), context, sink);
    }
    return sink.list();
  }

  private static void look(Element body, FindingsContext context, Sink sink) {
    var fragment = new Fragment(body, context);
    CHECKS.forEach(check -> check.look(fragment, context, sink));
  }

  private static boolean tooLarge(String html) {
    return html.length() > Sanitizer.MAX_BYTES
        || (html.length() > Sanitizer.MAX_BYTES / 3
            && html.getBytes(StandardCharsets.UTF_8).length > Sanitizer.MAX_BYTES);
  }
}
