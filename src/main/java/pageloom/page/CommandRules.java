package pageloom.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pageloom.page.Command.Refused;
import pageloom.page.Command.Refused.Reason;
import pageloom.plan.Plan;
import pageloom.plan.SectionPlan;

/// What a command does to a page as it is: the events that it causes, or why it can't be carried
/// out. Changes nothing itself. Belongs to one page's thread.
final class CommandRules {
  private static final int MAX_SECTIONS = 40;

  private final PageEngine.Ports ports;
  private final PageRecord record;

  CommandRules(PageEngine.Ports ports, PageRecord record) {
    this.ports = ports;
    this.record = record;
  }

  /// What happens; empty where the page is so already.
  ///
  /// @param inFlight names of sections that an author is at
  /// @throws Refused where it can't be carried out
  List<PageEvent> events(Page page, Command.Order order, Collection<String> inFlight) {
    return switch (order.command()) {
      case Command.Pause c -> pause(page, c.stop() ? inFlight : List.of());
      case Command.Resume c -> resume(page);
      case Command.Cancel c -> cancel(page, inFlight);
      case Command.Retry c -> retry(page, c, order.id());
      case Command.Rewrite c -> rewrite(page, c, order.id());
      case Command.Write c -> write(page, c);
      case Command.Restore c -> restore(page, c);
      case Command.Remove c ->
          List.of(new PageEvent.SectionRemoved(section(page, c.section()).name()));
      case Command.Move c -> move(page, c);
      case Command.Add c -> add(page, c, order.id());
      case Command.Restyle c -> restyle(page, c);
      case Command.Rename c -> List.of(new PageEvent.Renamed(c.title()));
      case Command.Budget c -> List.of(new PageEvent.BudgetChanged(c.budgetUsd()));
    };
  }

  private static List<PageEvent> pause(Page page, Collection<String> stopped) {
    if (page.state() == PageState.PAUSED && stopped.isEmpty()) return List.of();
    if (page.state() != PageState.GENERATING && page.state() != PageState.PAUSED) {
      throw conflict("type", "nothing is being made, so there is nothing to pause.");
    }
    return List.of(new PageEvent.Paused(List.copyOf(stopped)));
  }

  private static List<PageEvent> resume(Page page) {
    return switch (page.state()) {
      case GENERATING, COMPLETED -> List.of();
      case PAUSED, CANCELLED -> List.of(new PageEvent.Resumed());
    };
  }

  private static List<PageEvent> cancel(Page page, Collection<String> stopped) {
    if (page.state() == PageState.CANCELLED && stopped.isEmpty()) return List.of();
    if (page.state() == PageState.COMPLETED) {
      throw conflict("type", "the page is complete, so there is nothing to cancel.");
    }
    return List.of(new PageEvent.Cancelled(List.copyOf(stopped)));
  }

  private static List<PageEvent> retry(Page page, Command.Retry c, String id) {
    Section section = section(page, c.section());
    return List.of(new PageEvent.SectionRequested(section.name(), "retry", id, c.model()));
  }

  private List<PageEvent> rewrite(Page page, Command.Rewrite c, String id) {
    Section section = section(page, c.section());
    requireRevision(section, c.expectedRevision());
    requireModel();
    if (section.content() == null) {
      throw conflict("section", "it has no text yet that could be rewritten; retry it.");
    }
    return List.of(new PageEvent.SectionRequested(section.name(), "rewrite", id, c.model()));
  }

  private List<PageEvent> write(Page page, Command.Write c) {
    Section section = section(page, c.section());
    requireRevision(section, c.expectedRevision());
    SectionPlan plan = plan(page, section);
    SectionEditor.Edited edited =
        ports.editor().edit(plan, c.html(), record.request().outputFormat());
    if (section.content() != null && section.content().html().equals(edited.html())) {
      return List.of();
    }
    var content =
        new SectionContent(
            section.name(),
            page.order(section.name()),
            plan.kind(),
            edited.html(),
            edited.code(),
            List.of(),
            "person",
            null,
            record.request().requestId(),
            0);
    return List.of(
        new PageEvent.SectionEdited(content, section.latest() + 1, null, edited.removed()));
  }

  private List<PageEvent> restore(Page page, Command.Restore c) {
    Section section = page.find(c.section()).orElseThrow(() -> unknown(page, c.section()));
    Section.Version wanted =
        section.versions().stream()
            .filter(v -> v.revision() == c.revision())
            .findFirst()
            .orElseThrow(
                () -> invalid("revision", c.section() + " has no revision " + c.revision() + "."));
    List<PageEvent> events = new ArrayList<>();
    if (!page.has(section.name())) {
      int place =
          page.removed().stream()
              .filter(r -> r.section().equals(section))
              .findFirst()
              .orElseThrow()
              .order();
      events.add(new PageEvent.SectionAdded(section.name(), place, null));
    }
    if (section.revision() != wanted.revision()) {
      events.add(
          new PageEvent.SectionEdited(
              content(wanted), section.latest() + 1, wanted.revision(), List.of()));
    }
    return events;
  }

  /// A version's content, which only the log has.
  private SectionContent content(Section.Version version) {
    LoggedEvent event = ports.log().read(record.id(), version.seq() - 1, 1).getFirst();
    return PageJson.contentOf(event).orElseThrow();
  }

  private static List<PageEvent> move(Page page, Command.Move c) {
    Section section = section(page, c.section());
    int to = Math.clamp(c.order(), 0, page.sections().size() - 1);
    if (page.order(section.name()) == to) return List.of();
    return List.of(new PageEvent.SectionMoved(section.name(), to));
  }

  private List<PageEvent> add(Page page, Command.Add c, String id) {
    if (page.sections().size() >= MAX_SECTIONS) {
      throw conflict("name", "a page has at most " + MAX_SECTIONS + " sections.");
    }
    if (c.instruction() != null) requireModel();
    Plan now = page.plan(record.plan());
    List<String> taken = page.all().map(Section::name).toList();
    SectionPlan plan = ports.planner().section(now, c.name(), taken);
    Integer place = c.order();
    int order = place == null ? beforeTheEnd(now) : place;
    return List.of(
        new PageEvent.SectionAdded(plan.name(), order, plan),
        new PageEvent.SectionRequested(plan.name(), "add", id, c.model()));
  }

  private static int beforeTheEnd(Plan plan) {
    int size = plan.sections().size();
    return plan.sections().getLast().kind().equals("footer") ? size - 1 : size;
  }

  private List<PageEvent> restyle(Page page, Command.Restyle c) {
    var theme = ports.planner().restyled(page.theme(), c);
    return theme.equals(page.theme())
        ? List.of()
        : List.of(new PageEvent.ThemeChanged(theme, ports.planner().css(theme)));
  }

  private SectionPlan plan(Page page, Section section) {
    return page.plan(record.plan()).sections().get(page.order(section.name()));
  }

  private void requireModel() {
    if (ports.author().followsInstructions()) return;
    throw new Refused(
        Reason.CONFLICT,
        "instruction",
        "a model follows instructions, and none is connected. Set OPENROUTER_API_KEY, or edit the"
            + " section yourself.");
  }

  private static Section section(Page page, String name) {
    return page.sections().stream()
        .filter(s -> s.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(page, name));
  }

  private static void requireRevision(Section section, @Nullable Integer expected) {
    if (expected == null || expected == section.revision()) return;
    throw conflict(
        "expectedRevision",
        section.name()
            + " is at revision "
            + section.revision()
            + " by now. Look at it, then send the command again with that number.");
  }

  private static Refused unknown(Page page, String name) {
    String there = String.join(", ", page.sections().stream().map(Section::name).toList());
    return invalid("section", "there is no " + name + ". The page has: " + there + ".");
  }

  private static Refused invalid(String field, String message) {
    return new Refused(Reason.INVALID, field, message);
  }

  private static Refused conflict(String field, String message) {
    return new Refused(Reason.CONFLICT, field, message);
  }
}
