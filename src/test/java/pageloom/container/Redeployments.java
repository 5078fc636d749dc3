package pageloom.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One deployment after the other into a process that goes on, each of which makes a page; and what
/// must be gone after each.
///
/// @param container with nothing deployed
record Redeployments(ContainerProcess container) {
  /// All that the application starts, by its own hand and its libraries'.
  private static final String[] THREADS = {
    "page-",
    "section-",
    "settle-",
    "viewer",
    "repertoire",
    "warm-up",
    "tailwind",
    "prometheus",
    "db-scheduler"
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
    var jvm = new Jvm(container.pid());
    // A container may keep the last one until it needs its place.
    Await.none(() -> jvm.applications() <= 1 ? List.of() : List.of("several class loaders"));
    System.out.println(
        "Redeployments: "
            + container.getClass().getSimpleName()
            + ": class loaders left after "
            + times
            + ": "
            + jvm.applications());
    assertTrue(!container.output().contains("memory leak"), "the container found a leak");
  }

  private List<String> nativeCopies() throws IOException {
    List<String> found = new ArrayList<>();
    Files.walkFileTree(
        container.temp,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = file.getFileName().toString();
            // Containers unpack the archive here, with the driver in it.
            if (name.contains("sqlite") && !name.endsWith(".jar")) found.add(file.toString());
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            // The container takes away what it unpacked while this looks.
            if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw e;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
              throws IOException {
            if (e == null || e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw e;
          }
        });
    return found;
  }
}
