package pageloom.launch;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee10.webapp.WebAppContext;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/// Serves the unpacked archive with embedded Jetty: the same folder that any container would
/// deploy.
public final class Launcher {
  /// Held, because java.util.logging forgets the level of a logger that nobody holds.
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

  private static final Logger POOL = Logger.getLogger("com.zaxxer.hikari");

  private static final int BAD_SETTING = 78; // EX_CONFIG of sysexits.h
  private static final int CANNOT_START = 1;

  private Launcher() {}

  /// From the jar that [AotCache] writes; returns when the server has stopped.
  public static void main(String[] arguments) throws Exception {
    var jar = Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    launch(Path.of(jar).resolve("../../..").normalize(), arguments);
  }

  /// Called by [Main]; returns when the server has stopped.
  ///
  /// @param home the unpacked archive
  public static void launch(Path home, String[] arguments) throws Exception {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$-7s %5$s%6$s%n");
    // How many references a cache line holds: Jetty would start all of JMX to find it out.
    System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
    // What fails at start is said below, in one line.
    JETTY.setLevel(Level.OFF);
    POOL.setLevel(Level.WARNING);
    Options options;
    try {
      options = Options.of(arguments, System.getenv());
    } catch (Options.Invalid e) {
      fail(BAD_SETTING, e.getMessage());
      return;
    }
    if (options.help()) {
      System.out.print(help());
      return;
    }
    if (options.config() != null) System.setProperty("pageloom.config", options.config());
    Options.Task task = options.task();
    if (task == null) serve(home, options);
    else if (task.name().equals("aot")) makeCache(home);
    else perform(home, task, options);
  }

  /// Has the application's own classes do something, as a container would load them.
  private static void perform(Path home, Options.Task task, Options options) throws Exception {
    List<URL> urls = new ArrayList<>();
    urls.add(home.resolve("WEB-INF/classes/").toUri().toURL());
    try (Stream<Path> jars = Files.list(home.resolve("WEB-INF/lib"))) {
      for (Path jar : jars.sorted().toList()) urls.add(jar.toUri().toURL());
    }
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (var application = new URLClassLoader(urls.toArray(URL[]::new), platform)) {
      Thread.currentThread().setContextClassLoader(application);
      Object said =
          Class.forName("pageloom.app.Backups", true, application)
              .getMethod(task.name(), Path.class)
              .invoke(null, task.file());
      System.out.println(said);
    } catch (InvocationTargetException e) {
      fail(exitCode(e), reason(e, options));
    }
  }

  private static void makeCache(Path home) throws InterruptedException {
    try {
      System.out.println(AotCache.make(home));
    } catch (IOException e) {
      fail(CANNOT_START, "the cache can't be made: " + e.getMessage());
    }
  }

  private static void serve(Path home, Options options) throws Exception {
    var threads = new QueuedThreadPool();
    threads.setName("http");
    threads.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("http-"));
    var server = new Server(threads);
    ServerConnector connector = connector(server, options);
    server.addConnector(connector);
    WebAppContext context = context(home);
    server.setHandler(compressed(context));
    server.setErrorHandler(new ProblemHandler());
    try {
      server.start();
    } catch (Exception e) {
      fail(exitCode(e), reason(e, options));
    }
    JETTY.setLevel(Level.WARNING);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context, server), "stop"));
    System.out.println(
        "Pageloom is ready: http://"
            + urlHost(options.host())
            + ":"
            + connector.getLocalPort()
            + "/");
    server.join();
  }

  private static ServerConnector connector(Server server, Options options) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(8 * 1024);
    // Every answer is written in one piece, and a viewer would keep the buffer that gathers small
    // ones for hours. The application is told, or it would make that buffer small and flush it.
    http.setOutputAggregationSize(0);
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(options.host());
    connector.setPort(options.port());
    // After a restart all viewers come back within seconds; the system's default is 50, and beyond
    // that it drops connections without a word.
    connector.setAcceptQueueSize(4_096);
    return connector;
  }

  /// The builder's files in a third of the bytes. Streams and answers of the API are never touched:
  /// a frame must leave when it is written.
  private static CompressionHandler compressed(WebAppContext context) {
    var files =
        CompressionConfig.builder()
            .compressIncludeMethod("GET")
            .compressIncludeMimeType("text/html")
            .compressIncludeMimeType("text/css")
            .compressIncludeMimeType("text/javascript")
            .compressIncludeMimeType("image/svg+xml")
            .decompressExcludePath("/*")
            .build();
    var handler = new CompressionHandler(context);
    handler.putCompression(new GzipCompression());
    handler.putConfiguration("/*", files);
    return handler;
  }

  private static WebAppContext context(Path home) throws IOException {
    var context = new WebAppContext();
    context.setContextPath("/");
    context.setWar(home.toString());
    context.setTempDirectory(Files.createTempDirectory("pageloom-").toFile());
    context.setTempDirectoryPersistent(false);
    // Where everything is on one class path, classes must come from there, or no cache has them.
    context.setParentLoaderPriority(
        Launcher.class.getResource("/pageloom/app/Application.class") != null);
    context.setThrowUnavailableOnStartupException(true);
    context.setInitParameter("org.eclipse.jetty.ee10.servlet.Default.dirAllowed", "false");
    context.setInitParameter("pageloom.gathers", "false");
    return context;
  }

  /// The application drains first: its streams end in good order while the connections still work.
  private static void stop(WebAppContext context, Server server) {
    long from = System.nanoTime();
    try {
      if (context.getServletContext().getAttribute("pageloom.drain") instanceof Runnable drain) {
        drain.run();
      }
      server.stop();
      // Not a log record: java.util.logging closes its handlers while this runs.
      System.out.println("Pageloom stopped in " + (System.nanoTime() - from) / 1_000_000 + " ms");
    } catch (Exception e) {
      System.err.println("pageloom: did not stop cleanly: " + e);
    }
  }

  private static String urlHost(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }

  private static String help() throws IOException {
    try (InputStream in = Launcher.class.getResourceAsStream("help.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static int exitCode(Throwable failure) {
    Throwable refusal = refusal(failure);
    boolean setting = refusal != null && refusal.getClass().getName().endsWith("$Invalid");
    return setting ? BAD_SETTING : CANNOT_START;
  }

  private static String reason(Throwable failure, Options options) {
    Throwable refusal = refusal(failure);
    if (refusal != null) return String.valueOf(refusal.getMessage());
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof BindException) {
        return "port "
            + options.port()
            + " of "
            + options.host()
            + " is in use. Choose another with --port.";
      }
    }
    return "can't start: " + failure;
  }

  /// What the application itself said about why it can't start. Its classes are not ours, so it is
  /// known by name.
  private static @Nullable Throwable refusal(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t.getClass().getName().startsWith("pageloom.")) return t;
    }
    return null;
  }

  private static void fail(int code, @Nullable String message) {
    String text = message == null ? "can't start" : message;
    text.lines().forEach(line -> System.err.println("pageloom: " + line));
    // Not exit(): a half-started server must not be stopped in good order, it is just over.
    Runtime.getRuntime().halt(code);
  }
}
