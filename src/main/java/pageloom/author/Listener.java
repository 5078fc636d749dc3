package pageloom.author;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pageloom.markup.MarkupRejected;
import pageloom.page.Ledger;
import pageloom.page.SectionAuthor.Draft;
import pageloom.page.Spend;
import pageloom.provider.Attempt;
import pageloom.provider.CallWatcher;
import pageloom.provider.ChatRequest;
import pageloom.provider.Failure;
import pageloom.provider.Finish;
import pageloom.provider.StreamedText;
import pageloom.provider.Usage;

/// Hears one call to a model: pays for each attempt before it is made, settles it after, and shows
/// the section as it grows. All on the section's thread.
final class Listener implements CallWatcher, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Listener.class.getName());

  /// A person sees ten pictures a second as growth; each costs a walk through the sanitizer.
  private static final Duration BETWEEN_DRAFTS = Duration.ofMillis(120);

  /// How often to look whether somebody has come to watch.
  private static final Duration UNWATCHED = Duration.ofSeconds(1);

  private final Assignment assignment;
  private final ChatRequest request;
  private final BigDecimal worstCase;
  private final String shownBefore;
  private @Nullable String reservation;
  private @Nullable StreamedText growing;
  private SectionText text;
  private int taken;

  /// Sets the worst case of the first attempt aside.
  ///
  /// @param shownBefore what an answer that was cut has already shown
  Listener(Assignment assignment, ChatRequest request, BigDecimal worstCase, String shownBefore) {
    this.assignment = assignment;
    this.request = request;
    this.worstCase = worstCase;
    this.shownBefore = shownBefore;
    this.text = SectionText.of(shownBefore);
    this.reservation = assignment.desk().reserve(request.model(), worstCase);
  }

  @Override
  public Optional<Duration> textEvery() {
    return Optional.of(assignment.desk().watched() ? BETWEEN_DRAFTS : UNWATCHED);
  }

  @Override
  public void identified(String generationId) {
    if (reservation != null) assignment.desk().identified(reservation, generationId);
  }

  @Override
  public void grew(StreamedText streamed) {
    if (!assignment.desk().watched()) return;
    if (streamed != growing) {
      growing = streamed;
      text = SectionText.of(shownBefore);
      taken = 0;
    }
    String more = streamed.from(taken);
    taken += more.length();
    text.append(more);
    Usage soFar = assignment.provider().soFar(request, streamed);
    try {
      String html = text.soFar();
      String safe =
          html.isBlank()
              ? ""
              : assignment.sanitizer().sanitize(html, assignment.job().section().anchor()).html();
      assignment.desk().draft(new Draft(safe, soFar.outputTokens(), soFar.cost()));
    } catch (MarkupRejected notYet) {
      // The whole answer will be judged when it is there; a draft may be skipped.
    }
  }

  @Override
  public void ended(Attempt attempt) {
    log(attempt);
    Duration toFirstToken = attempt.toFirstToken();
    if (toFirstToken != null) assignment.firstTokens().accept(toFirstToken);
    String id = reservation;
    if (id == null) return;
    reservation = null;
    Usage usage = attempt.usage();
    var spend =
        new Spend(
            id,
            attempt.model(),
            usage.inputTokens(),
            usage.outputTokens(),
            cost(usage),
            usage.estimated(),
            outcome(attempt));
    String generation = attempt.generationId();
    if (generation == null || !usage.estimated()) assignment.desk().used(spend);
    else assignment.desk().used(spend, generation);
  }

  /// An estimate counts characters and can be too high; a call can't cost more than its worst case.
  private @Nullable BigDecimal cost(Usage usage) {
    BigDecimal cost = usage.cost();
    boolean above = usage.estimated() && cost != null && cost.compareTo(worstCase) > 0;
    return above ? worstCase : cost;
  }

  private static String outcome(Attempt attempt) {
    Failure failure = attempt.failure();
    if (failure != null) return failure.code();
    return attempt.finish() == Finish.LENGTH ? "length" : "completed";
  }

  @Override
  public boolean again(Failure failure) {
    if (taken > 0) return false;
    try {
      reservation = assignment.desk().reserve(request.model(), worstCase);
      return true;
    } catch (Ledger.OverBudget noMoney) {
      return false;
    }
  }

  @Override
  public void waiting(Failure because, Instant until) {
    assignment.desk().waiting(because.message(), until);
  }

  /// Gives back what was set aside for an attempt that was never made.
  @Override
  public void close() {
    if (reservation != null) assignment.desk().release(reservation);
    reservation = null;
  }

  private void log(Attempt attempt) {
    LOG.log(
        System.Logger.Level.INFO,
        "page {0}: {1}, {2}, attempt {3}: {4}, first token {5} ms, {6} ms, {7} in, {8} out, ${9}",
        assignment.job().page(),
        assignment.job().section().name(),
        attempt.model(),
        attempt.number(),
        outcome(attempt),
        attempt.toFirstToken() == null ? "-" : attempt.toFirstToken().toMillis(),
        attempt.took().toMillis(),
        attempt.usage().inputTokens(),
        attempt.usage().outputTokens(),
        attempt.usage().cost());
  }
}
