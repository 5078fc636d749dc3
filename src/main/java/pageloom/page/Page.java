package pageloom.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import pageloom.plan.Plan;
import pageloom.plan.SectionPlan;
import pageloom.plan.Theme;

/// The state of a page: the fold of its log. Immutable.
///
/// @param seq how far the log was folded
/// @param init the event that began it
/// @param look how it looks now
/// @param title what a person called it, or null for the plan's title
/// @param budgetUsd what a person allowed it since it began, or null
/// @param sections in the order of the page
/// @param removed those that were taken out
public record Page(
    long seq,
    PageState state,
    PageEvent.Init init,
    PageEvent.ThemeChanged look,
    @Nullable String title,
    @Nullable BigDecimal budgetUsd,
    List<Section> sections,
    List<Removed> removed) {
  /// A section that was taken out.
  ///
  /// @param order where it stood
  public record Removed(Section section, int order) {}

  public Page {
    sections = List.copyOf(sections);
    removed = List.copyOf(removed);
  }

  /// Folds a whole log, whose first event is an [PageEvent.Init].
  public static Page of(List<LoggedEvent> log) {
    if (log.isEmpty() || !(PageJson.event(log.getFirst().json()) instanceof PageEvent.Init init)) {
      throw new IllegalArgumentException("a log starts with init");
    }
    List<Section> sections = init.sections().stream().map(n -> Section.pending(n, null)).toList();
    var look = new PageEvent.ThemeChanged(init.theme(), init.themeCss());
    var page =
        new Page(
            log.getFirst().seq(),
            PageState.GENERATING,
            init,
            look,
            null,
            null,
            sections,
            List.of());
    for (LoggedEvent next : log.subList(1, log.size())) {
      page = page.apply(next.seq(), next.at(), PageJson.event(next.json()));
    }
    return page;
  }

  /// The state after one more event.
  Page apply(long next, Instant at, PageEvent event) {
    Page then = with(next, state);
    return switch (event) {
      case PageEvent.Init again -> throw new IllegalArgumentException("init twice, at " + next);
      case PageEvent.SectionRequested e -> then.change(e.section(), s -> s.requested(e)).reopened();
      case PageEvent.SectionStarted e -> then.change(e.section(), s -> s.started(e, at));
      case PageEvent.Usage e -> then.change(e.section(), s -> s.paid(e.spend()));
      case PageEvent.SectionCompleted e ->
          then.change(e.content().section(), s -> s.completed(next, at, e.content(), e.revision()));
      case PageEvent.SectionKept e ->
          then.change(e.content().section(), s -> s.kept(next, at, e.content(), e.revision()));
      case PageEvent.SectionEdited e ->
          then.change(e.content().section(), s -> s.edited(next, at, e));
      case PageEvent.SectionFailed e -> then.change(e.section(), s -> s.failed(e, at));
      case PageEvent.SectionAdded e -> then.added(e);
      case PageEvent.SectionRemoved e -> then.without(e.section());
      case PageEvent.SectionMoved e -> then.moved(e);
      case PageEvent.ThemeChanged e -> then.with(e);
      case PageEvent.Paused e -> then.stopped(e.stopped(), true).with(next, PageState.PAUSED);
      case PageEvent.Resumed e -> then.with(next, PageState.GENERATING);
      case PageEvent.Cancelled e ->
          then.stopped(e.stopped(), false).with(next, PageState.CANCELLED);
      case PageEvent.Renamed e ->
          new Page(next, state, init, look, e.title(), budgetUsd, sections, removed);
      case PageEvent.BudgetChanged e ->
          new Page(next, state, init, look, title, e.budgetUsd(), sections, removed);
      case PageEvent.Completed e -> then.with(next, PageState.COMPLETED);
    };
  }

  private Page with(long next, PageState then) {
    return new Page(next, then, init, look, title, budgetUsd, sections, removed);
  }

  private Page with(PageEvent.ThemeChanged then) {
    return new Page(seq, state, init, then, title, budgetUsd, sections, removed);
  }

  private Page with(List<Section> now, List<Removed> gone) {
    return new Page(seq, state, init, look, title, budgetUsd, now, gone);
  }

  /// A page that had come to its end has work again.
  private Page reopened() {
    return state == PageState.COMPLETED ? with(seq, PageState.GENERATING) : this;
  }

  /// Changes a section wherever it is: what was in flight when it was removed still costs.
  private Page change(String name, UnaryOperator<Section> change) {
    List<Section> now = new ArrayList<>(sections);
    now.replaceAll(s -> s.name().equals(name) ? change.apply(s) : s);
    List<Removed> gone = new ArrayList<>(removed);
    gone.replaceAll(r ->
        r.section().name().equals(name) ? new Removed(change.apply(r.section()), r.order()) : r);
    return with(now, gone);
  }

  private Page stopped(List<String> names, boolean wanted) {
    Page then = this;
    for (String name : names) then = then.change(name, s -> s.stopped(wanted));
    if (wanted) return then;
    // What only waited is not wanted any more either.
    for (Section s : then.sections()) {
      if (s.request() != null) then = then.change(s.name(), one -> one.stopped(false));
    }
    return then;
  }

  private Page added(PageEvent.SectionAdded e) {
    List<Section> now = new ArrayList<>(sections);
    List<Removed> gone = new ArrayList<>(removed);
    Section section = Section.pending(e.section(), e.plan());
    if (e.plan() == null) {
      section = find(e.section()).orElseThrow();
      gone.removeIf(r -> r.section().name().equals(e.section()));
    }
    now.add(Math.clamp(e.order(), 0, now.size()), section);
    return with(now, gone);
  }

  private Page without(String name) {
    Section section = find(name).orElseThrow();
    List<Section> now = new ArrayList<>(sections);
    int order = order(name);
    now.remove(order);
    List<Removed> gone = new ArrayList<>(removed);
    gone.add(new Removed(section.settled() ? section : section.stopped(false), order));
    return with(now, gone);
  }

  private Page moved(PageEvent.SectionMoved e) {
    Section section = find(e.section()).orElseThrow();
    List<Section> now = new ArrayList<>(sections);
    now.remove(section);
    now.add(Math.clamp(e.order(), 0, now.size()), section);
    return with(now, removed);
  }

  /// A section by its name, removed ones too.
  public Optional<Section> find(String name) {
    return all().filter(s -> s.name().equals(name)).findFirst();
  }

  /// Every section that the page has or had.
  Stream<Section> all() {
    return Stream.concat(sections.stream(), removed.stream().map(Removed::section));
  }

  /// Whether a section is a part of the page.
  boolean has(String name) {
    return sections.stream().anyMatch(s -> s.name().equals(name));
  }

  /// A section's place, from 0; -1 for one that is no part of the page.
  int order(String name) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).name().equals(name)) return i;
    }
    return -1;
  }

  /// Whether a section is to be made as soon as there is room.
  boolean wants(Section section) {
    boolean goesOn =
        state == PageState.GENERATING
            || (state == PageState.CANCELLED && section.request() != null);
    return goesOn && !section.settled();
  }

  /// Whether there is anything left to do.
  public boolean unfinished() {
    return state == PageState.GENERATING || sections.stream().anyMatch(this::wants);
  }

  /// The plan as the page is now: its sections in their order, its theme.
  Plan plan(Plan made) {
    List<SectionPlan> now = new ArrayList<>();
    for (Section section : sections) {
      SectionPlan added = section.added();
      now.add(added != null ? added : planned(made, section.name()));
    }
    return new Plan(
        made.pageType(),
        made.title(),
        made.brief().with(theme()),
        now.isEmpty() ? made.sections() : now);
  }

  private static SectionPlan planned(Plan made, String name) {
    return made.sections().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  Theme theme() {
    return look.theme();
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
