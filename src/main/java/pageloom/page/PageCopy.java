package pageloom.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pageloom.plan.Plan;

/// A page made of another: the same plan, order, look and contents, without its past.
record PageCopy(PageRecord original, Page page) {
  private static final int MAX_TITLE = 80;

  NewPage page(String owner, String requestId, Instant now) {
    PageRequest asked = original.request();
    var request =
        new PageRequest(
            asked.prompt(),
            asked.outputFormat(),
            asked.parallelism(),
            asked.model(),
            asked.sectionModels(),
            asked.budgetUsd(),
            requestId);
    Plan plan = page.plan(original.plan());
    String title = "Copy of " + (page.title() == null ? plan.title() : page.title());
    String kept = title.length() <= MAX_TITLE ? title : title.substring(0, MAX_TITLE);
    var copied = new Plan(plan.pageType(), kept, plan.brief(), plan.sections());
    return new NewPage(PageId.random(), owner, request, copied, now, Optional.empty());
  }

  /// What has happened to the copy already. What was not done is not wanted of the copy either.
  List<PageEvent> events() {
    List<PageEvent> events = new ArrayList<>();
    for (Section section : page.sections()) {
      SectionContent content = section.content();
      if (content == null) events.add(new PageEvent.SectionRemoved(section.name()));
      else events.add(new PageEvent.SectionEdited(content, 1, null, List.of()));
    }
    return events;
  }
}
