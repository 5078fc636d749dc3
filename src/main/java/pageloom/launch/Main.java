package pageloom.launch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * {@code java -jar pageloom.war}. Compiled for Java 8, so that an old JVM prints one line. Unpacks
 * the archive once a build and hands over to the launcher inside it, whose class loader sees what
 * was unpacked and not the archive.
 */
public final class Main {
  /** Where in the unpacked archive the files lie that libraries bring for browsers. */
  static final String WEB_JARS = "WEB-INF/web-jars";

  private static final String LIBRARIES = "WEB-INF/lib";
  private static final int REQUIRED_JAVA = 25;

  private Main() {}

  /**
   * Starts the server; returns when it has stopped.
   *
   * @param arguments see {@code --help}
   * @throws Throwable what the launcher threw
   */
  public static void main(String[] arguments) throws Throwable {
    String version = System.getProperty("java.specification.version");
    if (version.startsWith("1.") || Integer.parseInt(version) < REQUIRED_JAVA) {
      fail(
          "needs Java "
              + REQUIRED_JAVA
              + " or newer; this is Java "
              + version
              + " in "
              + System.getProperty("java.home")
              + ".");
    }
    Path home;
    try {
      home = unpacked(archive());
    } catch (IOException e) {
      fail(
          "can't unpack itself into the cache folder ("
              + e.getMessage()
              + "). Name another with XDG_CACHE_HOME.");
      return;
    }
    ClassLoader loader = loader(home);
    Thread.currentThread().setContextClassLoader(loader);
    try {
      Class.forName("pageloom.launch.Launcher", true, loader)
          .getMethod("launch", Path.class, String[].class)
          .invoke(null, home, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static void fail(String message) {
    System.err.println("pageloom: " + message);
    System.exit(78); // EX_CONFIG of sysexits.h
  }

  private static Path archive() throws URISyntaxException {
    return Paths.get(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  // The loader lives as long as the process.
  @SuppressWarnings("resource")
  private static ClassLoader loader(Path home) throws IOException {
    List<URL> urls = new ArrayList<URL>();
    urls.add(home.resolve("WEB-INF/launcher/classes/").toUri().toURL());
    urls.add(home.resolve("WEB-INF/classes/").toUri().toURL());
    for (String folder : new String[] {"WEB-INF/launcher", LIBRARIES}) {
      for (Path jar : jars(home.resolve(folder))) urls.add(jar.toUri().toURL());
    }
    // The platform's loader as parent: this archive, on the class path, stays out of sight.
    return new URLClassLoader(
        urls.toArray(new URL[0]), ClassLoader.getSystemClassLoader().getParent());
  }

  private static List<Path> jars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<Path>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : found) jars.add(jar);
    }
    Collections.sort(jars);
    return jars;
  }

  /**
   * The archive as a folder, named after its size and time: made once a build, older ones removed.
   */
  private static Path unpacked(Path archive) throws IOException {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path cache =
        (xdg != null && !xdg.isEmpty()
                ? Paths.get(xdg)
                : Paths.get(System.getProperty("user.home"), ".cache"))
            .resolve("pageloom");
    Path home =
        cache.resolve(
            "war-" + Files.size(archive) + "-" + Files.getLastModifiedTime(archive).toMillis());
    if (Files.isDirectory(home)) return home;
    Files.createDirectories(cache);
    Path draft = Files.createTempDirectory(cache, "unpack");
    unzip(archive, draft, "");
    for (Path jar : jars(draft.resolve(LIBRARIES))) {
      unzip(jar, draft.resolve(WEB_JARS), "META-INF/resources/");
    }
    try {
      Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // Another start of the same build may have been faster.
      if (!Files.isDirectory(home)) throw e;
      delete(draft);
    }
    prune(cache, home);
    return home;
  }

  /**
   * @param under what of it is wanted; the folder gets what comes after that
   */
  private static void unzip(Path archive, Path folder, String under) throws IOException {
    try (ZipInputStream in =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().startsWith(under)) continue;
        Path file = folder.resolve(entry.getName().substring(under.length())).normalize();
        if (!file.startsWith(folder)) throw new IOException("bad entry " + entry.getName());
        if (entry.isDirectory()) {
          Files.createDirectories(file);
        } else {
          Path parent = file.getParent();
          if (parent != null) Files.createDirectories(parent);
          Files.copy(in, file);
        }
      }
    }
  }

  /** Removes builds that were unpacked over a week ago; a server may still run from a newer one. */
  private static void prune(Path cache, Path keep) throws IOException {
    long old = System.currentTimeMillis() - 7L * 24 * 60 * 60 * 1000;
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(cache)) {
      for (Path folder : folders) {
        if (!folder.equals(keep) && Files.getLastModifiedTime(folder).toMillis() < old) {
          delete(folder);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(file);
      }
    }
  }
}
