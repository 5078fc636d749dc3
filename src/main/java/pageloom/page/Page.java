package pageloom.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The state of a page: the fold of its log. Immutable.
///
/// @param seq how far the log was folded
/// @param init the event that began it
public record Page(long seq, PageState state, PageEvent.Init init, List<Section> sections) {
  public Page {
    sections = List.copyOf(sections);
  }

  /// Folds a whole log, whose first event is an [PageEvent.Init].
  public static Page of(List<LoggedEvent> log) {
    if (log.isEmpty() || !(PageJson.event(log.getFirst().json()) instanceof PageEvent.Init init)) {
      throw new IllegalArgumentException("a log starts with init");
    }
    List<Section> sections = new ArrayList<>();
    for (String name : init.sections()) sections.add(Section.pending(name, sections.size()));
    var page = new Page(log.getFirst().seq(), PageState.GENERATING, init, sections);
    for (LoggedEvent next : log.subList(1, log.size())) {
      page = page.apply(next.seq(), next.at(), PageJson.event(next.json()));
    }
    return page;
  }

  /// The state after one more event.
  Page apply(long next, Instant at, PageEvent event) {
    return switch (event) {
      case PageEvent.Init again -> throw new IllegalArgumentException("init twice, at " + next);
      case PageEvent.SectionStarted e -> with(next, e.section(), s -> s.started(e, at));
      case PageEvent.Usage e -> with(next, e.section(), s -> s.paid(e.spend()));
      case PageEvent.SectionCompleted e -> with(next, e.content().section(), s -> s.completed(e));
      case PageEvent.SectionFailed e -> with(next, e.section(), s -> s.failed(e, at));
      case PageEvent.Completed e -> new Page(next, PageState.COMPLETED, init, sections);
    };
  }

  private Page with(long next, String name, UnaryOperator<Section> change) {
    List<Section> changed = new ArrayList<>(sections);
    changed.replaceAll(s -> s.name().equals(name) ? change.apply(s) : s);
    return new Page(next, state, init, changed);
  }

  /// How many sections are in a state.
  public int count(Section.State wanted) {
    return (int) sections.stream().filter(s -> s.state() == wanted).count();
  }

  /// The event that ends the page as it stands.
  PageEvent.Completed outcome() {
    return new PageEvent.Completed(count(Section.State.COMPLETED), count(Section.State.FAILED));
  }
}
