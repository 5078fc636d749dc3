package pageloom.plan;

import java.util.List;

/// Everything decided about a page before its first section is made.
///
/// @param pageType id of the page type, e.g. `saas`
/// @param title what the page is called in lists
/// @param brief what its sections agree on
/// @param sections in the order of the page, at least one
public record Plan(String pageType, String title, Brief brief, List<SectionPlan> sections) {
  public Plan {
    sections = List.copyOf(sections);
    if (sections.isEmpty()) throw new IllegalArgumentException("a plan has at least one section");
  }
}
