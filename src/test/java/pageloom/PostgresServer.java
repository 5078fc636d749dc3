package pageloom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postgresql.Driver;

/// A real PostgreSQL server with a data folder of its own and everything as shipped, `fsync` too:
/// it can be killed. A machine without one fails the test and is told what to install.
public final class PostgresServer implements AutoCloseable {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path folder;
  private final int port;
  private Process process;

  private PostgresServer(Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    this.process = launch();
  }

  /// Makes a data folder and starts a server on it, on a free port of the loopback interface.
  public static PostgresServer start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("pageloom-postgres");
    if (isRoot()) run("chown", "nobody", folder.toString());
    run(
        command(
            "initdb",
            "-D",
            folder.resolve("data").toString(),
            "-U",
            "postgres",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C"));
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var server = new PostgresServer(folder, port);
    server.awaitReady();
    return server;
  }

  /// Starts it again after [#kill], on the same port and the same data.
  public void restart() throws IOException, InterruptedException {
    process = launch();
    awaitReady();
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(
            command(
                "postgres",
                "-D",
                folder.resolve("data").toString(),
                "-p",
                Integer.toString(port),
                "-h",
                "127.0.0.1",
                "-k",
                folder.toString(),
                "-c",
                "max_connections=200"))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  private void awaitReady() throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    while (true) {
      try (Connection _ = connect("postgres")) {
        return;
      } catch (SQLException notYet) {
        if (Instant.now().isAfter(deadline) || !process.isAlive()) {
          throw new AssertionError("PostgreSQL does not start: " + log(), notYet);
        }
        Thread.sleep(50);
      }
    }
  }

  private String log() {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A new, empty database.
  ///
  /// @return its JDBC address
  public String database() throws SQLException {
    String name = "pageloom_" + DATABASES.incrementAndGet();
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return url(name);
  }

  public int port() {
    return port;
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /// A connection to one of its databases.
  public Connection connect(String database) throws SQLException {
    var properties = new Properties();
    properties.setProperty("user", "postgres");
    // Not through DriverManager: an application that stops takes its drivers out of there.
    Connection connection = new Driver().connect(url(database), properties);
    if (connection == null) throw new SQLException("the driver does not know " + url(database));
    return connection;
  }

  /// Ends it as `kill -9` does, with all its children.
  public void kill() throws InterruptedException {
    List<ProcessHandle> all = process.descendants().toList();
    process.destroyForcibly();
    all.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
  }

  @Override
  public void close() {
    try {
      kill();
      run("rm", "-rf", folder.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /// It refuses to run as root.
  private static String[] command(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
    }
    command.add(binary(program).toString());
    command.addAll(List.of(arguments));
    return command.toArray(String[]::new);
  }

  private static Path binary(String name) {
    try (Stream<Path> places = places()) {
      return places
          .map(place -> place.resolve(name))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(() ->
              new AssertionError(
                  "These tests need the PostgreSQL server. Install it (Debian, Ubuntu:"
                      + " apt-get install postgresql)."));
    }
  }

  /// Debian keeps the server's programs off the path.
  private static Stream<Path> places() {
    Path debian = Path.of("/usr/lib/postgresql");
    Stream<Path> versions = Stream.empty();
    try {
      if (Files.isDirectory(debian)) {
        try (Stream<Path> found = Files.list(debian)) {
          versions = found.map(version -> version.resolve("bin")).toList().stream();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.concat(
        versions,
        Stream.of(path.split(java.io.File.pathSeparator, -1))
            .filter(place -> !place.isBlank())
            .map(Path::of));
  }

  /// Runs one of PostgreSQL's own tools, which stand beside the server.
  ///
  /// @return what it wrote
  public byte[] tool(String name, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(binary(name).toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    byte[] output = process.getInputStream().readAllBytes();
    if (process.waitFor() != 0) throw new AssertionError(name + " failed");
    return output;
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) throw new AssertionError(String.join(" ", command) + ": " + output);
  }
}
