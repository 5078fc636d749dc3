package pageloom.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// WildFly with its standalone configuration. It looks every half a second whether an archive came
/// or went; as it is distributed, every five.
final class WildFlyProcess extends WatchedFolderProcess {
  private final Path home;
  private final Path server;

  WildFlyProcess(Place place) throws IOException {
    super(place, "ROOT");
    home = distribution("wildfly");
    server = Files.createDirectories(folder.resolve("standalone"));
    Files.createDirectories(server.resolve("deployments"));
    Path configuration = Files.createDirectories(server.resolve("configuration"));
    try (Stream<Path> files = Files.list(home.resolve("standalone/configuration"))) {
      for (Path file : files.toList()) {
        Files.copy(file, configuration.resolve(file.getFileName()));
      }
    }
    Path xml = configuration.resolve("standalone.xml");
    String text = Files.readString(xml);
    Files.writeString(xml, text.replace("scan-interval=\"5000\"", "scan-interval=\"500\""));
  }

  @Override
  List<String> arguments() {
    return List.of(
        "-Djboss.home.dir=" + home,
        "-Djboss.server.base.dir=" + server,
        "-jar",
        home.resolve("jboss-modules.jar").toString(),
        "-mp",
        home.resolve("modules").toString(),
        "org.jboss.as.standalone",
        "-Djboss.bind.address=127.0.0.1",
        "-Djboss.http.port=" + port,
        "-Djboss.https.port=0",
        "-Djboss.management.http.port=0");
  }

  @Override
  Path deployments() {
    return server.resolve("deployments");
  }
}
