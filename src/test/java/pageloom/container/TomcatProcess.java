package pageloom.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Apache Tomcat. It looks every second whether an archive came or went; as it is distributed,
/// every ten.
final class TomcatProcess extends WatchedFolderProcess {
  private static final String SERVER =
      """
      <Server port="-1">
        <Service name="Catalina">
          <Connector address="127.0.0.1" port="%d" protocol="HTTP/1.1"/>
          <Engine name="Catalina" defaultHost="localhost" backgroundProcessorDelay="1">
            <Host name="localhost" appBase="webapps"/>
          </Engine>
        </Service>
      </Server>
      """;

  private final Path home;
  private final Path webapps;

  TomcatProcess(String product, Place place) throws IOException {
    super(place, "ROOT");
    home = distribution(product);
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.copy(home.resolve("conf/web.xml"), conf.resolve("web.xml"));
    Files.writeString(conf.resolve("server.xml"), SERVER.formatted(port));
    webapps = Files.createDirectories(folder.resolve("webapps"));
  }

  @Override
  List<String> arguments() {
    return List.of(
        // As its `catalina.sh` has it: so it looks for leaks.
        "--add-opens=java.base/java.io=ALL-UNNAMED",
        "--add-opens=java.base/java.lang=ALL-UNNAMED",
        "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
        "--add-opens=java.base/java.util=ALL-UNNAMED",
        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
        "--add-opens=java.rmi/sun.rmi.transport=ALL-UNNAMED",
        "-cp",
        home.resolve("bin/bootstrap.jar") + ":" + home.resolve("bin/tomcat-juli.jar"),
        "-Dcatalina.home=" + home,
        "-Dcatalina.base=" + folder,
        "org.apache.catalina.startup.Bootstrap",
        "start");
  }

  @Override
  Path deployments() {
    return webapps;
  }
}
