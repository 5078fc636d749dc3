package pageloom.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
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
    private static final int TIMES = 20;

    /// All that the application starts, with the names of its own and of its libraries' threads.
    private static final String[] THREADS = {
      "page-",
      "section-",
      "settle-",
      "viewer-",
      "warm-up",
      "prometheus",
      "HikariPool",
      "db-scheduler"
    };

    private static List<String> nativeCopies() throws Exception {
      try (Stream<Path> files = Files.walk(container.temp())) {
        return files.map(Path::toString).filter(name -> name.contains("sqlite")).toList();
      }
    }

    @Test
    @Timeout(600)
    void twenty_times_and_nothing_stays_behind() throws Exception {
      for (int i = 0; i < TIMES; i++) {
        container.deploy("/pageloom");
        new Site(container.base(), "/pageloom").page();
        container.undeploy("/pageloom");
        var jvm = new Jvm(container.pid());
        Await.none(() -> Await.named(jvm.threads(), THREADS));
        Await.none(() -> jvm.files(container.folder.resolve("data")));
        Await.none(Redeployed::nativeCopies);
      }
      var jvm = new Jvm(container.pid());
      int applications = jvm.applications();
      System.out.println("ContainersIT: " + product + ": class loaders left " + applications);
      assertTrue(applications <= 1, applications + " class loaders");
    }
  }
}
