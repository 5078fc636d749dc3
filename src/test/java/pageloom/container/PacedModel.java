package pageloom.container;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import pageloom.author.LoopbackModel;
import pageloom.author.ModelPages;
import pageloom.plan.Plan;

/// A model that writes a faultless section for each call, and can be held: then an answer waits
/// until the test lets it go. What a viewer has seen by then was written before the rest was made.
final class PacedModel implements AutoCloseable {
  private static final Plan PLAN = ModelPages.plan(ModelPages.PROMPT);
  private static final Map<String, String> GOOD = ModelPages.fragments(ModelPages.PROMPT);
  private static final int ALL = 1_000_000;

  private final LoopbackModel model = new LoopbackModel(this::answer);
  private volatile Semaphore gate = new Semaphore(ALL);

  PacedModel() throws IOException {}

  /// The settings that connect it.
  Map<String, String> settings() {
    return Map.of("PAGELOOM_BASE_URL", model.base().toString(), "PAGELOOM_MODEL", "loop/one");
  }

  /// From now on each answer takes one permit.
  Semaphore hold() {
    var held = new Semaphore(0);
    gate = held;
    return held;
  }

  /// Lets go what is held, and whatever comes.
  void free() {
    Semaphore held = gate;
    gate = new Semaphore(ALL);
    held.release(ALL);
  }

  private LoopbackModel.Answer answer(LoopbackModel.Request request) {
    try {
      if (!gate.tryAcquire(60, TimeUnit.SECONDS)) {
        return new LoopbackModel.Status(400, "{\"error\":{\"message\":\"held too long\"}}", "");
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    String fragment = GOOD.get(ModelPages.section(request, PLAN));
    return new LoopbackModel.Text(
        "<<<SECTION\n" + fragment + "\nSECTION>>>", "stop", BigDecimal.ZERO, 5);
  }

  @Override
  public void close() {
    free();
    model.close();
  }
}
