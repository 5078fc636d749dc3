import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The archive in a process of its own, on a free port and an empty folder.
final class WarServer {
  private static final Pattern READY = Pattern.compile("ready: (http://\\S+)/");

  private WarServer() {}

  static Process start(Path war, String... options) throws IOException {
    return start(war, Map.of(), options);
  }

  static Process start(Path war, Map<String, String> settings, String... options)
      throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(java, "-jar", war.toString(), "--port", "0");
    builder.command().addAll(1, List.of(options));
    builder.redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("PAGELOOM_"));
    builder.environment().put("PAGELOOM_DATA", Files.createTempDirectory("bench").toString());
    builder.environment().putAll(settings);
    return builder.start();
  }

  /// Waits until it says that it answers.
  static URI ready(Process server) throws IOException {
    BufferedReader lines = server.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      var match = READY.matcher(line);
      if (match.find()) {
        // Keep reading, or the server would block on a full pipe.
        Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> {}));
        return URI.create(match.group(1));
      }
    }
    throw new IOException("the server ended before it was ready");
  }
}
