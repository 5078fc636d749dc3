package pageloom.http;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import pageloom.access.AccessRules;
import pageloom.access.Throttle;
import pageloom.export.PageExport;
import pageloom.page.PageEngine;
import pageloom.page.PageFeed;
import pageloom.page.Plans;
import pageloom.page.SectionAuthor;
import pageloom.store.JdbcLedger;
import pageloom.store.JdbcPageLog;
import pageloom.store.JdbcPageScheduler;
import pageloom.store.JdbcShares;
import pageloom.store.SqliteDatabase;

/// The API on a real Jetty at a free port and a real database, with a planner and an author that
/// the test chooses. The prompt is the list of sections.
final class ApiServer {
  private static final Api.ModelChoice MODEL =
      new Api.ModelChoice("m/one", "One", 128_000, new BigDecimal("0.25"), null);

  private final SqliteDatabase database;
  private final Server server = new Server();
  final Viewers viewers;
  private final HttpClient client = HttpClient.newHttpClient();
  final JdbcPageLog log;
  final PageFeed feed;
  final PageEngine engine;

  /// The paths that the API registered, as the container has them.
  final Set<String> mappings = new TreeSet<>();

  ApiServer(Path folder, SectionAuthor author) throws Exception {
    database = SqliteDatabase.open(folder);
    log = new JdbcPageLog(database, InstantSource.system());
    feed = new PageFeed(log, database.bus());
    viewers = new Viewers(feed, Viewers.Limits.NONE);
    var ports =
        new PageEngine.Ports(
            log,
            feed,
            new JdbcPageScheduler(database, 1_100),
            database.bus(),
            Api::command,
            Plans.PLANNER,
            author,
            Plans.EDITOR,
            new JdbcLedger(database, InstantSource.system()),
            Plans.BUDGETS,
            InstantSource.system());
    engine = new PageEngine(ports, new PageEngine.Limits(100, 1_000));
    engine.resume();
    var formats = new LinkedHashSet<>(List.of("react", "typescript", "html", "vue", "svelte"));
    var api =
        new Api(
            engine,
            viewers,
            log,
            new PageExport(classes -> "/* styles */", ""),
            formats,
            List.of(new Api.PageTypeLabel("saas", "SaaS", List.of("Hero"))),
            () -> new Api.ModelChoices(null, null, BigDecimal.ONE, List.of(MODEL)),
            new JdbcShares(database),
            new Api.Access(
                new Identity(AccessRules.thisMachine(), null),
                new Throttle(List.of()),
                InstantSource.system()),
            () -> !engine.draining());
    var context = new ServletContextHandler("/");
    context.addEventListener(
        new ServletContextListener() {
          @Override
          public void contextInitialized(ServletContextEvent event) {
            ServletContext context = event.getServletContext();
            api.register(context);
            context
                .getServletRegistrations()
                .values()
                .forEach(servlet -> mappings.addAll(servlet.getMappings()));
          }
        });
    server.setHandler(context);
    var connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.start();
  }

  int port() {
    return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(uri(path)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// The lines of a stream as they come.
  Stream<String> lines(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofLines()).body();
  }

  void close() throws Exception {
    viewers.close();
    engine.close();
    server.stop();
    database.close();
    client.close();
  }
}
