package pageloom.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// One deployment after the other into a process that goes on, each of which makes a page; and what
/// must be gone after each.
///
/// @param container with nothing deployed
record Redeployments(ContainerProcess container) {
  /// All that the application starts, by its own hand and its libraries'.
  private static final String[] THREADS = {
    "page-", "section-", "settle-", "viewer-", "warm-up", "tailwind", "prometheus", "db-scheduler"
  };

  void run(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      container.deploy("/pageloom");
      new Site(container.base(), "/pageloom").page();
      container.undeploy("/pageloom");
      var jvm = new Jvm(container.pid());
      Await.none(() -> Await.named(jvm.threads(), THREADS));
      Await.none(() -> jvm.files(container.folder.resolve("data")));
      Await.none(this::nativeCopies);
    }
    int applications = new Jvm(container.pid()).applications();
    System.out.println(
        "Redeployments: "
            + container.getClass().getSimpleName()
            + ": class loaders left after "
            + times
            + ": "
            + applications);
    // A container may keep the last one until it needs its place.
    assertTrue(applications <= 1, applications + " class loaders");
    assertTrue(!container.output().contains("memory leak"), "the container found a leak");
  }

  private List<String> nativeCopies() throws Exception {
    try (Stream<Path> files = Files.walk(container.temp)) {
      return files
          .filter(file -> file.getFileName().toString().contains("sqlite"))
          // Containers unpack the archive here, with the driver in it.
          .filter(file -> !file.toString().endsWith(".jar"))
          .map(Path::toString)
          .toList();
    }
  }
}
