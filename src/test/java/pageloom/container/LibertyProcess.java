package pageloom.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Open Liberty with its servlet container alone. It reads its configuration again when that
/// changes.
final class LibertyProcess extends ContainerProcess {
  private static final String SERVER =
      """
      <server>
        <featureManager><feature>servlet-6.0</feature></featureManager>
        <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
        %s
      </server>
      """;
  private static final String APPLICATION =
      "<webApplication id=\"pageloom\" location=\"pageloom.war\" contextRoot=\"%s\"/>";

  private final Path home;
  private final Path server;

  LibertyProcess(Place place) throws IOException {
    super(place);
    home = distribution("liberty");
    server = Files.createDirectories(folder.resolve("servers/pageloom"));
    Path apps = Files.createDirectories(server.resolve("apps"));
    copyArchive(apps.resolve("pageloom.war"));
  }

  /// What its `bin/server run pageloom` does.
  @Override
  List<String> arguments() {
    return List.of(
        "-javaagent:" + home.resolve("bin/tools/ws-javaagent.jar"),
        "-jar",
        home.resolve("bin/tools/ws-server.jar").toString(),
        "pageloom");
  }

  @Override
  Map<String, String> environment() {
    return Map.of("WLP_USER_DIR", folder.toString());
  }

  private void configure(String application) throws IOException {
    Files.writeString(server.resolve("server.xml"), SERVER.formatted(port, application));
  }

  @Override
  void put(String path) throws IOException {
    configure(APPLICATION.formatted(path.isEmpty() ? "/" : path));
  }

  @Override
  void take(String path) throws IOException {
    configure("");
  }
}
