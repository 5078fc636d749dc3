package pageloom.war;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The built archive, untouched, in Apache Tomcat as it is distributed. The build unpacks it.
public final class TomcatProcess implements AutoCloseable {
  private static final String SERVER =
      """
      <Server port="-1">
        <Service name="Catalina">
          <Connector address="127.0.0.1" port="%d" protocol="HTTP/1.1"/>
          <Engine name="Catalina" defaultHost="localhost">
            <Host name="localhost" appBase="webapps"/>
          </Engine>
        </Service>
      </Server>
      """;

  private final Process process;
  private final URI base;
  private final Path log;

  private TomcatProcess(Process process, URI base, Path log) {
    this.process = process;
    this.base = base;
    this.log = log;
  }

  /// Starts it on a free port with the archive as its root, and waits until that is ready.
  ///
  /// @param folder an empty folder for all that it writes
  public static TomcatProcess start(Path folder, Map<String, String> settings)
      throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("pageloom.tomcat", "unpacked by the build"));
    if (!Files.isDirectory(home)) throw new AssertionError("build it first: mvn package: " + home);
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.copy(home.resolve("conf/web.xml"), conf.resolve("web.xml"));
    Files.writeString(conf.resolve("server.xml"), SERVER.formatted(port));
    Path webapps = Files.createDirectories(folder.resolve("webapps"));
    Files.copy(WarProcess.archive(), webapps.resolve("ROOT.war"));
    Files.createDirectories(folder.resolve("temp"));
    Path log = folder.resolve("log");
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            home.resolve("bin/bootstrap.jar") + ":" + home.resolve("bin/tomcat-juli.jar"),
            "-Dcatalina.home=" + home,
            "-Dcatalina.base=" + folder,
            "-Djava.io.tmpdir=" + folder.resolve("temp"),
            "org.apache.catalina.startup.Bootstrap",
            "start");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    WarProcess.forget(builder);
    builder.environment().putAll(settings);
    var tomcat = new TomcatProcess(builder.start(), URI.create("http://127.0.0.1:" + port), log);
    tomcat.awaitReady();
    return tomcat;
  }

  private void awaitReady() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + 60_000_000_000L;
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(base.resolve("/readyz")).build();
      while (true) {
        try {
          var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
          if (answer.statusCode() == 200) return;
        } catch (IOException notYet) {
          if (!process.isAlive()) throw new AssertionError(Files.readString(log), notYet);
        }
        if (System.nanoTime() > deadline) throw new AssertionError(Files.readString(log));
        Thread.sleep(50);
      }
    }
  }

  /// Where it listens, without a slash at the end.
  public URI base() {
    return base;
  }

  public long pid() {
    return process.pid();
  }

  /// What it printed so far.
  public String output() throws IOException {
    return Files.readString(log);
  }

  /// SIGTERM: undeploys what is deployed, and ends.
  ///
  /// @return how long that took
  public Duration stop() throws InterruptedException {
    long from = System.nanoTime();
    // Through the handle: Process.destroy() closes our end of its output as well.
    process.toHandle().destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("still runs");
    return Duration.ofNanos(System.nanoTime() - from);
  }

  @Override
  public void close() {
    WarProcess.end(process);
  }
}
