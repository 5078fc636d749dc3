package pageloom.app;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import pageloom.access.AccessRules;
import pageloom.access.Authentication;
import pageloom.access.Logins;
import pageloom.access.Throttle;
import pageloom.author.PersonEditor;
import pageloom.export.PageExport;
import pageloom.export.Tailwind;
import pageloom.http.Api;
import pageloom.http.Exposition;
import pageloom.http.Identity;
import pageloom.http.PatternGallery;
import pageloom.http.Viewers;
import pageloom.markup.CodeFormat;
import pageloom.markup.Sanitizer;
import pageloom.metrics.Metrics;
import pageloom.page.PageEngine;
import pageloom.page.PageFeed;
import pageloom.page.PageLog;
import pageloom.page.Retention;
import pageloom.page.SectionAuthor;
import pageloom.plan.PageTypes;
import pageloom.store.ContainerDataSource;
import pageloom.store.Database;
import pageloom.store.JdbcLedger;
import pageloom.store.JdbcLogins;
import pageloom.store.JdbcPageLog;
import pageloom.store.JdbcPageScheduler;
import pageloom.store.JdbcShares;
import pageloom.store.JdbcShelf;
import pageloom.store.PostgresDatabase;
import pageloom.store.SqliteDatabase;

/// Builds the object graph when the container starts the application and takes it apart, in order,
/// when it stops. The one place where everything meets.
public final class Application implements ServletContextListener {
  private static final System.Logger LOG = System.getLogger(Application.class.getName());

  private @Nullable Running running;

  /// What must be closed, in the order in which it is.
  private record Running(
      Viewers viewers,
      PageEngine engine,
      Retention retention,
      Optional<ModelConnection> model,
      Tailwind tailwind,
      Database database,
      Thread warmUp)
      implements AutoCloseable {
    /// Lets what is in the making come to an end and viewers see it, while connections still work.
    void drain() {
      engine.close();
      viewers.close();
    }

    @Override
    public void close() {
      drain();
      retention.close();
      awaitWarmUp();
      model.ifPresent(ModelConnection::close);
      tailwind.close();
      database.close();
    }

    /// It takes a second, and none of our threads may outlive the application's classes.
    private void awaitWarmUp() {
      try {
        warmUp.join();
      } catch (InterruptedException hurry) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void contextInitialized(ServletContextEvent event) {
    CompletableFuture<Repertoire> loading = Repertoire.loading();
    Config config = Config.load();
    Database database = open(config);
    InstantSource clock = database.clock();
    var metrics = new Metrics();
    database.watch(metrics::committed);
    PageLog log = metrics.over(new JdbcPageLog(database, clock));
    var feed = new PageFeed(log, database.bus());
    AccessSettings access = config.access();
    var viewers = new Viewers(feed, access.streams());
    Repertoire repertoire = loading.join();
    Sanitizer sanitizer = repertoire.sanitizer();
    var ledger = new JdbcLedger(database, clock);
    Optional<ModelConnection> model =
        config
            .model()
            .map(settings -> ModelConnection.open(settings, sanitizer, metrics::answered));
    SectionAuthor author =
        model.<SectionAuthor>map(ModelConnection::author).orElse(repertoire.patterns());
    var engine =
        new PageEngine(
            new PageEngine.Ports(
                log,
                feed,
                new JdbcPageScheduler(database, config.maxGenerating() + config.maxQueued()),
                database.bus(),
                Api::command,
                new Catalogue(repertoire.planner(), repertoire.themes()),
                author,
                new PersonEditor(sanitizer),
                ledger,
                config.budgets(),
                clock),
            new PageEngine.Limits(config.maxGenerating(), config.maxQueued(), access.generating()));
    var retention = new Retention(new JdbcShelf(database), feed, clock, config.keep());
    BigDecimal budget = config.budgets().pageUsd();
    Supplier<Api.ModelChoices> models =
        () ->
            model
                .map(connection -> connection.choices(budget))
                .orElseGet(() -> new Api.ModelChoices(null, null, budget, List.of()));
    String tokens = tokens(event.getServletContext());
    var tailwind = new Tailwind(tokens);
    var export = new PageExport(tailwind, tokens);
    new Api(
            engine,
            viewers,
            log,
            export,
            formats(),
            labels(repertoire.types()),
            models,
            new JdbcShares(database),
            new Api.Access(
                identity(access.rules(), database), new Throttle(access.starts()), clock),
            () -> !engine.draining())
        .register(event.getServletContext());
    watch(metrics, engine, viewers);
    new Exposition(metrics::contentType, metrics::write).register(event.getServletContext());
    if (config.development())
      new PatternGallery(() -> GallerySheet.of(repertoire)).register(event.getServletContext());
    Thread warmUp = Thread.ofVirtual().name("warm-up").start(repertoire::warmUp);
    var started = new Running(viewers, engine, retention, model, tailwind, database, warmUp);
    running = started;
    // The launcher drains before it stops the application; containers have no such moment.
    Runnable drain = started::drain;
    event.getServletContext().setAttribute("pageloom.drain", drain);
    engine.resume();
    retention.start();
    if (!config.limited()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "PAGELOOM_LIMITS=off: any number of pages and streams; for load tests only");
    }
    LOG.log(
        System.Logger.Level.INFO,
        "Sections are written by {0}",
        model.map(ModelConnection::toString).orElse("the built-in patterns; no key was found"));
  }

  private static void watch(Metrics metrics, PageEngine engine, Viewers viewers) {
    metrics.gauge("pageloom_pages_in_the_making", "Pages worked on here", engine::inTheMaking);
    metrics.gauge("pageloom_viewers", "Streams that are open", viewers::watching);
    metrics.total(
        "pageloom_viewers_stalled_total",
        "Viewers given up for not reading",
        viewers::stalledSoFar);
  }

  private static Identity identity(AccessRules rules, Database database) {
    return rules.authentication() instanceof Authentication.Password password
        ? new Identity(
            rules, new Logins(new JdbcLogins(database), database.clock(), password.password()))
        : new Identity(rules, null);
  }

  /// The database of the settings, else the container's, else the embedded one.
  private static Database open(Config config) {
    Database database;
    String where;
    Optional<DataSource> container = ContainerDataSource.find();
    if (config.database().isPresent()) {
      database = PostgresDatabase.open(config.database().get());
      where = config.database().get().toString();
    } else if (container.isPresent()) {
      database = PostgresDatabase.open(container.get());
      where = "the container's " + ContainerDataSource.NAME;
    } else {
      database = SqliteDatabase.open(config.dataFolder());
      where = config.dataFolder().toString();
    }
    LOG.log(System.Logger.Level.INFO, "Pages are kept in {0}", where);
    return database;
  }

  /// What the builder's own compiler reads, too.
  private static String tokens(ServletContext context) {
    try (InputStream in = context.getResourceAsStream("/tailwind/theme.css")) {
      if (in == null) throw new IllegalStateException("tailwind/theme.css is missing");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> formats() {
    Set<String> names = new LinkedHashSet<>();
    Arrays.stream(CodeFormat.values()).map(CodeFormat::wire).forEach(names::add);
    return names;
  }

  private static List<Api.PageTypeLabel> labels(PageTypes types) {
    return types.choices().stream()
        .map(type -> new Api.PageTypeLabel(type.id(), type.label(), type.sections()))
        .toList();
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    Running stopping = running;
    if (stopping == null) return;
    stopping.close();
  }
}
