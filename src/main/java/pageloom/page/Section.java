package pageloom.page;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import pageloom.plan.SectionPlan;

/// The state of one section of a page. Immutable.
///
/// @param name unique among all that the page ever had
/// @param added what it is, where it is none of the page's plan; else null
/// @param revision of the content that is shown; 0 before the first
/// @param content what is shown, or null
/// @param versions every content that it ever had, oldest first
/// @param attempt the latest one
/// @param requests how many times a person had it made
/// @param request what a person wants of it and has not got yet, or null
/// @param failure why the latest attempt failed, or null
/// @param cost what all its calls used
public record Section(
    String name,
    @Nullable SectionPlan added,
    State state,
    int revision,
    @Nullable SectionContent content,
    List<Version> versions,
    Attempt attempt,
    int requests,
    PageEvent.@Nullable SectionRequested request,
    PageEvent.@Nullable SectionFailed failure,
    Cost cost) {
  public Section {
    versions = List.copyOf(versions);
  }

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

  /// One content that a section had.
  ///
  /// @param seq of the event that holds it
  /// @param author `model`, `pattern` or `person`
  /// @param restoredFrom the revision that it repeats, or null
  /// @param costUsd what was paid since the version before
  public record Version(
      int revision,
      long seq,
      Instant at,
      String author,
      @Nullable String model,
      @Nullable Integer restoredFrom,
      long durationMillis,
      BigDecimal costUsd) {}

  /// How an author was last set to it.
  ///
  /// @param number how many there were
  /// @param model the model that was asked, or null
  /// @param startedAt null before the first
  /// @param durationMillis 0 while it runs
  public record Attempt(
      int number, @Nullable String model, @Nullable Instant startedAt, long durationMillis) {
    static final Attempt NONE = new Attempt(0, null, null, 0);
  }

  static Section pending(String name, @Nullable SectionPlan added) {
    return new Section(
        name, added, State.PENDING, 0, null, List.of(), Attempt.NONE, 0, null, null, Cost.NONE);
  }

  Section requested(PageEvent.SectionRequested e) {
    return changed(s -> {
      s.state = State.PENDING;
      s.request = e;
      s.requests++;
      s.failure = null;
    });
  }

  Section started(PageEvent.SectionStarted e, Instant at) {
    return changed(s -> {
      s.state = State.GENERATING;
      s.attempt = new Attempt(e.attempt(), e.model(), at, 0);
      s.failure = null;
    });
  }

  Section paid(Spend spend) {
    return changed(s -> s.cost = cost.plus(spend));
  }

  Section completed(long seq, Instant at, SectionContent content, int revision) {
    return changed(s -> {
      s.show(content, s.version(seq, at, content, revision, null));
      s.end(content.durationMillis());
    });
  }

  /// A content that is not shown.
  Section kept(long seq, Instant at, SectionContent content, int revision) {
    return changed(s -> {
      s.version(seq, at, content, revision, null);
      s.end(content.durationMillis());
    });
  }

  Section edited(long seq, Instant at, PageEvent.SectionEdited e) {
    return changed(s -> {
      s.show(e.content(), s.version(seq, at, e.content(), e.revision(), e.restoredFrom()));
      s.failure = null;
      if (state != State.GENERATING) {
        s.state = State.COMPLETED;
        s.request = null;
      }
    });
  }

  /// What was there before stays, and is what the section is.
  Section failed(PageEvent.SectionFailed e, Instant at) {
    Instant began = attempt.startedAt();
    return changed(s -> {
      s.end(began == null ? 0 : Duration.between(began, at).toMillis());
      s.failure = e;
      if (content == null) s.state = State.FAILED;
    });
  }

  /// It was in the making and is not any more.
  ///
  /// @param wanted whether it waits to be made
  Section stopped(boolean wanted) {
    return changed(s -> {
      boolean waits = wanted && (content == null || request != null);
      s.state = content == null || waits ? State.PENDING : State.COMPLETED;
      if (!wanted) s.request = null;
    });
  }

  /// Whether nothing more will happen to it by itself.
  boolean settled() {
    return state == State.COMPLETED || state == State.FAILED;
  }

  /// The number of the newest version.
  int latest() {
    return versions.isEmpty() ? 0 : versions.getLast().revision();
  }

  /// Why it failed, in words for a person, or null.
  public @Nullable String error() {
    return failure == null ? null : failure.message();
  }

  private Section changed(Consumer<Draft> change) {
    var draft = new Draft(this);
    change.accept(draft);
    return draft.section();
  }

  /// A section on its way to the next one; confined to [#changed].
  private static final class Draft {
    private final Section before;
    private State state;
    private int revision;
    private @Nullable SectionContent content;
    private List<Version> versions;
    private Attempt attempt;
    private int requests;
    private PageEvent.@Nullable SectionRequested request;
    private PageEvent.@Nullable SectionFailed failure;
    private Cost cost;

    Draft(Section before) {
      this.before = before;
      state = before.state;
      revision = before.revision;
      content = before.content;
      versions = before.versions;
      attempt = before.attempt;
      requests = before.requests;
      request = before.request;
      failure = before.failure;
      cost = before.cost;
    }

    /// @return its number; logs of an older version did not say it
    int version(
        long seq, Instant at, SectionContent made, int number, @Nullable Integer restoredFrom) {
      int own = number > 0 ? number : before.latest() + 1;
      BigDecimal paid =
          versions.stream().map(Version::costUsd).reduce(BigDecimal.ZERO, BigDecimal::add);
      List<Version> longer = new ArrayList<>(versions);
      longer.add(
          new Version(
              own,
              seq,
              at,
              made.author(),
              made.model(),
              restoredFrom,
              made.durationMillis(),
              cost.usd().subtract(paid)));
      versions = longer;
      return own;
    }

    void show(SectionContent shown, int number) {
      content = shown;
      revision = number;
    }

    void end(long durationMillis) {
      state = State.COMPLETED;
      request = null;
      attempt = new Attempt(attempt.number(), attempt.model(), attempt.startedAt(), durationMillis);
    }

    Section section() {
      return new Section(
          before.name,
          before.added,
          state,
          revision,
          content,
          versions,
          attempt,
          requests,
          request,
          failure,
          cost);
    }
  }
}
