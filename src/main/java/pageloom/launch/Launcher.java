package pageloom.launch;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.compression.gzip.GzipCompression;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.ee10.servlet.DefaultServlet;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.ListenerHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.resource.ResourceFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/// Serves the unpacked archive with embedded Jetty. The application is the one that any container
/// would deploy, but it is not deployed: to read descriptors, to search seventy archives and to set
/// class loaders apart takes longer than all else that happens at a start.
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
    else perform(task, options);
  }

  private static void perform(Options.Task task, Options options) throws Exception {
    try {
      Object said =
          Class.forName("pageloom.app.Backups")
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
    ServletContextHandler context = context(home);
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
  private static CompressionHandler compressed(ServletContextHandler context) {
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

  /// What `WEB-INF/web.xml` says to containers is said here once more.
  private static ServletContextHandler context(Path home) throws IOException {
    var context = new ServletContextHandler("/");
    ResourceFactory places = ResourceFactory.of(context);
    context.setBaseResource(
        ResourceFactory.combine(
            places.newResource(home), places.newResource(home.resolve(Main.WEB_JARS))));
    context.setProtectedTargets(new String[] {"/WEB-INF", "/META-INF"});
    context.setClassLoader(Launcher.class.getClassLoader());
    context.setTempDirectory(Files.createTempDirectory("pageloom-").toFile());
    context.setTempDirectoryPersistent(false);
    context.setWelcomeFiles(new String[] {"index.html"});
    for (String extension : List.of("js", "mjs")) {
      context.getMimeTypes().addMimeMapping(extension, "text/javascript");
    }
    var errors = new ErrorPageErrorHandler();
    errors.addErrorPage(ErrorPageErrorHandler.GLOBAL_ERROR_PAGE, "/error");
    context.setErrorHandler(errors);
    context.setInitParameter("pageloom.gathers", "false");
    var application = new ListenerHolder();
    application.setClassName("pageloom.app.Application");
    context.getServletHandler().addListener(application);
    var files = new ServletHolder("default", DefaultServlet.class);
    files.setInitParameter("dirAllowed", "false");
    context.addServlet(files, "/");
    return context;
  }

  /// The application drains first: its streams end in good order while the connections still work.
  private static void stop(ServletContextHandler context, Server server) {
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

  /// What the application itself said about why it can't start.
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
