package pageloom.page;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks into the log once a second, where other processes write to it too: for events of pages
/// that somebody views here, commands for pages that are worked on here, and pages that another
/// process has taken over. Hints make all that faster; this makes it certain.
final class Watch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Watch.class.getName());
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final PageLog log;
  private final PageFeed feed;
  private final PageBus bus;
  private final Map<PageId, Worker> workers;
  private @Nullable Thread thread;

  Watch(PageLog log, PageFeed feed, PageBus bus, Map<PageId, Worker> workers) {
    this.log = log;
    this.feed = feed;
    this.bus = bus;
    this.workers = workers;
  }

  /// Begins, unless there are no others.
  void start() {
    if (bus.equals(PageBus.NONE)) return;
    thread = Thread.ofVirtual().name("page-watch").start(this::loop);
  }

  private void loop() {
    boolean failing = false;
    while (true) {
      try {
        Thread.sleep(INTERVAL);
        look();
        failing = false;
      } catch (InterruptedException closed) {
        return;
      } catch (StorageException gone) {
        if (!failing) LOG.log(System.Logger.Level.WARNING, "can''t look: {0}", gone.getMessage());
        failing = true;
      }
    }
  }

  private void look() {
    Set<PageId> viewed = feed.viewed();
    Set<PageId> all = new HashSet<>(viewed);
    all.addAll(workers.keySet());
    Map<PageId, PageLog.Grip> grips = log.grips(all);
    workers.forEach((id, worker) -> {
      PageLog.Grip now = grips.get(id);
      // One that began after the look is not among them.
      if (now != null && worker.supersededBy(now.epoch())) worker.interrupt();
      if (now == null && all.contains(id)) worker.interrupt();
    });
    for (PageId id : viewed) {
      PageLog.Grip now = grips.get(id);
      if (now == null) feed.halt(id, PageEngine.DELETED);
      else feed.grown(id, now.seq());
      if (feed.heardHere(id) && !workers.containsKey(id)) bus.listening(id);
    }
    feed.forgetElsewhere();
    for (PageId id : log.waiting()) {
      Worker worker = workers.get(id);
      if (worker != null) worker.news().add(new News.Called());
    }
  }

  @Override
  public void close() {
    Thread watching = thread;
    if (watching == null) return;
    watching.interrupt();
    try {
      watching.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
