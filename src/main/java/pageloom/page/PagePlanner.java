package pageloom.page;

import java.util.Collection;
import pageloom.plan.Plan;
import pageloom.plan.PlanRequest;
import pageloom.plan.SectionPlan;
import pageloom.plan.Theme;

/// The port to whoever decides what pages consist of and how they look. Pure functions.
public interface PagePlanner {
  /// Plans a whole page.
  ///
  /// @throws pageloom.plan.UnknownChoice where the request names what is not there
  Plan plan(PlanRequest request);

  /// Plans one more section of a page.
  ///
  /// @param name what a person calls it
  /// @param taken names that the page has or had, which the new one differs from
  SectionPlan section(Plan page, String name, Collection<String> taken);

  /// The theme with the parts that are named.
  ///
  /// @throws pageloom.plan.UnknownChoice where one of them is not there
  Theme restyled(Theme theme, Command.Restyle wish);

  /// Style rules that give a theme's variables their values.
  String css(Theme theme);
}
