package pageloom;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The real browser that tests look through: one process, of the thread that opened it. A machine
/// without one fails the test and is told what to install; nothing is skipped.
public final class Chromium implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/usr/bin/google-chrome-stable",
          "/snap/bin/chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /// Starts it, without a window.
  public static Chromium open() {
    Optional<Path> executable = executable();
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    try {
      var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(ARGUMENTS);
      executable.ifPresent(options::setExecutablePath);
      return new Chromium(playwright, playwright.chromium().launch(options));
    } catch (RuntimeException e) {
      playwright.close();
      throw new AssertionError(
          "These tests need Chromium, and "
              + executable.map(path -> path + " does not start").orElse("there is none")
              + ". Install it (Debian, Ubuntu: apt-get install chromium) or name its executable in"
              + " PAGELOOM_CHROMIUM.",
          e);
    }
  }

  /// The browser itself.
  public Browser browser() {
    return browser;
  }

  /// An empty page in a context of its own.
  public Page page() {
    return browser.newPage();
  }

  /// From now on adds what the page's scripts throw and what its console calls an error.
  public static void listen(Page page, Collection<String> complaints) {
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) complaints.add(message.text());
    });
  }

  /// Has what is opened from now on follow each page on a stream of the tab's own, as browsers
  /// without shared workers do: Playwright sees and changes a tab's requests, not a worker's.
  public static void withoutSharedWorkers(Page page) {
    page.addInitScript("delete window.SharedWorker");
  }

  /// What a page holds after a collection.
  ///
  /// @param heap bytes of its scripts
  /// @param nodes of all its documents
  public record Held(double heap, double nodes) {}

  public static Held held(Page page) {
    CDPSession devtools = page.context().newCDPSession(page);
    try {
      devtools.send("Performance.enable");
      devtools.send("HeapProfiler.collectGarbage");
      JsonArray metrics = devtools.send("Performance.getMetrics").getAsJsonArray("metrics");
      return new Held(metric(metrics, "JSHeapUsedSize"), metric(metrics, "Nodes"));
    } finally {
      devtools.detach();
    }
  }

  private static double metric(JsonArray metrics, String name) {
    for (JsonElement one : metrics) {
      JsonObject metric = one.getAsJsonObject();
      if (metric.get("name").getAsString().equals(name)) return metric.get("value").getAsDouble();
    }
    throw new AssertionError("no " + name + " in " + metrics);
  }

  @Override
  public void close() {
    playwright.close();
  }

  /// The named one, or the system's; none leaves it to what Playwright has downloaded.
  private static Optional<Path> executable() {
    String named = System.getenv("PAGELOOM_CHROMIUM");
    if (named != null && !named.isBlank()) {
      return Optional.of(Path.of(named));
    }
    return Stream.concat(PLACES.stream().map(Path::of), onPath())
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Stream<Path> onPath() {
    String path = System.getenv().getOrDefault("PATH", "");
    return Stream.of(path.split(java.io.File.pathSeparator, -1))
        .filter(directory -> !directory.isBlank())
        .flatMap(directory ->
            Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of(directory, name)));
  }
}
