package pageloom.page;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Commands that were given to this process, until they are carried out here or elsewhere. Whoever
/// carries one out here says so; for the others the log is asked. Thread-safe.
final class Orders {
  /// How long a command may take to be carried out.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final Duration FIRST_LOOK = Duration.ofMillis(20);
  private static final Duration LATER_LOOKS = Duration.ofMillis(250);

  private final PageLog log;
  private final CommandReader reader;
  private final ConcurrentHashMap<String, Given> given = new ConcurrentHashMap<>();

  private record Given(Command.Order order, CompletableFuture<Long> done) {}

  Orders(PageLog log, CommandReader reader) {
    this.log = log;
    this.reader = reader;
  }

  /// Has a command carried out, by whomever.
  ///
  /// @param called tells those who may work on the page
  /// @return the page's last seq after it
  long await(PageId page, Command.Order order, Runnable called) throws InterruptedException {
    var mine = new Given(order, new CompletableFuture<>());
    Given first = given.putIfAbsent(order.id(), mine);
    CompletableFuture<Long> done = first == null ? mine.done() : first.done();
    try {
      if (!log.submit(page, order)) throw new PageEngine.NoSuchPage();
      called.run();
      Instant deadline = Instant.now().plus(PATIENCE);
      for (Duration look = FIRST_LOOK; Instant.now().isBefore(deadline); look = longer(look)) {
        Optional<Long> seq = carriedOut(page, order);
        if (seq.isPresent()) return seq.get();
        try {
          long soon = done.get(look.toMillis(), TimeUnit.MILLISECONDS);
          // Another order of the same id may be the one that was carried out.
          if (first == null) return soon;
        } catch (TimeoutException notHere) {
          if (log.find(page).isEmpty()) throw new PageEngine.NoSuchPage();
        }
      }
      throw new StorageException.Unavailable("nobody carries the command out in time");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refusal) throw refusal;
      throw new IllegalStateException(e.getCause());
    } finally {
      given.remove(order.id(), mine);
    }
  }

  private static Duration longer(Duration look) {
    Duration twice = look.multipliedBy(2);
    return twice.compareTo(LATER_LOOKS) < 0 ? twice : LATER_LOOKS;
  }

  /// Where the log says so.
  private Optional<Long> carriedOut(PageId page, Command.Order order) {
    Optional<PageLog.Applied> applied = log.order(order.id());
    if (applied.isPresent()) {
      if (applied.get().page().equals(page) && applied.get().json().equals(order.json())) {
        return Optional.of(applied.get().seq());
      }
      throw Command.Refused.idInUse();
    }
    log.refusal(order.id())
        .ifPresent(refused -> {
          throw refused;
        });
    return Optional.empty();
  }

  /// What waits, as whoever gave it said it, or as its body reads.
  ///
  /// @throws RuntimeException where a body can't be read, as one from a newer version
  Command.Order order(PageLog.Waiting waiting) {
    Given here = given.get(waiting.id());
    if (here != null && here.order().json().equals(waiting.json())) return here.order();
    return new Command.Order(waiting.id(), waiting.json(), reader.read(waiting.json()));
  }

  void applied(String id, long seq) {
    Given here = given.get(id);
    if (here != null) here.done().complete(seq);
  }

  void refused(String id, RuntimeException why) {
    Given here = given.get(id);
    if (here != null) here.done().completeExceptionally(why);
  }
}
