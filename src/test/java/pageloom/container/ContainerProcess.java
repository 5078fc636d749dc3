package pageloom.container;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import pageloom.war.WarProcess;

/// A servlet container as it is distributed, in a process of its own on the loopback address, and
/// the built archive, untouched, deployed into it as its documentation says.
public abstract class ContainerProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  final Path folder;
  final Path temp;
  final int port;

  private final Map<String, String> settings;
  private final Path log;
  private @Nullable Process process;

  /// Where a container is, and what it is told.
  ///
  /// @param folder an empty folder for all that it writes
  /// @param settings environment variables of its process
  record Place(Path folder, Map<String, String> settings) {}

  ContainerProcess(Place place) throws IOException {
    this.folder = place.folder();
    this.settings = place.settings();
    this.temp = Files.createDirectories(folder.resolve("temp"));
    this.log = folder.resolve("log");
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
  }

  /// What starts it: arguments of `java`.
  abstract List<String> arguments();

  /// Environment variables that the product itself wants.
  Map<String, String> environment() {
    return Map.of();
  }

  /// Hands it the archive, whether it runs or not.
  abstract void put(String path) throws IOException;

  /// Takes it back.
  abstract void take(String path) throws IOException, InterruptedException;

  /// Serves the archive under this path, once this returns. Starts the process where none runs.
  ///
  /// @param path the context path: empty for the root
  public final void deploy(String path) throws IOException, InterruptedException {
    put(path);
    if (process == null) start();
    await(path, status -> status == 200);
  }

  /// Takes the application out while the container goes on, and waits until requests find it no
  /// more. What it still does in the end may take longer.
  public final void undeploy(String path) throws IOException, InterruptedException {
    take(path);
    await(path, status -> status == 404 || status == 0);
  }

  private void start() throws IOException {
    var builder = new ProcessBuilder();
    builder
        .command()
        .addAll(
            List.of(
                java(),
                // Else caches that only softly hold a class look like a leak.
                "-XX:SoftRefLRUPolicyMSPerMB=0",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temp));
    builder.command().addAll(arguments());
    builder.directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    WarProcess.forget(builder);
    builder.environment().putAll(environment());
    builder.environment().putAll(settings);
    process = builder.start();
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// What the build has unpacked.
  static Path distribution(String product) {
    Path home = Path.of(System.getProperty("pageloom." + product, "unpacked by the build"));
    if (!Files.exists(home)) throw new AssertionError("build it first: mvn package: " + home);
    return home;
  }

  /// A copy of the archive that appears in a folder from one moment to the next, for whoever
  /// watches it.
  final void copyArchive(Path target) throws IOException {
    Path copy = folder.resolve("copy.war");
    Files.copy(WarProcess.archive(), copy, StandardCopyOption.REPLACE_EXISTING);
    Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /// @param wanted what `/readyz` answers then; 0 where nobody listens
  private void await(String path, IntPredicate wanted) throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    var request = HttpRequest.newBuilder(URI.create(base() + path + "/readyz")).build();
    while (!wanted.test(status(request))) {
      if (process != null && !process.isAlive()) throw new AssertionError("ended:\n" + output());
      if (Instant.now().isAfter(deadline)) throw new AssertionError("not so yet:\n" + output());
      Thread.sleep(50);
    }
  }

  private static int status(HttpRequest request) throws InterruptedException {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException nobodyListens) {
      return 0;
    }
  }

  /// Where it listens, without a slash at the end.
  public final URI base() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Its process, where one runs.
  public final long pid() {
    if (process == null) throw new AssertionError("it does not run");
    return process.pid();
  }

  /// What it printed so far.
  public final String output() throws IOException {
    return Files.exists(log) ? Files.readString(log) : "";
  }

  /// SIGTERM: undeploys what is deployed, and ends.
  ///
  /// @return how long that took
  public final Duration stop() throws InterruptedException {
    if (process == null) return Duration.ZERO;
    long from = System.nanoTime();
    // Through the handle: Process.destroy() closes our end of its output as well.
    process.toHandle().destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("still runs");
    process = null;
    return Duration.ofNanos(System.nanoTime() - from);
  }

  @Override
  public final void close() {
    if (process != null) WarProcess.end(process);
    process = null;
  }
}
