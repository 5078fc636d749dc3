package pageloom.page;

import java.math.BigDecimal;
import pageloom.plan.Plan;

/// What authors are told to make, from a page as it is. Belongs to the page's thread.
record Jobs(PageEngine.Ports ports, PageRecord record) {
  /// What to make of a section.
  ///
  /// @param plan the page's as it is now
  SectionAuthor.Job of(Page page, Plan plan, Section section) {
    PageEvent.SectionRequested request = section.request();
    String model = record.request().modelOf(section.name());
    if (section.attempt().model() != null) model = section.attempt().model();
    if (request != null && request.model() != null) model = request.model();
    return new SectionAuthor.Job(
        record.id(),
        record.request().prompt(),
        plan,
        plan.sections().get(page.order(section.name())),
        record.request().outputFormat(),
        model,
        wish(section));
  }

  /// What a person said when they asked for it; the words are with the command.
  private SectionAuthor.Wish wish(Section section) {
    PageEvent.SectionRequested request = section.request();
    if (request == null) return new SectionAuthor.Wish(null, null, section.requests());
    String instruction =
        ports.log().order(request.command()).map(o -> PageJson.instruction(o.json())).orElse(null);
    SectionContent present = request.reason().equals("rewrite") ? section.content() : null;
    return new SectionAuthor.Wish(
        instruction, present == null ? null : present.html(), section.requests());
  }

  /// Who pays for a page, and within what.
  Ledger.Purse purse(Page page) {
    BigDecimal own = page.budgetUsd() != null ? page.budgetUsd() : record.request().budgetUsd();
    Ledger.Budgets budgets = own == null ? ports.budgets() : ports.budgets().forPage(own);
    return new Ledger.Purse(record.id(), record.owner(), budgets);
  }
}
