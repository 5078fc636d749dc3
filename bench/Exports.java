import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// How long a page of seven sections takes to be handed out in each format: the first time in a
/// fresh process, and then. Loopback, one request at a time; run it with bench/exports.
public final class Exports {
  private static final int TIMES = 200;
  private static final int PAGES = 30;
  private static final Pattern READY = Pattern.compile("ready: (http://\\S+)/");
  private static final Pattern ID = Pattern.compile("\"page_id\":\"([^\"]+)\"");

  private Exports() {}

  public static void main(String[] arguments) throws Exception {
    Process server = serve(Path.of(arguments[0]));
    try (var client = HttpClient.newHttpClient()) {
      URI base = ready(server);
      String page = page(client, base, 0);
      System.out.printf("%-34s %9s %9s %9s %9s%n", "milliseconds", "first", "median", "p95", "worst");
      for (String format : List.of("react", "typescript", "vue", "svelte")) {
        double first = export(client, base, page, format);
        double[] then = new double[TIMES];
        for (int i = 0; i < TIMES; i++) then[i] = export(client, base, page, format);
        row(format, first, then);
      }
      double first = export(client, base, page, "html");
      double[] others = new double[PAGES];
      for (int i = 0; i < PAGES; i++) {
        others[i] = export(client, base, page(client, base, i + 1), "html");
      }
      row("html, each time another page", first, others);
      double[] again = new double[TIMES];
      for (int i = 0; i < TIMES; i++) again[i] = export(client, base, page, "html");
      row("html, a page of before", export(client, base, page, "html"), again);
    } finally {
      server.toHandle().destroy();
      server.waitFor();
    }
  }

  private static void row(String name, double first, double[] values) {
    Arrays.sort(values);
    double p95 = values[(int) Math.min(values.length - 1, Math.ceil(values.length * 0.95))];
    System.out.printf(
        "%-34s %9.1f %9.1f %9.1f %9.1f%n",
        name, first, values[values.length / 2], p95, values[values.length - 1]);
  }

  private static Process serve(Path war) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(java, "-jar", war.toString(), "--port", "0");
    builder.redirectErrorStream(true);
    builder.environment().put("PAGELOOM_DATA", Files.createTempDirectory("bench").toString());
    return builder.start();
  }

  private static URI ready(Process server) throws IOException {
    BufferedReader lines = server.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      var match = READY.matcher(line);
      if (match.find()) {
        // Keep reading, or the server would block on a full pipe.
        Thread.ofVirtual().start(() -> lines.lines().forEach(ignored -> {}));
        return URI.create(match.group(1));
      }
    }
    throw new IOException("the server ended before it was ready");
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
