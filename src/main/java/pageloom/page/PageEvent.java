package pageloom.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
  record SectionCompleted(SectionContent content) implements PageEvent {}

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
