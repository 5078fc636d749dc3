import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sqlite.SQLiteDataSource;
import pageloom.page.NewPage;
import pageloom.page.Page;
import pageloom.page.PageEvent;
import pageloom.page.PageId;
import pageloom.page.PageLog;
import pageloom.page.PageRequest;
import pageloom.page.SectionContent;
import pageloom.plan.PageTypes;
import pageloom.plan.Plan;
import pageloom.plan.PlanRequest;
import pageloom.plan.Planner;
import pageloom.plan.SectionKinds;
import pageloom.plan.ThemeChoices;
import pageloom.plan.Themes;
import pageloom.store.JdbcPageLog;
import pageloom.store.SqliteDatabase;

/// Durable appends a second on SQLite with `synchronous=FULL`: the page log as it is, with as many
/// pages being written to at once as the row says, against a plain program that gives each event a
/// transaction of its own (the same two statements, prepared once, on one connection). In turn, in
/// one run. Run it with bench/appends.
public final class Appends {
  private static final Logger QUIET = Logger.getLogger("com.zaxxer.hikari");
  private static final int ROUNDS = 5;
  private static final long ROUND_NANOS = 3_000_000_000L;
  private static final int[] WRITERS = {1, 16, 64, 256};

  private Appends() {}

  public static void main(String[] arguments) throws Exception {
    QUIET.setLevel(Level.WARNING);
    for (int bytes : new int[] {100, 10_000}) {
      Path folder = Files.createTempDirectory("appends");
      try {
        measure(folder, bytes);
      } finally {
        delete(folder);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    }
  }

  private static void measure(Path folder, int bytes) throws Exception {
    double[][] rates = new double[WRITERS.length + 1][ROUNDS];
    try (SqliteDatabase database = SqliteDatabase.open(Files.createDirectory(folder.resolve("log")));
        var plain = new Plain(folder.resolve("plain.db"), bytes)) {
      var log = new JdbcPageLog(database, InstantSource.system());
      PageEvent event = event(bytes);
      // The first round warms up and does not count.
      for (int round = -1; round < ROUNDS; round++) {
        double one = plain.rate();
        if (round >= 0) rates[0][round] = one;
        for (int i = 0; i < WRITERS.length; i++) {
          double many = rate(log, event, WRITERS[i]);
          if (round >= 0) rates[i + 1][round] = many;
        }
      }
    }
    System.out.printf(
        "%nEvents of %,d bytes; %d rounds of %d s%n", bytes, ROUNDS, ROUND_NANOS / 1_000_000_000L);
    System.out.printf("%-44s %10s %10s %10s %8s%n", "appends a second", "median", "least", "most", "times");
    double base = median(rates[0]);
    for (int i = 0; i < rates.length; i++) {
      double[] sorted = rates[i].clone();
      Arrays.sort(sorted);
      String name = i == 0 ? "one commit an event" : "page log, pages at once: " + WRITERS[i - 1];
      System.out.printf(
          "%-44s %,10.0f %,10.0f %,10.0f %8.1f%n",
          name, median(rates[i]), sorted[0], sorted[ROUNDS - 1], median(rates[i]) / base);
    }
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static PageEvent event(int bytes) {
    if (bytes < 1_000) return new PageEvent.SectionStarted("Hero", 1, "provider/a-model");
    String half = "x".repeat(bytes / 2);
    return new PageEvent.SectionCompleted(
        new SectionContent("Hero", 0, "hero", half, half, List.of(), "model", "m", "r", 1), 1);
  }

  /// Appends on pages of their own, each waiting for its last append as a page's thread does.
  private static double rate(PageLog log, PageEvent event, int writers) throws Exception {
    var planner =
        new Planner(
            PageTypes.load(),
            SectionKinds.load(),
            new ThemeChoices(Themes.palettes(), Themes.types()));
    String prompt = "Build a modern SaaS landing page";
    Plan plan = planner.plan(new PlanRequest(prompt, null, List.of(), null, null, null, null, null, 0));
    var request = new PageRequest(prompt, "react", 1, null, Map.of(), null, "request");
    List<PageId> pages = new ArrayList<>();
    Page state = null;
    for (int i = 0; i < writers; i++) {
      var id = PageId.random();
      PageEvent init = new PageEvent.Init(id, "saas", List.of("Hero"), plan.brief().theme(), "");
      log.create(new NewPage(id, "local", request, plan, Instant.now(), Optional.empty()), List.of(init));
      pages.add(id);
      if (state == null) state = log.page(id);
    }
    var then = new PageLog.Entries(List.of(event), state, null);
    var appended = new LongAdder();
    long from = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (PageId id : pages) {
        running.add(
            threads.submit(() -> {
              for (long seq = 1; System.nanoTime() - from < ROUND_NANOS; seq++) {
                log.append(id, new PageLog.Grip(1, seq), then);
                appended.increment();
              }
            }));
      }
      for (Future<?> one : running) one.get();
    }
    double rate = appended.sum() / ((System.nanoTime() - from) / 1e9);
    for (PageId id : pages) log.delete(id);
    return rate;
  }

  /// One commit an event.
  private static final class Plain implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;
    private final PreparedStatement update;
    private final PreparedStatement insert;
    private final String json;
    private long seq;

    Plain(Path file, int bytes) throws Exception {
      json = "x".repeat(bytes);
      var source = new SQLiteDataSource();
      source.setUrl("jdbc:sqlite:" + file);
      connection = source.getConnection();
      statement = connection.createStatement();
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("CREATE TABLE page (id TEXT PRIMARY KEY, last_seq INTEGER, epoch INTEGER)");
      statement.execute(
          "CREATE TABLE page_event (page_id TEXT, seq INTEGER, type TEXT, json TEXT, at INTEGER,"
              + " PRIMARY KEY (page_id, seq)) WITHOUT ROWID");
      statement.execute("INSERT INTO page VALUES ('page', 0, 1)");
      update =
          connection.prepareStatement(
              "UPDATE page SET last_seq = last_seq + 1 WHERE id = 'page' AND epoch = 1");
      insert = connection.prepareStatement("INSERT INTO page_event VALUES ('page', ?, 'status', ?, ?)");
    }

    double rate() throws Exception {
      long from = System.nanoTime();
      long before = seq;
      while (System.nanoTime() - from < ROUND_NANOS) {
        statement.execute("BEGIN IMMEDIATE");
        update.executeUpdate();
        insert.setLong(1, ++seq);
        insert.setString(2, json);
        insert.setLong(3, System.currentTimeMillis());
        insert.executeUpdate();
        statement.execute("COMMIT");
      }
      return (seq - before) / ((System.nanoTime() - from) / 1e9);
    }

    @Override
    public void close() throws Exception {
      connection.close();
    }
  }
}
