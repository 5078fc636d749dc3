package pageloom.app;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pageloom.page.Command;
import pageloom.page.PagePlanner;
import pageloom.plan.Plan;
import pageloom.plan.PlanRequest;
import pageloom.plan.Planner;
import pageloom.plan.SectionPlan;
import pageloom.plan.Theme;
import pageloom.plan.ThemeChoices;
import pageloom.plan.Themes;
import pageloom.plan.UnknownChoice;

/// What pages may consist of and look like: the planner and the themes, for the engine.
record Catalogue(Planner planner, ThemeChoices themes) implements PagePlanner {
  @Override
  public Plan plan(PlanRequest request) {
    return planner.plan(request);
  }

  @Override
  public SectionPlan section(Plan page, String name, Collection<String> taken) {
    return planner.section(page, name, taken);
  }

  @Override
  public Theme restyled(Theme now, Command.Restyle wish) {
    return new Theme(
        part("theme.palette", wish.palette(), now.palette(), themes.palettes()),
        part("theme.mode", wish.mode(), now.mode(), ThemeChoices.MODES),
        part("theme.type", wish.type(), now.type(), themes.types()),
        part("theme.radius", wish.radius(), now.radius(), ThemeChoices.RADII),
        part("theme.density", wish.density(), now.density(), ThemeChoices.DENSITIES));
  }

  private static String part(
      String field, @Nullable String wish, String now, List<String> choices) {
    if (wish == null) return now;
    if (!choices.contains(wish)) throw new UnknownChoice(field, choices);
    return wish;
  }

  @Override
  public String css(Theme theme) {
    return Themes.rootCss(theme);
  }
}
