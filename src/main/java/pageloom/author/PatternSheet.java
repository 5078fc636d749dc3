package pageloom.author;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pageloom.markup.CodeFormat;
import pageloom.plan.PageTypes;
import pageloom.plan.Plan;
import pageloom.plan.PlanRequest;
import pageloom.plan.Planner;
import pageloom.plan.SectionKind;
import pageloom.plan.SectionKinds;
import pageloom.plan.SectionPlan;
import pageloom.plan.Themes;

/// Every pattern once, with words that it ships with, and every signature at the end of a hero or a
/// footer.
public final class PatternSheet {
  private static final int SEEDS = 200;

  private final Planner planner;
  private final PatternAuthor author;
  private final List<PageTypes.Choice> types;
  private final SectionKinds kinds;

  public PatternSheet(Planner planner, PatternAuthor author, PageTypes types, SectionKinds kinds) {
    this.planner = planner;
    this.author = author;
    this.types = types.choices();
    this.kinds = kinds;
  }

  /// A pattern with words.
  ///
  /// @param html sanitized
  public record Specimen(String kind, String layout, String html) {}

  /// In the order of the catalogue.
  public List<Specimen> specimens() {
    List<Specimen> specimens = new ArrayList<>();
    for (SectionKind kind : kinds.all()) {
      Plan plan = planWith(kind);
      SectionPlan section = section(plan, kind.id());
      for (String layout : kind.layouts()) {
        var drawn =
            new SectionPlan(section.name(), section.anchor(), kind.id(), layout, section.copy());
        specimens.add(new Specimen(kind.id(), layout, html(plan, drawn)));
      }
    }
    for (Signature signature : Signature.values()) specimens.add(specimen(signature));
    return specimens;
  }

  private Specimen specimen(Signature signature) {
    for (int seed = 1; seed <= SEEDS; seed++) {
      String type = Themes.types().get(seed % Themes.types().size());
      Plan plan = plan(types.get(seed % types.size()).id(), type, seed);
      for (SectionPlan section : plan.sections())
        if (Signature.of(plan.brief(), section, plan.sections())
            .filter(s -> s == signature)
            .isPresent())
          return new Specimen(
              "signature", signature.name().toLowerCase(Locale.ROOT), html(plan, section));
    }
    throw new IllegalStateException("no page shows " + signature);
  }

  private String html(Plan plan, SectionPlan section) {
    return author.write(plan, section, CodeFormat.HTML).html();
  }

  /// A page of the first type that has such a section, or else of any with one more.
  private Plan planWith(SectionKind kind) {
    for (PageTypes.Choice type : byFitness()) {
      if (type.sections().contains(kind.name())) return plan(type.id(), "grotesk", 1);
    }
    List<String> sections = List.of("Navigation", "Hero", kind.name(), "FAQ", "Footer");
    return planner.plan(
        new PlanRequest("A page", "saas", sections, null, null, "grotesk", null, null, 1));
  }

  /// Software first: its prices are for a month, so that the switch of prices has work.
  private List<PageTypes.Choice> byFitness() {
    List<PageTypes.Choice> ordered = new ArrayList<>(types);
    ordered.sort((a, b) -> Boolean.compare(b.id().equals("saas"), a.id().equals("saas")));
    return ordered;
  }

  private Plan plan(String pageType, String type, long seed) {
    return planner.plan(
        new PlanRequest("A page", pageType, List.of(), null, null, type, null, null, seed));
  }

  private static SectionPlan section(Plan plan, String kind) {
    return plan.sections().stream().filter(s -> s.kind().equals(kind)).findFirst().orElseThrow();
  }
}
