package pageloom.store;

import com.github.kagkarlsson.scheduler.Clock;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import pageloom.page.PageId;
import pageloom.page.PageScheduler;
import pageloom.page.StorageException;

/// Picks pages with db-scheduler: it picks, says that this process lives, and revives what a
/// process that says so no more has picked. Rows are made and removed in [WorkTable].
public final class JdbcPageScheduler implements PageScheduler {
  private static final System.Logger LOG = System.getLogger(JdbcPageScheduler.class.getName());

  /// A process that has been silent for four of these is dead.
  private static final Duration HEARTBEAT = Duration.ofSeconds(2);

  /// Where nobody else could notice.
  private static final Duration HEARTBEAT_ALONE = Duration.ofMinutes(10);

  /// How long a page waits to be picked where no hint came.
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final Database database;
  private final int most;
  private final String name = "pageloom-" + UUID.randomUUID();
  private @Nullable Scheduler scheduler;

  /// @param most how many pages are worked on here at once
  public JdbcPageScheduler(Database database, int most) {
    this.database = database;
    this.most = most;
  }

  @Override
  public void start(Work work) {
    database.write(sql -> {
      if (!database.shared()) WorkTable.release(sql);
      WorkTable.complete(sql);
      return true;
    });
    CustomTask<Void> task =
        Tasks.custom(WorkTable.TASK, Void.class)
            .onDeadExecutionRevive()
            .execute((page, context) -> run(work, page, context));
    Scheduler built = builder(task).build();
    scheduler = built;
    built.start();
  }

  private SchedulerBuilder builder(CustomTask<Void> task) {
    var housekeeping =
        new ScheduledThreadPoolExecutor(2, Thread.ofVirtual().name("page-scheduler-", 0).factory());
    SchedulerBuilder builder =
        Scheduler.create(database.scheduling(), task)
            .schedulerName(new SchedulerName.Fixed(name))
            .threads(most)
            .executorService(
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("page-", 0).factory()))
            .dueExecutor(
                Executors.newSingleThreadExecutor(
                    Thread.ofVirtual().name("page-scheduler-due").factory()))
            .housekeeperExecutor(housekeeping)
            .pollingInterval(LOOK)
            .heartbeatInterval(database.shared() ? HEARTBEAT : HEARTBEAT_ALONE)
            .missedHeartbeatsLimit(4)
            .jdbcCustomization(customization())
            .shutdownMaxWait(Duration.ofSeconds(5))
            .failureLogging(LogLevel.ERROR, true)
            .clock(new DatabaseTime(database));
    return database.shared()
        ? builder.pollUsingLockAndFetch(0.5, 1)
        : builder.pollUsingFetch(0.5, 1);
  }

  /// db-scheduler's clock, so that processes whose clocks differ agree on who is alive.
  private record DatabaseTime(Database database) implements Clock {
    @Override
    public Instant now() {
      return database.clock().instant();
    }
  }

  private JdbcCustomization customization() {
    return database.shared() ? new MillisColumns.Postgres() : new MillisColumns.Sqlite();
  }

  /// @return what leaves the row alone: it is given back or removed by then
  private CompletionHandler<Void> run(
      Work work, TaskInstance<Void> task, ExecutionContext context) {
    var page = new PageId(task.getId());
    var pick = new Pick(name, context.getExecution().version);
    if (!work.run(page, pick)) {
      try {
        database.write(sql -> {
          WorkTable.giveBack(sql, page, pick, database.clock().instant());
          return true;
        });
      } catch (StorageException gone) {
        // It counts as ours until it counts as dead, or until the next start.
        LOG.log(
            System.Logger.Level.WARNING,
            "page {0}: can''t be given back: {1}",
            page,
            gone.getMessage());
      }
    }
    return (complete, operations) -> {};
  }

  @Override
  public void wake() {
    Scheduler picking = scheduler;
    if (picking != null) picking.triggerCheckForDueExecutions();
  }

  @Override
  public void pause() {
    Scheduler picking = scheduler;
    if (picking != null) picking.pause();
  }

  @Override
  public void close() {
    Scheduler stopping = scheduler;
    if (stopping != null) stopping.stop();
    scheduler = null;
  }
}
