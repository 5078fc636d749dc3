package pageloom.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the JVM knew after a first page, kept for the next starts (JEP 483 and 514): classes are
/// there read, checked and linked. Such a cache belongs to one JDK and one class path of jars, so
/// the unpacked archive gets a jar of its own that names all others; the server started from it
/// differs in nothing but who loads its classes.
final class AotCache {
  private static final Pattern READY = Pattern.compile("ready: (http://\\S+)");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final List<String> CLASSES = List.of("classes", "launcher/classes");

  private final Path webInf;
  private final Path folder;

  private AotCache(Path home) {
    this.webInf = home.resolve("WEB-INF");
    this.folder = webInf.resolve("aot");
  }

  /// Makes it, unless it is there, which takes a first start and a page of the built-in patterns.
  ///
  /// @param home the unpacked archive
  /// @return the cache; the jar is beside it
  static Path make(Path home) throws IOException, InterruptedException {
    return new AotCache(home).made();
  }

  private Path made() throws IOException, InterruptedException {
    Path cache = folder.resolve("pageloom.aot");
    if (Files.exists(cache)) return cache;
    Files.createDirectories(folder);
    Path jar = folder.resolve("pageloom.jar");
    if (!Files.exists(jar)) writeJar(jar);
    Path draft = Files.createTempFile(folder, "draft", ".aot");
    Path data = Files.createTempDirectory("pageloom-first");
    try {
      trainOn(jar, draft, data);
      return Files.move(draft, cache, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(draft);
      delete(data);
    }
  }

  private void writeJar(Path jar) throws IOException {
    var manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, Launcher.class.getName());
    main.put(Attributes.Name.CLASS_PATH, String.join(" ", jars()));
    // As in the archive's own: the embedded database is native code.
    main.putValue("Enable-Native-Access", "ALL-UNNAMED");
    Path draft = Files.createTempFile(folder, "draft", ".jar");
    Set<String> written = new HashSet<>();
    try (OutputStream file = Files.newOutputStream(draft);
        var out = new JarOutputStream(file, manifest)) {
      for (String classes : CLASSES) copy(webInf.resolve(classes), out, written);
    }
    Files.move(draft, jar, StandardCopyOption.ATOMIC_MOVE);
  }

  /// Each library once, the application's and the launcher's, as the jar sees them.
  private Iterable<String> jars() throws IOException {
    var places = new TreeMap<String, String>();
    for (String where : List.of("lib", "launcher")) {
      try (Stream<Path> files = Files.list(webInf.resolve(where))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".jar"))
            .forEach(name -> places.putIfAbsent(name, "../" + where + "/" + name));
      }
    }
    return places.values();
  }

  private static void copy(Path classes, JarOutputStream out, Set<String> written)
      throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String name = classes.relativize(file).toString().replace('\\', '/');
        if (!written.add(name)) continue;
        out.putNextEntry(new JarEntry(name));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
  }

  /// A server of its own that makes one page and stops; the JVM then writes the cache by itself.
  private static void trainOn(Path jar, Path cache, Path data)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(
            java, "-XX:AOTCacheOutput=" + cache, "-jar", jar.toString(), "--port", "0");
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("PAGELOOM_") || name.endsWith("_KEY"));
    environment.put("PAGELOOM_DATA", data.toString());
    Process server = builder.redirectErrorStream(true).start();
    try {
      var said = new StringBuilder();
      BufferedReader lines = server.inputReader();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        said.append(line).append('\n');
        var ready = READY.matcher(line);
        if (!ready.find()) continue;
        use(URI.create(ready.group(1)));
        server.toHandle().destroy();
      }
      boolean ended = server.waitFor(2, TimeUnit.MINUTES);
      if (!ended || Files.size(cache) == 0) throw new IOException("no cache came of it:\n" + said);
    } finally {
      server.destroyForcibly();
    }
  }

  /// What most people do first.
  private static void use(URI base) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      for (String path : List.of("", "full-page-builder.js", "api/page-types", "api/pages")) {
        var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).build();
        client.send(request, BodyHandlers.discarding());
      }
      var page =
          HttpRequest.newBuilder(base.resolve("api/generate-multi-section-stream"))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"prompt\":\"Build a modern SaaS landing page\"}"))
              .build();
      client.send(page, BodyHandlers.discarding());
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
    }
  }
}
