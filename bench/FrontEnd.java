import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import pageloom.Chromium;

/// What the builder costs a browser: bytes and requests before the first click, first paint, how long
/// after its frame the first section is painted, the longest task while seven sections come, and what
/// a window holds after many pages. Sections are those of the built-in patterns: all at once, and
/// once more as a model would write them, three at a time, three seconds each. Run it with
/// bench/front-end.
public final class FrontEnd {
  private static final int RUNS = 9;
  private static final int PAGES = 50;
  private static final int STREAM_MILLIS = 3_000;

  /// Without shared workers a window has the stream itself, where it can be watched. A section is
  /// painted when the frame in which it is in the preview is over.
  private static final String WATCH =
      """
      delete window.SharedWorker;
      window.tasks = [];
      new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({ type: 'longtask' });
      const { EventSource: Native } = window;
      window.EventSource = class extends Native {
        constructor(...all) {
          super(...all);
          this.addEventListener('message', ({ data }) => {
            if (!/^\\{"type":"section_(complete|delta)".*"html":"</.test(data) || window.came) return;
            window.came = performance.now();
            const look = () => {
              if (!document.getElementById('preview').contentDocument.body.querySelector(':scope > [id]')) requestAnimationFrame(look);
              else requestAnimationFrame(() => setTimeout(() => (window.painted = performance.now())));
            };
            look();
          });
        }
      };
      """;

  /// Waits within the page: asked from outside, again and again, Playwright would describe the whole
  /// page each time, in tasks of 50 to 200 ms that are not the builder's.
  private static final String UNTIL_DONE =
      """
      () => new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error('no page after 60 s')), 60_000);
        const progress = document.getElementById('progress');
        const look = () => progress.textContent.includes('All sections generated!') && resolve();
        new MutationObserver(look).observe(progress, { subtree: true, childList: true, characterData: true });
        look();
      })
      """;

  private FrontEnd() {}

  public static void main(String[] arguments) throws Exception {
    Path war = Path.of(arguments[0]);
    System.out.printf("%-56s %8s %8s %8s%n", "milliseconds, " + RUNS + " fresh windows after one", "median", "least", "most");
    try (var model = new LoopbackModel(LoopbackModel.sections(war), STREAM_MILLIS);
        var chromium = Chromium.open()) {
      Process writing = WarServer.start(war, LoopbackModel.settings(model.base()));
      try {
        String base = WarServer.ready(writing).toString();
        windows(chromium, base, "written by a model");
      } finally {
        end(writing);
      }
      Process server = WarServer.start(war);
      try {
        String base = WarServer.ready(server).toString();
        windows(chromium, base, "built-in patterns");
        memory(chromium.page(), base);
      } finally {
        end(server);
      }
    }
  }

  private static void end(Process server) throws InterruptedException {
    server.toHandle().destroy();
    server.waitFor();
  }

  private static void windows(Chromium chromium, String base, String by) {
    List<Double> paints = new ArrayList<>();
    List<Double> sections = new ArrayList<>();
    List<Double> tasks = new ArrayList<>();
    long[] weight = new long[2];
    for (int run = -1; run < RUNS; run++) {
      Page page = chromium.page();
      page.addInitScript(WATCH);
      weight = open(page, base);
      double paint = number(page, "performance.getEntriesByName('first-contentful-paint')[0].startTime");
      double from = number(page, "performance.now()");
      generate(page);
      double section = number(page, "painted - came");
      double task = number(page, "Math.max(0, ...tasks.filter((t) => t.startTime >= " + from + ").map((t) => t.duration))");
      page.context().close();
      if (run < 0) continue;
      paints.add(paint);
      sections.add(section);
      tasks.add(task);
    }
    System.out.printf("%s; before the first click: %,d bytes with heads, %d requests%n", by, weight[0], weight[1]);
    row("  first contentful paint", paints);
    row("  the first section's frame to its paint", sections);
    row("  longest task while seven come (0: none above 50)", tasks);
  }

  private static long[] open(Page page, String base) {
    CDPSession network = page.context().newCDPSession(page);
    var requests = new AtomicInteger();
    var bytes = new AtomicLong();
    network.on("Network.requestWillBeSent", event -> requests.incrementAndGet());
    network.on("Network.loadingFinished", event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
    network.send("Network.enable");
    page.navigate(base + "/");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    network.detach();
    return new long[] {bytes.get(), requests.get()};
  }

  private static void generate(Page page) {
    page.locator("#prompt").fill("Build a modern SaaS landing page, reference r1");
    page.keyboard().press("Control+Enter");
    page.evaluate(UNTIL_DONE);
  }

  private static double number(Page page, String expression) {
    return ((Number) page.evaluate(expression)).doubleValue();
  }

  private static void row(String name, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    System.out.printf("%-56s %8.0f %8.0f %8.0f%n", name, sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
  }

  private static void memory(Page page, String base) {
    open(page, base);
    System.out.printf("%-56s %8s %8s%n", "one window after a collection", "heap MB", "nodes");
    for (int made = 1; made <= PAGES; made++) {
      generate(page);
      if (made == 1 || made == 5 || made == PAGES) {
        Chromium.Held held = Chromium.held(page);
        System.out.printf("%-56s %8.1f %8.0f%n", "after " + made + " pages", held.heap() / 1e6, held.nodes());
      }
      page.locator("#new-page").click();
    }
  }
}
