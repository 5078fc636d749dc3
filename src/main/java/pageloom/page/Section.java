package pageloom.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The state of one section of a page. Immutable.
///
/// @param order place in the page, from 0
/// @param revision how many times its content was written; 0 before the first
/// @param attempts how many times an author was set to it
/// @param model the model that the latest attempt asked, or null
/// @param content what was made of it, or null
/// @param failure why it failed, or null
/// @param cost what all its calls used
/// @param startedAt when the latest attempt began, or null
/// @param durationMillis how long the latest attempt took, 0 while it runs
public record Section(
    String name,
    int order,
    State state,
    int revision,
    int attempts,
    @Nullable String model,
    @Nullable SectionContent content,
    PageEvent.@Nullable SectionFailed failure,
    Cost cost,
    @Nullable Instant startedAt,
    long durationMillis) {
  /// Where a section stands.
  public enum State {
    PENDING,
    GENERATING,
    COMPLETED,
    FAILED;

    /// As the wire spells it.
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Section pending(String name, int order) {
    return new Section(name, order, State.PENDING, 0, 0, null, null, null, Cost.NONE, null, 0);
  }

  Section started(PageEvent.SectionStarted e, Instant at) {
    return new Section(
        name,
        order,
        State.GENERATING,
        revision,
        e.attempt(),
        e.model(),
        content,
        null,
        cost,
        at,
        0);
  }

  Section paid(Spend spend) {
    Cost paid = cost.plus(spend);
    return new Section(
        name,
        order,
        state,
        revision,
        attempts,
        model,
        content,
        failure,
        paid,
        startedAt,
        durationMillis);
  }

  Section completed(PageEvent.SectionCompleted e) {
    long took = e.content().durationMillis();
    return new Section(
        name,
        order,
        State.COMPLETED,
        revision + 1,
        attempts,
        model,
        e.content(),
        null,
        cost,
        startedAt,
        took);
  }

  Section failed(PageEvent.SectionFailed e, Instant at) {
    long took = startedAt == null ? 0 : Duration.between(startedAt, at).toMillis();
    return new Section(
        name, order, State.FAILED, revision, attempts, model, content, e, cost, startedAt, took);
  }

  /// Why it failed, in words for a person, or null.
  public @Nullable String error() {
    return failure == null ? null : failure.message();
  }

  /// Whether nothing more will happen to it by itself.
  boolean settled() {
    return state == State.COMPLETED || state == State.FAILED;
  }
}
