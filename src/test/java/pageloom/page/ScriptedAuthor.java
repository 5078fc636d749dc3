package pageloom.page;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// An author whose every section waits until the test lets it go, and says what the test wants.
public final class ScriptedAuthor implements SectionAuthor {
  private final Map<String, Semaphore> gates = new ConcurrentHashMap<>();
  private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
  private final Semaphore begun = new Semaphore(0);
  private volatile boolean open;

  /// The sections begun, in order.
  final Queue<String> calls = new ConcurrentLinkedQueue<>();

  /// An author that lets everything through.
  public static ScriptedAuthor free() {
    var author = new ScriptedAuthor();
    author.open = true;
    return author;
  }

  void finish(String section) {
    gate(section).release();
  }

  /// Lets everything through from now on.
  void openAll() {
    open = true;
    gates.values().forEach(gate -> gate.release(100));
  }

  public ScriptedAuthor with(String section, Outcome outcome) {
    outcomes.put(section, outcome);
    return this;
  }

  void awaitBegun(int sections) throws InterruptedException {
    begun.acquire(sections);
  }

  private Semaphore gate(String section) {
    return gates.computeIfAbsent(section, name -> new Semaphore(0));
  }

  @Override
  public Outcome write(Job job, Desk desk) throws InterruptedException {
    String name = job.section().name();
    calls.add(name);
    begun.release();
    if (!open) gate(name).acquire();
    Outcome outcome = outcomes.get(name);
    if (outcome != null) return outcome;
    return new Written("<p>" + name + "</p>", "code of " + name, List.of(), "pattern", null);
  }
}
