package pageloom.page;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pageloom.plan.SectionPlan;
import pageloom.plan.Theme;

/// Something that happened to a page. A page's log is a list of these; its state is their fold; the
/// wire shows each as the JSON that [PageJson] gives it.
public sealed interface PageEvent {
  /// The page exists and its sections are known by name.
  ///
  /// @param themeCss the rules that give the theme's variables their values
  record Init(PageId id, String pageType, List<String> sections, Theme theme, String themeCss)
      implements PageEvent {
    public Init {
      sections = List.copyOf(sections);
    }
  }

  /// An attempt at a section began.
  ///
  /// @param attempt 1 for the first
  /// @param model the one that is asked, or null where no model writes
  record SectionStarted(String section, int attempt, @Nullable String model) implements PageEvent {}

  /// An author paid for something, whatever came of it: one call to a model.
  ///
  /// @param section what it was for
  /// @param attempt the section's attempt it belongs to
  /// @param spend what it used
  record Usage(String section, int attempt, Spend spend) implements PageEvent {}

  /// A section is done.
  ///
  /// @param revision of this content; counts every content that the section ever had
  record SectionCompleted(SectionContent content, int revision) implements PageEvent {}

  /// A section came too late: somebody had changed it meanwhile. It is kept beside what is shown.
  record SectionKept(SectionContent content, int revision) implements PageEvent {}

  /// A person changed a section, or brought an earlier revision back.
  ///
  /// @param restoredFrom the revision that was brought back, or null
  /// @param removed what the sanitizer took out of a person's markup, e.g. `<script>`
  record SectionEdited(
      SectionContent content, int revision, @Nullable Integer restoredFrom, List<String> removed)
      implements PageEvent {
    public SectionEdited {
      removed = List.copyOf(removed);
    }
  }

  /// Somebody wants a section to be made, again or for the first time.
  ///
  /// @param reason `retry`, `rewrite` or `add`
  /// @param command the command that says what is wanted
  /// @param model the model asked for, or null for the one it had
  record SectionRequested(String section, String reason, String command, @Nullable String model)
      implements PageEvent {}

  /// There is another section.
  ///
  /// @param order its place, from 0
  /// @param plan what it is, or null for one that was removed and is back
  record SectionAdded(String section, int order, @Nullable SectionPlan plan) implements PageEvent {}

  /// A section is no part of the page any more; what it was is kept.
  record SectionRemoved(String section) implements PageEvent {}

  /// A section stands elsewhere.
  record SectionMoved(String section, int order) implements PageEvent {}

  /// The page looks different.
  ///
  /// @param css the rules that give the theme's variables their values
  record ThemeChanged(Theme theme, String css) implements PageEvent {}

  /// No further section is begun.
  ///
  /// @param stopped sections that were in the making and wait again
  record Paused(List<String> stopped) implements PageEvent {
    public Paused {
      stopped = List.copyOf(stopped);
    }
  }

  /// The page goes on.
  record Resumed() implements PageEvent {}

  /// What was left to do is not done.
  ///
  /// @param stopped sections that were in the making
  record Cancelled(List<String> stopped) implements PageEvent {
    public Cancelled {
      stopped = List.copyOf(stopped);
    }
  }

  /// The page has another title.
  record Renamed(String title) implements PageEvent {}

  /// The page may cost another amount.
  record BudgetChanged(BigDecimal budgetUsd) implements PageEvent {}

  /// A section failed for good; the page goes on with the next.
  ///
  /// @param message why, in words for a person
  /// @param findings what was wrong with the markup in the end, for whoever knows markup
  record SectionFailed(String section, String message, List<String> findings) implements PageEvent {
    public SectionFailed {
      findings = List.copyOf(findings);
    }
  }

  /// Nothing is left to do.
  record Completed(int completed, int failed) implements PageEvent {}
}
