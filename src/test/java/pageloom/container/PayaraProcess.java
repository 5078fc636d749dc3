package pageloom.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import pageloom.war.WarProcess;

/// Payara Micro, which serves what it is started with: another deployment is another process.
final class PayaraProcess extends ContainerProcess {
  private static final String LISTENER =
      "set configs.config.server-config.network-config.network-listeners"
          + ".network-listener.http-listener.address=127.0.0.1\n";

  private final Path jar;
  private final Path preboot;
  private String root = "/";

  PayaraProcess(Place place) throws IOException {
    super(place);
    jar = distribution("payara");
    preboot = folder.resolve("preboot");
    Files.writeString(preboot, LISTENER);
  }

  @Override
  List<String> arguments() {
    return List.of(
        "-jar",
        jar.toString(),
        "--nocluster",
        "--port",
        Integer.toString(port),
        "--prebootcommandfile",
        preboot.toString(),
        "--deploy",
        WarProcess.archive().toString(),
        "--contextroot",
        root);
  }

  @Override
  void put(String path) {
    root = path.isEmpty() ? "/" : path;
  }

  @Override
  void take(String path) throws InterruptedException {
    stop();
  }
}
