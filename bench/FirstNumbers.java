import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// The first numbers a person feels: how long until the server answers, until `init`, until a whole
/// page of built-in patterns. Loopback, one request at a time, medians; run it with bench/run.
public final class FirstNumbers {
  private static final int STARTS = 5;
  private static final int PAGES = 200;
  private static final String BODY = "{\"prompt\":\"Build a modern SaaS landing page\",\"seed\":%d}";

  private FirstNumbers() {}

  public static void main(String[] arguments) throws Exception {
    Path war = Path.of(arguments[0]);
    double[] start = new double[STARTS];
    for (int i = 0; i < STARTS; i++) start[i] = coldStart(war);
    double[] init = new double[PAGES];
    double[] page = new double[PAGES];
    double firstInit;
    Process server = WarServer.start(war);
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      URI base = WarServer.ready(server);
      firstInit = generate(client, base, 0)[0];
      for (int i = 0; i < 20; i++) generate(client, base, i);
      for (int i = 0; i < PAGES; i++) {
        double[] times = generate(client, base, i);
        init[i] = times[0];
        page[i] = times[1];
      }
    } finally {
      server.toHandle().destroy();
      server.waitFor();
    }
    System.out.printf("%-44s %8s %8s %8s%n", "milliseconds", "median", "p95", "worst");
    row("java -jar to the first answer (" + STARTS + " starts)", start);
    System.out.printf("%-44s %8.1f%n", "request to init, first of a fresh process", firstInit);
    row("request to init (" + PAGES + " pages)", init);
    row("request to complete, 7 sections", page);
  }

  private static void row(String name, double[] values) {
    Arrays.sort(values);
    double median = values[values.length / 2];
    double p95 = values[(int) Math.min(values.length - 1, Math.ceil(values.length * 0.95))];
    System.out.printf("%-44s %8.1f %8.1f %8.1f%n", name, median, p95, values[values.length - 1]);
  }

  private static double coldStart(Path war) throws Exception {
    long from = System.nanoTime();
    Process server = WarServer.start(war);
    try (var client = HttpClient.newHttpClient()) {
      URI base = WarServer.ready(server);
      client.send(HttpRequest.newBuilder(base.resolve("/healthz")).build(), BodyHandlers.discarding());
      return (System.nanoTime() - from) / 1e6;
    } finally {
      server.toHandle().destroy();
      server.waitFor();
    }
  }

  /// @return milliseconds to `init` and to `complete`
  private static double[] generate(HttpClient client, URI base, int seed) throws Exception {
    var request =
        HttpRequest.newBuilder(base.resolve("/api/generate-multi-section-stream"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(BODY.formatted(seed)))
            .build();
    long from = System.nanoTime();
    double[] times = new double[2];
    var body = client.send(request, BodyHandlers.ofInputStream()).body();
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        double now = (System.nanoTime() - from) / 1e6;
        if (line.startsWith("data: {\"type\":\"init\"")) times[0] = now;
        if (line.startsWith("data: {\"type\":\"complete\"")) times[1] = now;
      }
    }
    if (times[1] == 0) throw new IOException("no complete frame");
    return times;
  }
}
