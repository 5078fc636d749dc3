package pageloom.war;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The built archive in a process of its own, started as a user would: `java -jar pageloom.war`.
public final class WarProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("ready: (http://\\S+)/");

  private final Process process;
  private final StringBuffer output = new StringBuffer();
  private final CompletableFuture<URI> ready = new CompletableFuture<>();
  private final Thread reader;

  private WarProcess(List<String> command, Map<String, String> environment) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    forget(builder);
    builder
        .environment()
        .put("XDG_CACHE_HOME", Path.of("target/cache").toAbsolutePath().toString());
    builder.environment().putAll(environment);
    process = builder.start();
    reader = Thread.ofVirtual().start(this::read);
  }

  /// Takes the settings of whoever runs the tests out.
  public static void forget(ProcessBuilder builder) {
    builder.environment().keySet().removeIf(name -> name.matches("PAGELOOM_.*|OPENROUTER_API_KEY"));
  }

  /// Ends a process as `kill -9` does.
  public static void end(Process process) {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Starts it on a free port and waits until it is ready.
  ///
  /// @param settings names and values in turn
  public static WarProcess serving(Path data, String... settings) throws IOException {
    Map<String, String> environment = new HashMap<>(Map.of("PAGELOOM_DATA", data.toString()));
    for (int i = 0; i < settings.length; i += 2) environment.put(settings[i], settings[i + 1]);
    var war = start(environment, "--port", "0");
    war.base();
    return war;
  }

  /// Starts it with these arguments and does not wait.
  public static WarProcess start(Map<String, String> environment, String... arguments)
      throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return startWith(java, environment, arguments);
  }

  static WarProcess startWith(Path java, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(java.toString(), "-jar", archive().toString()));
    command.addAll(List.of(arguments));
    return startBy(command, environment);
  }

  /// The same server by another command line.
  static WarProcess startBy(List<String> command, Map<String, String> environment)
      throws IOException {
    return new WarProcess(command, environment);
  }

  /// The archive as it ships.
  public static Path archive() {
    Path war = Path.of(System.getProperty("pageloom.war", "target/pageloom.war"));
    if (!Files.isRegularFile(war)) throw new AssertionError("build it first: mvn package: " + war);
    return war;
  }

  private void read() {
    try (var lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        var match = READY.matcher(line);
        if (match.find()) ready.complete(URI.create(match.group(1)));
      }
    } catch (IOException ended) {
      // said below
    }
    ready.completeExceptionally(new AssertionError("ended before it was ready:\n" + output));
  }

  /// Where it listens, without a slash at the end.
  public URI base() {
    return ready.orTimeout(60, TimeUnit.SECONDS).join();
  }

  public HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(base() + path)));
  }

  public HttpResponse<String> post(String path, String json) throws Exception {
    return send(
        HttpRequest.newBuilder(URI.create(base() + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /// Follows a stream until a line holds these words.
  ///
  /// @return what came, that line included
  String readUntil(String path, String words) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(base() + path)).build();
    var seen = new StringBuilder();
    try (var client = HttpClient.newHttpClient();
        var lines = client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
      for (String line : (Iterable<String>) lines::iterator) {
        seen.append(line).append('\n');
        if (line.contains(words)) {
          client.shutdownNow();
          return seen.toString();
        }
      }
    }
    throw new AssertionError("the stream ended without " + words + ":\n" + seen);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  /// Waits for its end.
  ///
  /// @return its exit code
  public int exit() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("still runs:\n" + output);
    reader.join();
    return process.exitValue();
  }

  /// What it printed so far.
  public String output() {
    return output.toString();
  }

  /// `kill -9`.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Stops it with `STOP`, or has it go on with `CONT`.
  public void signal(String name) throws IOException, InterruptedException {
    int exit = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    if (exit != 0) throw new AssertionError("kill -" + name + " failed");
  }

  public long pid() {
    return process.pid();
  }

  /// SIGTERM.
  public void terminate() {
    // Through the handle: Process.destroy() closes our end of its output as well.
    process.toHandle().destroy();
  }

  @Override
  public void close() {
    end(process);
  }
}
