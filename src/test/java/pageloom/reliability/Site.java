package pageloom.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;
import pageloom.PostgresServer;
import pageloom.author.LoopbackModel;
import pageloom.author.ModelPages;
import pageloom.plan.Plan;
import pageloom.war.WarProcess;

/// Servers from the WAR, each a process of its own, on one database, and the model they ask.
final class Site implements AutoCloseable {
  private static final Plan PLAN = ModelPages.plan(ModelPages.PROMPT);
  private static final Map<String, String> GOOD = ModelPages.fragments(ModelPages.PROMPT);

  final LoopbackModel model;
  final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Connections database;
  private final Map<String, String> settings = new HashMap<>();
  private final List<Integer> ports = new ArrayList<>();
  private final @Nullable WarProcess[] nodes;
  private final List<FaultProxy> ways = new ArrayList<>();
  private final AtomicInteger asked = new AtomicInteger();

  /// Which call to the model takes more than a minute, counted from 1; 0 for none.
  volatile int slowCall;

  /// How the test itself gets into the database.
  private interface Connections {
    Connection open() throws SQLException;
  }

  private Site(int nodes, Connections database, Map<String, String> own) throws IOException {
    this.database = database;
    this.nodes = new WarProcess[nodes];
    model =
        new LoopbackModel(request -> {
          String name = ModelPages.section(request, PLAN);
          String text = "<<<SECTION\n" + GOOD.get(name) + "\nSECTION>>>";
          int chunks = asked.incrementAndGet() == slowCall ? 5_000 : 20;
          return new LoopbackModel.Text(text, "stop", new BigDecimal("0.0001"), chunks);
        });
    model.pace = Duration.ofMillis(15);
    settings.put("PAGELOOM_BASE_URL", model.base().toString());
    settings.put("PAGELOOM_MODEL", "loop/one");
    settings.put("PAGELOOM_PRICE", "0.01/0.01");
    settings.put("PAGELOOM_BUDGET_PERSON_DAY", "900000");
    settings.put("PAGELOOM_BUDGET_DAY", "900000");
    settings.putAll(own);
    for (int i = 0; i < nodes; i++) ports.add(freePort());
  }

  static int freePort() throws IOException {
    try (var free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  /// One server on an embedded database.
  static Site sqlite(Path folder) throws IOException {
    var source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("pageloom.db"));
    return new Site(1, source::getConnection, Map.of("PAGELOOM_DATA", folder.toString()));
  }

  /// Several servers on a new database of a PostgreSQL server.
  static Site postgres(PostgresServer server, int nodes) throws IOException, SQLException {
    String url = server.database();
    String name = url.substring(url.lastIndexOf('/') + 1);
    return new Site(
        nodes,
        () -> server.connect(name),
        Map.of("PAGELOOM_DB_URL", url, "PAGELOOM_DB_USER", "postgres"));
  }

  /// The same with one more setting; before they start.
  Site with(String name, String value) {
    settings.put(name, value);
    return this;
  }

  /// Several servers, each with a way of its own to a new database of a PostgreSQL server.
  static Site apart(PostgresServer server, int nodes) throws IOException, SQLException {
    Site site = postgres(server, nodes);
    for (int i = 0; i < nodes; i++) site.ways.add(new FaultProxy(server.port()));
    return site;
  }

  /// A server's way to the database.
  FaultProxy way(int i) {
    return ways.get(i);
  }

  /// Starts a server and waits until it is ready.
  ///
  /// @return how long that took
  Duration start(int i) throws Exception {
    return start(i, Map.of());
  }

  /// Starts a server with settings of its own.
  Duration start(int i, Map<String, String> own) throws Exception {
    long from = System.nanoTime();
    Map<String, String> all = new HashMap<>(settings);
    if (!ways.isEmpty()) {
      String url = all.getOrDefault("PAGELOOM_DB_URL", "");
      all.put("PAGELOOM_DB_URL", url.replaceFirst(":\\d+/", ":" + ways.get(i).port() + "/"));
    }
    all.putAll(own);
    WarProcess node = WarProcess.start(all, "--port", ports.get(i).toString());
    nodes[i] = node;
    node.base();
    return Duration.ofNanos(System.nanoTime() - from);
  }

  Site startAll() throws Exception {
    for (int i = 0; i < nodes.length; i++) start(i);
    return this;
  }

  WarProcess node(int i) {
    WarProcess node = nodes[i];
    if (node == null) throw new AssertionError("node " + i + " was never started");
    return node;
  }

  URI base(int i) {
    return URI.create("http://127.0.0.1:" + ports.get(i));
  }

  /// Any of the servers, as a balancer that knows nothing picks one.
  URI any() {
    return base(ThreadLocalRandom.current().nextInt(nodes.length));
  }

  /// Waits until the model has been asked so often.
  void awaitCalls(int calls) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(60);
    while (asked.get() < calls) {
      assertTrue(Instant.now().isBefore(deadline), asked + " of " + calls + " calls");
      Thread.sleep(5);
    }
  }

  HttpResponse<String> get(URI base, String path) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> post(URI base, String path, String json) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /// Starts a page.
  String begin(URI base) throws Exception {
    var answer = post(base, "/api/pages", "{\"prompt\":\"" + ModelPages.PROMPT + "\"}");
    assertEquals(201, answer.statusCode(), answer.body());
    return JsonParser.parseString(answer.body()).getAsJsonObject().get("id").getAsString();
  }

  /// A page's log, as it is in the database.
  List<String> log(String page) throws SQLException {
    return query("SELECT json FROM page_event WHERE page_id = ? ORDER BY seq", page);
  }

  /// When each event of a page was written.
  List<Instant> written(String page) throws SQLException {
    return query("SELECT at FROM page_event WHERE page_id = ? ORDER BY seq", page).stream()
        .map(Long::parseLong)
        .map(Instant::ofEpochMilli)
        .toList();
  }

  /// How many calls to the model were made for a page.
  int calls(String page) throws SQLException {
    return Integer.parseInt(
        query("SELECT COUNT(*) FROM ledger WHERE page_id = ?", page).getFirst());
  }

  /// How often a page was taken over after it was first worked on.
  int takeovers(String page) throws SQLException {
    return Integer.parseInt(query("SELECT epoch FROM page WHERE id = ?", page).getFirst()) - 2;
  }

  /// The first column.
  List<String> query(String text, String... values) throws SQLException {
    try (Connection connection = database.open();
        PreparedStatement statement = connection.prepareStatement(text)) {
      for (int i = 0; i < values.length; i++) statement.setString(i + 1, values[i]);
      List<String> found = new ArrayList<>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) found.add(rows.getString(1));
      }
      return found;
    }
  }

  /// What a viewer saw is what the log has, and no page was paid for more often than it was taken
  /// over.
  void requireIntact(Viewer viewer) throws SQLException {
    viewer.requireAsInLog(log(viewer.page()));
    int sections = PLAN.sections().size();
    int calls = calls(viewer.page());
    int takeovers = takeovers(viewer.page());
    assertTrue(
        calls <= sections + takeovers,
        calls + " calls for " + sections + " sections and " + takeovers + " takeovers");
  }

  @Override
  public void close() {
    client.shutdownNow();
    for (WarProcess node : nodes) {
      if (node != null) node.close();
    }
    ways.forEach(FaultProxy::close);
    model.close();
  }
}
