package pageloom.container;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Deployed again and again, as somebody does who brings a new version twice a week. Payara Micro
/// is not here: it serves what it was started with.
@Tag("containers")
final class RedeploymentsIT {
  @TempDir Path folder;

  @Timeout(900)
  @ParameterizedTest
  @CsvSource({
    "TOMCAT_10_1, 20",
    "TOMCAT_11, 20",
    "JETTY_12_0_EE10, 20",
    "JETTY_12_1_EE10, 20",
    "JETTY_12_1_EE11, 20",
    "WILDFLY, 5",
    "OPEN_LIBERTY, 20"
  })
  void many_deployments_leave_nothing_behind(Container product, int times) throws Exception {
    var settings = Map.of("PAGELOOM_DATA", folder.resolve("data").toString());
    try (var container = product.in(folder, settings)) {
      new Redeployments(container).run(times);
    }
  }
}
