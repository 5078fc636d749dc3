package pageloom.metrics;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pageloom.page.SectionAuthor;
import pageloom.page.Spend;

/// An author whose models are timed.
final class MeteredAuthor implements SectionAuthor {
  private final SectionAuthor author;
  private final Metrics metrics;

  MeteredAuthor(SectionAuthor author, Metrics metrics) {
    this.author = author;
    this.metrics = metrics;
  }

  @Override
  public Outcome write(Job job, Desk desk) throws InterruptedException {
    return author.write(job, new MeteredDesk(desk, metrics));
  }

  @Override
  public @Nullable String model(Job job) {
    return author.model(job);
  }

  @Override
  public Spend settled(String generationId, Spend estimate) throws InterruptedException {
    return author.settled(generationId, estimate);
  }

  @Override
  public boolean followsInstructions() {
    return author.followsInstructions();
  }

  private record MeteredDesk(Desk desk, Metrics metrics) implements Desk {
    @Override
    public void answered(Duration toFirstToken) {
      metrics.firstToken.observe(Metrics.seconds(toFirstToken));
      desk.answered(toFirstToken);
    }

    @Override
    public String reserve(String model, BigDecimal worstCaseUsd) {
      return desk.reserve(model, worstCaseUsd);
    }

    @Override
    public void identified(String reservation, String generationId) {
      desk.identified(reservation, generationId);
    }

    @Override
    public void release(String reservation) {
      desk.release(reservation);
    }

    @Override
    public void used(Spend spend) {
      desk.used(spend);
    }

    @Override
    public void used(Spend estimate, String generationId) {
      desk.used(estimate, generationId);
    }

    @Override
    public boolean watched() {
      return desk.watched();
    }

    @Override
    public void draft(Draft draft) {
      desk.draft(draft);
    }

    @Override
    public void waiting(String reason, Instant until) {
      desk.waiting(reason, until);
    }
  }
}
