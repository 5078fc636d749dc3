package pageloom.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;

/// SQLite's native library. Its driver copies it into the temporary folder, anew for each class
/// loader, and leaves it there until the JVM ends, or for good after `kill -9`: a container that
/// deploys the application again and again would gather copies. A library that is loaded needs no
/// file, except on Windows, where the driver itself removes old copies at its next start.
final class NativeLibrary {
  private static final String FOLDER = "org.sqlite.tmpdir";

  /// Under the monitor of the system's properties.
  private static boolean tried;

  private NativeLibrary() {}

  /// Loads it, unless it is. What goes wrong is said by the first connection, which tries again.
  static void load() {
    if (File.separatorChar == '\\') return;
    // The driver asks for the folder when it copies, and other applications may use the driver too.
    synchronized (System.getProperties()) {
      if (tried) return;
      tried = true;
      String before = System.getProperty(FOLDER);
      try {
        String parent = before == null ? System.getProperty("java.io.tmpdir") : before;
        Path folder = Files.createTempDirectory(Path.of(parent), "pageloom-sqlite-");
        try {
          System.setProperty(FOLDER, folder.toString());
          SQLiteJDBCLoader.initialize();
        } finally {
          remove(folder);
        }
      } catch (Exception saidByTheFirstConnection) {
        // It asks for the library again.
      } finally {
        if (before == null) {
          System.clearProperty(FOLDER);
        } else {
          System.setProperty(FOLDER, before);
        }
      }
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) Files.delete(file);
    }
    Files.delete(folder);
  }
}
