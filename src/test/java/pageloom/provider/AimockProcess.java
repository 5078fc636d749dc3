package pageloom.provider;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// OpenRouter's double of `@copilotkit/aimock` in a process of its own, on a port that the system
/// chose. Installed once into `target/aimock`.
final class AimockProcess implements AutoCloseable {
  private static final String VERSION = "1.43.0";
  private static final Path HOME = Path.of("target/aimock").toAbsolutePath();
  private static final Pattern READY = Pattern.compile("listening on (http://\\S+)");

  private final Process process;
  private final StringBuffer output = new StringBuffer();
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final Thread lastResort = new Thread(this::kill);

  /// Starts it and waits until it listens.
  ///
  /// @param fixtures what it answers
  /// @param key the one it accepts
  AimockProcess(Path fixtures, String key) throws Exception {
    install();
    var builder =
        new ProcessBuilder(
                "node",
                HOME.resolve("node_modules/.bin/llmock").toString(),
                "--port",
                "0",
                "--host",
                "127.0.0.1",
                "--fixtures",
                fixtures.toString(),
                "--validate-on-load")
            .redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("AIMOCK_"));
    builder.environment().put("AIMOCK_API_KEYS", key);
    process = started(builder);
    Runtime.getRuntime().addShutdownHook(lastResort);
    Thread.ofVirtual().start(this::read);
    try {
      ready.orTimeout(60, TimeUnit.SECONDS).join();
    } catch (RuntimeException e) {
      close();
      throw new AssertionError("aimock does not run:\n" + output, e);
    }
  }

  /// The base URL of its OpenRouter.
  String url() {
    return ready.join() + "/api/v1";
  }

  private static void install() throws Exception {
    Path installed = HOME.resolve("node_modules/@copilotkit/aimock/package.json");
    if (Files.exists(installed)
        && Files.readString(installed).contains("\"version\": \"" + VERSION + "\"")) return;
    Files.createDirectories(HOME);
    Path log = HOME.resolve("install.log");
    Process npm =
        started(
            new ProcessBuilder(
                    "npm",
                    "install",
                    "--prefix",
                    HOME.toString(),
                    "--no-save",
                    "--no-package-lock",
                    "--no-audit",
                    "--no-fund",
                    "--ignore-scripts",
                    "--engine-strict",
                    "--prefer-offline",
                    "@copilotkit/aimock@" + VERSION)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile()));
    try {
      if (npm.waitFor(3, TimeUnit.MINUTES) && npm.exitValue() == 0) return;
    } finally {
      npm.descendants().forEach(ProcessHandle::destroyForcibly);
      npm.destroyForcibly();
    }
    throw new AssertionError(
        "npm could not install @copilotkit/aimock " + VERSION + ":\n" + Files.readString(log));
  }

  private static Process started(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException missing) {
      String program = builder.command().getFirst();
      throw new AssertionError(
          "no "
              + program
              + " found: install Node.js 20.15 or newer with npm (Debian: apt-get install nodejs"
              + " npm) and have both on the PATH",
          missing);
    }
  }

  private void read() {
    try (var lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        var match = READY.matcher(line);
        if (match.find()) ready.complete(match.group(1));
      }
    } catch (IOException ended) {
      // said below
    }
    ready.completeExceptionally(new AssertionError("ended before it was ready"));
  }

  private void kill() {
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().removeShutdownHook(lastResort);
  }
}
