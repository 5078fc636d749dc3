package pageloom.page;

import java.util.List;
import pageloom.plan.SectionPlan;

/// The port to whoever makes a person's markup a section: sanitized and converted.
@FunctionalInterface
public interface SectionEditor {
  /// Sanitizes and converts.
  ///
  /// @param html anything
  /// @throws Command.Refused where nothing that can be shown is left
  Edited edit(SectionPlan section, String html, String outputFormat);

  /// A person's section.
  ///
  /// @param removed what was taken out, e.g. `<script>`
  record Edited(String html, String code, List<String> removed) {
    public Edited {
      removed = List.copyOf(removed);
    }
  }
}
