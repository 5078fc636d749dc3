import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// How long a page of seven sections takes to be handed out in each format, and what it costs the
/// server in CPU; the first time in a fresh process, and then. Loopback, one request at a time; run
/// it with bench/exports.
public final class Exports {
  private static final int TIMES = 200;
  private static final int PAGES = 30;
  private static final List<String> PROJECTS = List.of("react", "typescript", "vue", "svelte");
  private static final Pattern ID = Pattern.compile("\"page_id\":\"([^\"]+)\"");

  private Exports() {}

  public static void main(String[] arguments) throws Exception {
    Process server = WarServer.start(Path.of(arguments[0]));
    try (var client = HttpClient.newHttpClient()) {
      URI base = WarServer.ready(server);
      String page = page(client, base, 0);
      System.out.printf(
          "%-30s %9s %9s %9s %9s %9s%n", "milliseconds", "median", "p95", "worst", "CPU", "first");
      double[] firsts = new double[PROJECTS.size()];
      for (int i = 0; i < firsts.length; i++) {
        firsts[i] = export(client, base, page, PROJECTS.get(i));
      }
      for (int i = 0; i < TIMES; i++) export(client, base, page, PROJECTS.get(i % firsts.length));
      for (int i = 0; i < firsts.length; i++) {
        String format = PROJECTS.get(i);
        measure(server, format, firsts[i], TIMES, n -> export(client, base, page, format));
      }
      double cpu = Proc.cpuMillis(server);
      double first = export(client, base, page, "html");
      System.out.printf("the first html used %.0f ms of CPU%n", Proc.cpuMillis(server) - cpu);
      String[] others = new String[PAGES];
      for (int i = 0; i < PAGES; i++) others[i] = page(client, base, i + 1);
      Call another = n -> export(client, base, others[n], "html");
      measure(server, "html, each time another page", first, PAGES, another);
      measure(server, "html, one of these again", 0, TIMES, n -> another.millis(PAGES - 1));
    } finally {
      server.toHandle().destroy();
      server.waitFor();
    }
  }

  /// One export; how long it took.
  @FunctionalInterface
  private interface Call {
    double millis(int n) throws Exception;
  }

  private static void measure(Process server, String name, double first, int times, Call call)
      throws Exception {
    double cpu = Proc.cpuMillis(server);
    double[] values = new double[times];
    for (int n = 0; n < times; n++) values[n] = call.millis(n);
    double used = (Proc.cpuMillis(server) - cpu) / times;
    Arrays.sort(values);
    System.out.printf(
        "%-30s %9.1f %9.1f %9.1f %9.1f %9.1f%n",
        name,
        values[times / 2],
        values[(int) Math.min(times - 1, Math.ceil(times * 0.95))],
        values[times - 1],
        used,
        first);
  }

  private static String page(HttpClient client, URI base, int seed) throws Exception {
    String body = "{\"prompt\":\"Build a modern SaaS landing page\",\"seed\":%d}".formatted(seed);
    var request =
        HttpRequest.newBuilder(base.resolve("/api/generate-multi-section"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    var id = ID.matcher(client.send(request, BodyHandlers.ofString()).body());
    if (!id.find()) throw new IOException("no page");
    return id.group(1);
  }

  private static double export(HttpClient client, URI base, String page, String format)
      throws Exception {
    URI address = base.resolve("/api/pages/" + page + "/export?format=" + format);
    long from = System.nanoTime();
    var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) throw new IOException(format + ": " + answer.statusCode());
    return (System.nanoTime() - from) / 1e6;
  }
}
