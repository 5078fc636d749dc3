import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How long a start takes, from the command to the first answer of `/healthz`, and what the process
/// holds then: Pageloom plain and with an AOT cache, Spring Boot likewise. Each in turn, in one run;
/// the files of all are in the system's memory after the first round, which does not count. Run it
/// with bench/starts.
public final class Starts {
  private static final int ROUNDS = 9;

  private Starts() {}

  private static final class Server {
    final String name;
    final List<String> command;
    final List<Double> millis = new ArrayList<>();
    final List<Double> megabytes = new ArrayList<>();

    Server(String name, List<String> command) {
      this.name = name;
      this.command = command;
    }

    void round() throws Exception {
      var builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().keySet().removeIf(n -> n.startsWith("PAGELOOM_"));
      builder.environment().put("PAGELOOM_DATA", Files.createTempDirectory("starts").toString());
      long from = System.nanoTime();
      Process process = builder.start();
      try (var client = HttpClient.newHttpClient()) {
        URI health = WarServer.ready(process).resolve("/healthz");
        int status =
            client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding()).statusCode();
        if (status != 200) throw new IOException(name + ": status " + status);
        millis.add((System.nanoTime() - from) / 1e6);
        megabytes.add(Proc.kilobytes(process, "VmRSS") / 1024);
      } finally {
        process.toHandle().destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
      }
    }
  }

  /// @param arguments name and command of each, a command's words separated by line breaks
  public static void main(String[] arguments) throws Exception {
    List<Server> servers = new ArrayList<>();
    for (int i = 0; i < arguments.length; i += 2) {
      servers.add(new Server(arguments[i], List.of(arguments[i + 1].split("\n"))));
    }
    for (Server server : servers) server.round();
    for (Server server : servers) {
      server.millis.clear();
      server.megabytes.clear();
    }
    for (int i = 0; i < ROUNDS; i++) for (Server server : servers) server.round();
    System.out.printf(
        "%d starts each after one; load average %s%n",
        ROUNDS, Files.readString(Path.of("/proc/loadavg")).replaceFirst(" \\d+/.*\\n", ""));
    System.out.printf(
        "%-28s %26s %8s %8s %14s%n", "", "ms to first answer: median", "least", "most", "resident MB");
    for (Server server : servers) {
      double[] millis = sorted(server.millis);
      System.out.printf(
          "%-28s %26.0f %8.0f %8.0f %14.0f%n",
          server.name, millis[ROUNDS / 2], millis[0], millis[ROUNDS - 1],
          sorted(server.megabytes)[ROUNDS / 2]);
    }
  }

  private static double[] sorted(List<Double> values) {
    double[] array = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(array);
    return array;
  }
}
