package pageloom.page;

import java.util.List;
import pageloom.plan.Plan;
import pageloom.plan.SectionPlan;

/// Writes sections. Called on a virtual thread of its own, so it may block; an interrupt means that
/// nobody wants the result any more.
public interface SectionAuthor {
  /// Makes one section.
  Outcome write(Job job) throws InterruptedException;

  /// What to make.
  ///
  /// @param section one of the plan's
  /// @param outputFormat name of the format of the code
  record Job(PageId page, Plan plan, SectionPlan section, String outputFormat) {}

  /// What came of it.
  sealed interface Outcome {}

  /// A section that may be shown: sanitized and converted.
  record Written(String html, String code, List<String> dependencies, String author)
      implements Outcome {
    public Written {
      dependencies = List.copyOf(dependencies);
    }
  }

  /// No section, and no use in trying again by itself.
  ///
  /// @param message why, in words for a person
  record Refused(String message) implements Outcome {}
}
