package pageloom.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import pageloom.author.PatternAuthor;
import pageloom.author.PatternLibrary;
import pageloom.markup.CodeFormat;
import pageloom.markup.Sanitizer;
import pageloom.plan.PageTypes;
import pageloom.plan.Plan;
import pageloom.plan.PlanRequest;
import pageloom.plan.Planner;
import pageloom.plan.SectionKinds;
import pageloom.plan.SectionPlan;
import pageloom.plan.ThemeChoices;
import pageloom.plan.Themes;

/// All that pages can be made of without a model, read from the application's own files.
record Repertoire(
    PageTypes types,
    SectionKinds kinds,
    ThemeChoices themes,
    Planner planner,
    Sanitizer sanitizer,
    PatternAuthor patterns) {

  /// Begins to read it, on a thread of its own: that takes as long as to open a database.
  static CompletableFuture<Repertoire> loading() {
    return CompletableFuture.supplyAsync(
        Repertoire::load, work -> Thread.ofVirtual().name("repertoire").start(work));
  }

  private static Repertoire load() {
    PageTypes types = PageTypes.load();
    SectionKinds kinds = SectionKinds.load();
    var themes = new ThemeChoices(Themes.palettes(), Themes.types());
    var planner = new Planner(types, kinds, themes);
    var sanitizer = new Sanitizer();
    var patterns = new PatternAuthor(new PatternLibrary(), kinds, sanitizer);
    return new Repertoire(types, kinds, themes, planner, sanitizer, patterns);
  }

  /// Makes a page for nobody, so that the first person does not wait for classes and templates to
  /// load.
  void warmUp() {
    var wish = new PlanRequest("A page", null, List.of(), null, null, null, null, null, 0);
    Plan plan = planner.plan(wish);
    for (SectionPlan section : plan.sections()) patterns.write(plan, section, CodeFormat.REACT);
  }
}
