package pageloom.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import pageloom.store.JdbcLedger;
import pageloom.store.JdbcPageLog;
import pageloom.store.JdbcPageScheduler;
import pageloom.store.SqliteDatabase;

/// Random interleavings of commands, completions, failures and crashes on a real log and a real
/// ledger, compared after each step with a model that has neither.
final class CommandModelTest {
  private static final Ledger.Budgets AMPLE =
      new Ledger.Budgets(
          new BigDecimal("1000"), new BigDecimal("100000"), new BigDecimal("100000"));
  private static final List<String> NAMES = List.of("A", "B", "C", "New", "New2");

  private static Path folder;
  private static SqliteDatabase database;
  private static JdbcLedger ledger;

  /// One step.
  ///
  /// @param kind what happens
  /// @param name index of the section that it is about
  /// @param number a revision or a place
  record Step(Kind kind, int name, int number) {
    String section() {
      return NAMES.get(name);
    }
  }

  enum Kind {
    FINISH,
    FINISH_MORE,
    FAIL,
    CRASH,
    PAUSE,
    PAUSE_STOPPING,
    RESUME,
    CANCEL,
    RETRY,
    REWRITE,
    WRITE,
    WRITE_STALE,
    RESTORE,
    REMOVE,
    MOVE,
    ADD,
    RESTYLE,
    REPEAT
  }

  @BeforeContainer
  static void open() throws IOException {
    folder = Files.createTempDirectory("command-model");
    database = SqliteDatabase.open(folder);
    ledger = new JdbcLedger(database, InstantSource.system());
  }

  @AfterContainer
  static void close() throws IOException {
    database.close();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) Files.delete(file);
    }
    Files.delete(folder);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, NAMES.size() - 1),
            Arbitraries.integers().between(0, 4))
        .as(Step::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(24);
  }

  @Property(tries = 500, shrinking = ShrinkingMode.BOUNDED)
  void the_engine_is_what_the_model_says(@ForAll("steps") List<Step> steps) throws Exception {
    try (var world = new World()) {
      for (Step step : steps) world.take(step);
      world.settle();
    }
  }

  /// A page in the engine, and the same in the model.
  private static final class World implements AutoCloseable {
    private final PageModel model = new PageModel("A", "B", "C");
    private final JdbcPageLog log = new JdbcPageLog(database, InstantSource.system());
    private RefusingLog refusing = new RefusingLog(log);
    private GatedAuthor author = new GatedAuthor();
    private PageEngine engine = engine();
    private final PageId id;
    private int written;
    private Command.@Nullable Order last;

    World() throws InterruptedException {
      id = engine.start("local", Plans.request(2), Plans.wish("A B C"), Optional.empty());
      compare("start");
    }

    private PageEngine engine() {
      var ports =
          new PageEngine.Ports(
              refusing,
              new PageFeed(refusing, PageBus.NONE),
              new JdbcPageScheduler(database, 100),
              PageBus.NONE,
              Plans.UNREADABLE,
              Plans.PLANNER,
              author,
              Plans.EDITOR,
              ledger,
              AMPLE,
              InstantSource.system());
      var fresh = new PageEngine(ports, new PageEngine.Limits(10, 10));
      fresh.resume();
      return fresh;
    }

    void take(Step step) throws InterruptedException {
      switch (step.kind()) {
        case FINISH, FINISH_MORE -> end(step, "m" + ++written);
        case FAIL -> end(step, "");
        case CRASH -> crash();
        case PAUSE -> order(new Command.Pause(false));
        case PAUSE_STOPPING -> order(new Command.Pause(true));
        case RESUME -> order(new Command.Resume());
        case CANCEL -> order(new Command.Cancel());
        case RETRY -> order(new Command.Retry(step.section(), null));
        case REWRITE -> order(new Command.Rewrite(step.section(), "shorter", null, null));
        case WRITE -> order(new Command.Write(step.section(), "w" + ++written, null));
        case WRITE_STALE ->
            order(new Command.Write(step.section(), "s" + ++written, step.number()));
        case RESTORE -> order(new Command.Restore(step.section(), step.number() + 1));
        case REMOVE -> order(new Command.Remove(step.section()));
        case MOVE -> order(new Command.Move(step.section(), step.number()));
        case ADD -> order(new Command.Add("New", null, step.number(), null));
        case RESTYLE ->
            order(new Command.Restyle("palette-" + step.number(), null, null, null, null));
        case REPEAT -> repeat();
      }
      compare(step.toString());
    }

    /// One of those in flight comes to its end.
    private void end(Step step, String html) {
      List<String> inFlight = List.copyOf(model.waiting());
      if (inFlight.isEmpty()) return;
      String name = inFlight.get(step.name() % inFlight.size());
      author.end(name, new GatedAuthor.End(html, new BigDecimal("0.00" + (1 + step.number()))));
      model.end(name, html);
    }

    private void order(Command command) throws InterruptedException {
      var order = new Command.Order(UUID.randomUUID().toString(), "{}", command);
      boolean carriedOut = true;
      try {
        engine.command(id, order);
        last = order;
      } catch (Command.Refused refused) {
        carriedOut = false;
      }
      assertEquals(model.apply(command), carriedOut, command.toString());
    }

    /// The last command once more: it changes nothing.
    private void repeat() throws InterruptedException {
      if (last != null) engine.command(id, last);
    }

    /// The process dies: nobody hears what it says any more, and another one goes on.
    private void crash() {
      refusing.refuse(new StorageException.Fenced(id));
      PageEngine dead = engine;
      author.abandon();
      refusing = new RefusingLog(log);
      author = new GatedAuthor();
      engine = engine();
      model.restart();
      dead.close();
    }

    private void compare(String after) {
      await(() -> difference().isEmpty(), () -> after + ": " + difference());
    }

    /// What is otherwise than the model says, empty for nothing.
    private String difference() {
      Page page = log.page(id);
      var found = new StringBuilder();
      differ(found, "in flight", model.waiting(), author.waiting());
      model
          .inFlight
          .keySet()
          .forEach(
              name -> differ(found, name + " begun", model.begun.get(name), author.begun(name)));
      differ(found, "state", model.state, page.state());
      differ(found, "order", model.order, page.sections().stream().map(Section::name).toList());
      for (Section section : page.sections()) {
        PageModel.Part part = model.parts.get(section.name());
        if (part == null) continue;
        SectionContent content = section.content();
        differ(found, section.name() + " state", part.state, section.state());
        differ(found, section.name() + " revision", part.shown, section.revision());
        differ(found, section.name(), part.html(), content == null ? "" : content.html());
      }
      return found.toString();
    }

    private static void differ(StringBuilder found, String what, Object model, Object engine) {
      if (!model.equals(engine)) {
        found.append(what).append(": ").append(engine).append(" instead of ").append(model);
        found.append(". ");
      }
    }

    /// Everything ends; then the log is whole, no version is lost, and the money is right.
    void settle() throws InterruptedException {
      if (model.state == PageState.GENERATING || model.state == PageState.PAUSED) {
        order(new Command.Cancel());
      }
      while (!model.waiting().isEmpty()) take(new Step(Kind.FINISH, 0, 0));
      order(new Command.Rename("the end"));
      compare("the end");
      await(() -> ledger.open(id).isEmpty(), () -> "money is still set aside");
      Page page = log.page(id);
      BigDecimal cost =
          page.all().map(s -> s.cost().usd()).reduce(BigDecimal.ZERO, BigDecimal::add);
      assertEquals(0, cost.compareTo(ledger.taken(id)), cost + " and " + ledger.taken(id));
      List<LoggedEvent> events = log.read(id, 0, Integer.MAX_VALUE);
      for (int i = 0; i < events.size(); i++) assertEquals(i + 1, events.get(i).seq());
      model.parts.forEach((name, part) -> {
        List<String> versions = new ArrayList<>();
        for (Section.Version version : page.find(name).orElseThrow().versions()) {
          LoggedEvent event = events.get((int) version.seq() - 1);
          versions.add(PageJson.contentOf(event).orElseThrow().html());
        }
        assertEquals(part.versions, versions, name);
      });
    }

    private static void await(BooleanSupplier wanted, Supplier<String> otherwise) {
      long until = System.nanoTime() + 20_000_000_000L;
      while (!wanted.getAsBoolean()) {
        assertTrue(System.nanoTime() < until, otherwise);
        LockSupport.parkNanos(200_000);
      }
    }

    @Override
    public void close() {
      refusing.refuse(new StorageException.Fenced(id));
      author.abandon();
      engine.close();
    }
  }
}
