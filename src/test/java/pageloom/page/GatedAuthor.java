package pageloom.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/// An author whose every attempt waits for the test to say how it ends, and costs what that says.
final class GatedAuthor implements SectionAuthor {
  private static final BigDecimal WORST = new BigDecimal("0.02");

  private final Map<String, CompletableFuture<End>> waiting = new ConcurrentHashMap<>();

  private final Map<String, Integer> begun = new ConcurrentHashMap<>();

  /// How often a section was begun.
  int begun(String section) {
    return begun.getOrDefault(section, 0);
  }

  /// How an attempt ends.
  ///
  /// @param html what was made, or null for a failure
  record End(String html, BigDecimal costUsd) {}

  /// Who waits right now.
  Set<String> waiting() {
    return new TreeSet<>(waiting.keySet());
  }

  void end(String section, End end) {
    CompletableFuture<End> gate = waiting.remove(section);
    if (gate == null) throw new AssertionError(section + " is not in flight");
    gate.complete(end);
  }

  /// Lets everybody go, as if the process had died: nobody hears what they say.
  void abandon() {
    waiting.values().forEach(gate -> gate.complete(new End("", BigDecimal.ZERO)));
    waiting.clear();
  }

  @Override
  public boolean followsInstructions() {
    return true;
  }

  @Override
  public Outcome write(Job job, Desk desk) throws InterruptedException {
    String reservation = desk.reserve("m/one", WORST);
    var gate = new CompletableFuture<End>();
    waiting.put(job.section().name(), gate);
    begun.merge(job.section().name(), 1, Integer::sum);
    try {
      End end = gate.get();
      desk.used(spend(reservation, end.costUsd(), "completed"));
      return end.html().isEmpty()
          ? new Refused("it failed")
          : new Written(end.html(), "code", List.of(), "model", "m/one");
    } catch (InterruptedException stopped) {
      waiting.remove(job.section().name(), gate);
      desk.used(spend(reservation, new BigDecimal("0.001"), "cancelled"));
      throw stopped;
    } catch (ExecutionException never) {
      throw new AssertionError(never);
    }
  }

  private static Spend spend(String reservation, BigDecimal cost, String outcome) {
    return new Spend(reservation, "m/one", 10, 10, cost, false, outcome);
  }
}
