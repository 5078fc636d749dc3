package pageloom.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Eclipse Jetty with one of its environments. It looks every second whether an archive came or
/// went; as it is distributed, only at the start.
final class JettyProcess extends WatchedFolderProcess {
  private final Path start;
  private final Path webapps;

  /// @param environment the version of Jakarta EE, as its modules spell it
  JettyProcess(String product, String environment, Place place) throws IOException {
    super(place, "root");
    start = distribution(product).resolve("start.jar");
    String modules = "server,http,%1$s-deploy,%1$s-annotations".formatted(environment);
    var configure = new ProcessBuilder(java(), "-jar", start + "", "--add-modules=" + modules);
    Process process = configure.directory(folder.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    webapps = folder.resolve("webapps");
    if (!Files.isDirectory(webapps)) throw new AssertionError(output);
  }

  @Override
  List<String> arguments() {
    return List.of(
        "-jar",
        start.toString(),
        "jetty.http.host=127.0.0.1",
        "jetty.http.port=" + port,
        "jetty.deploy.scanInterval=1");
  }

  @Override
  Path deployments() {
    return webapps;
  }
}
