package pageloom.container;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Tomcat and Jetty, which take applications in and out while they run.
@ParameterizedClass(name = "{0}")
@EnumSource(
    names = {"TOMCAT_10_1", "TOMCAT_11", "JETTY_12_0_EE10", "JETTY_12_1_EE10", "JETTY_12_1_EE11"})
final class ContainersIT extends ContainerSuite {
  @Nested
  @Order(2)
  final class Redeployed {
    @Test
    void it_leaves_nothing_behind() throws Exception {
      new Redeployments(container).run(3);
    }
  }
}
