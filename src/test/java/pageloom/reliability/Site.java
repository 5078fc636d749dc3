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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
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
          return new LoopbackModel.Text(text, "stop", new BigDecimal("0.0001"), 20);
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

  /// Starts a server and waits until it is ready.
  ///
  /// @return how long that took
  Duration start(int i) throws Exception {
    long from = System.nanoTime();
    WarProcess node = WarProcess.start(settings, "--port", ports.get(i).toString());
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
    model.close();
  }
}
