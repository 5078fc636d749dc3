package pageloom.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Semaphore;
import pageloom.page.SectionAuthor;
import pageloom.page.Spend;

/// An author that does all that one which asks a model can do: it pays, shows drafts, waits, fails
/// (sections called `Broken`). Sections called `Pricing` go on step by step, when the test lets
/// them.
final class CostlyAuthor implements SectionAuthor {
  private final Semaphore steps = new Semaphore(0);

  /// Lets `Pricing` do its next step: a draft, a wait, its end.
  void step() {
    steps.release();
  }

  @Override
  public boolean followsInstructions() {
    return true;
  }

  @Override
  public String model(Job job) {
    return "m/one";
  }

  @Override
  public Outcome write(Job job, Desk desk) throws InterruptedException {
    String name = job.section().name();
    String reservation = desk.reserve("m/one", new BigDecimal("0.02"));
    if (name.equals("Pricing")) {
      steps.acquire();
      desk.draft(new Draft("<p>" + name, 7, new BigDecimal("0.0001")));
      steps.acquire();
      desk.waiting("The endpoint asks for patience.", Instant.EPOCH);
      steps.acquire();
    }
    BigDecimal cost = new BigDecimal("0.0003");
    desk.used(new Spend(reservation, "m/one", 10, 20, cost, true, "completed"));
    if (name.equals("Broken")) return new Refused("no markup came", List.of("no root element"));
    return new Written("<p>" + name + "</p>", "code of " + name, List.of(), "model", "m/one");
  }
}
