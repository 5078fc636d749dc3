package pageloom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Node's own tools in a folder below `target`. A machine without them fails the test and is told
/// what to install.
public final class Npm {
  private static final List<String> INSTALL =
      List.of("install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline");

  private final Path folder;

  public Npm(Path folder) {
    this.folder = folder.toAbsolutePath();
  }

  /// Installs what the folder's `package.json` names, unless that was done.
  public void install() throws Exception {
    Path done = folder.resolve("node_modules/.pageloom-installed");
    String wanted = Files.readString(folder.resolve("package.json"));
    if (Files.exists(done) && Files.readString(done).equals(wanted)) return;
    run("npm", INSTALL);
    Files.writeString(done, wanted);
  }

  /// Runs a script of the folder's `package.json`.
  public void script(String name) throws Exception {
    run("npm", List.of("run", name));
  }

  /// Runs a program that was installed.
  public void program(String name, String... arguments) throws Exception {
    run(folder.resolve("node_modules/.bin/" + name).toString(), List.of(arguments));
  }

  private void run(String program, List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(program));
    command.addAll(arguments);
    Path log = Files.createTempFile(folder, "run", ".log");
    Process process = started(new ProcessBuilder(command).directory(folder.toFile()), log);
    try {
      if (process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0) return;
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    throw new AssertionError(String.join(" ", command) + " failed:\n" + Files.readString(log));
  }

  private static Process started(ProcessBuilder builder, Path log) {
    try {
      return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    } catch (IOException missing) {
      throw new AssertionError(
          "no "
              + builder.command().getFirst()
              + " found: install Node.js 20.19 or newer with npm (Debian: apt-get install nodejs"
              + " npm) and have both on the PATH",
          missing);
    }
  }
}
