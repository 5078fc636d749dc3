package pageloom.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// The products that the archive is tried in.
public enum Container {
  TOMCAT_10_1,
  TOMCAT_11,
  JETTY_12_0_EE10,
  JETTY_12_1_EE10,
  JETTY_12_1_EE11,
  WILDFLY,
  OPEN_LIBERTY,
  PAYARA_MICRO;

  /// One of them, not running yet and with nothing deployed.
  ///
  /// @param folder an empty folder for all that it writes
  /// @param settings environment variables of its process
  public ContainerProcess in(Path folder, Map<String, String> settings) throws IOException {
    var place = new ContainerProcess.Place(folder, settings);
    return switch (this) {
      case TOMCAT_10_1 -> new TomcatProcess("tomcat-10.1", place);
      case TOMCAT_11 -> new TomcatProcess("tomcat-11", place);
      case JETTY_12_0_EE10 -> new JettyProcess("jetty-12.0", "ee10", place);
      case JETTY_12_1_EE10 -> new JettyProcess("jetty-12.1", "ee10", place);
      case JETTY_12_1_EE11 -> new JettyProcess("jetty-12.1", "ee11", place);
      case WILDFLY -> new WildFlyProcess(place);
      case OPEN_LIBERTY -> new LibertyProcess(place);
      case PAYARA_MICRO -> new PayaraProcess(place);
    };
  }
}
