import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/// What a viewer costs: memory of the server's process for each of a crowd that follows one page at
/// rest (resident as it is, resident after a full collection, and what that leaves of the heap), what
/// they cost while nothing happens but heartbeats, how long it takes until an event has reached all
/// of them, and CPU time of its delivery, without that of the command which made it: the same
/// commands are given, in turn, to a page that nobody follows. With few viewers the commands vary more
/// than their deliveries cost, and nothing is told. The server runs with `-Xmx512m`; a hub in plain
/// Go that keeps nothing is measured in turn. All viewers are sockets of one selector of this
/// process, on the same machine. Run it with bench/viewers.
public final class Viewers {
  private static final int FEW = 1_000;
  private static final int BLOCKS = 10;
  private static final int EVENTS_A_BLOCK = 10;

  private Viewers() {}

  /// @param arguments the archive, the hub's program or -, and how many viewers, in turn
  public static void main(String[] arguments) throws Exception {
    Path war = Path.of(arguments[0]);
    System.out.printf(
        "%-10s %8s %12s %14s %14s %14s %14s %14s %14s %16s%n",
        "", "viewers", "resident MB", "KB a viewer", "collected", "heap KB each", "idle CPU ms/s",
        "to all p50 ms", "to all p99 ms", "CPU ms a 1,000");
    for (int i = 2; i < arguments.length; i++) {
      int crowd = Integer.parseInt(arguments[i]);
      measure("Pageloom", WarServer.start(war, "-Xmx512m"), crowd, true);
      if (arguments[1].equals("-")) continue;
      measure("Go hub", new ProcessBuilder(arguments[1]).redirectErrorStream(true).start(), crowd, false);
    }
  }

  private static void measure(String name, Process server, int crowd, boolean java)
      throws Exception {
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var crowdSelector = Selector.open()) {
      URI base = WarServer.ready(server);
      // Warm: pages made, viewers that came and went, so that what is added is the viewers' alone.
      String page = "";
      for (int i = 0; i < 30; i++) page = page(client, base);
      // The hub has one page, and a command that costs it next to nothing.
      String other = java ? page(client, base) : "";
      long seq = lastSeq(client, base, page);
      try (var passing = Selector.open()) {
        join(passing, base, page, seq, Math.min(crowd, 500));
        passing.keys().forEach(Viewers::close);
      }
      double heapBefore = java ? Proc.liveKilobytes(server) : Double.NaN;
      double before = Proc.kilobytes(server, "VmRSS");
      join(crowdSelector, base, page, seq, crowd);
      double after = Proc.kilobytes(server, "VmRSS");
      double heap = java ? Proc.liveKilobytes(server) - heapBefore : Double.NaN;
      double collected = Proc.kilobytes(server, "VmRSS");
      double cpu = Proc.cpuMillis(server);
      long idleFrom = System.nanoTime();
      // Two heartbeats each.
      read(crowdSelector, 2L * crowd, 40_000);
      double idle = (Proc.cpuMillis(server) - cpu) / ((System.nanoTime() - idleFrom) / 1e9);
      for (int i = 0; i < BLOCKS; i++) {
        for (int k = 0; k < EVENTS_A_BLOCK && !other.isEmpty(); k++) rename(client, base, other);
        block(client, base, page, crowdSelector, crowd);
      }
      List<Double> arrivals = new ArrayList<>();
      double spent = 0;
      for (int i = 0; i < BLOCKS; i++) {
        double cpuBefore = Proc.cpuMillis(server);
        for (int k = 0; k < EVENTS_A_BLOCK && !other.isEmpty(); k++) rename(client, base, other);
        double cpuBetween = Proc.cpuMillis(server);
        arrivals.addAll(block(client, base, page, crowdSelector, crowd));
        spent += Proc.cpuMillis(server) - cpuBetween - (cpuBetween - cpuBefore);
      }
      double each = crowd < FEW ? Double.NaN : spent * 1000 / arrivals.size();
      double[] sorted = arrivals.stream().mapToDouble(Double::doubleValue).sorted().toArray();
      System.out.printf(
          "%-10s %,8d %12.0f %14.1f %14.1f %14.1f %14.1f %14.1f %14.1f %16.1f%n",
          name, crowd, after / 1024, (after - before) / crowd, (collected - before) / crowd, heap / crowd, idle,
          sorted[sorted.length / 2], sorted[(int) (sorted.length * 0.99)], each);
      // A selector that is closed leaves its channels open.
      crowdSelector.keys().forEach(Viewers::close);
    } finally {
      server.toHandle().destroy();
      server.waitFor(30, TimeUnit.SECONDS);
      server.destroyForcibly().waitFor();
    }
  }

  private static String page(HttpClient client, URI base) throws Exception {
    var request =
        HttpRequest.newBuilder(base.resolve("/api/generate-multi-section"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"prompt\":\"Build a modern SaaS landing page\"}"))
            .build();
    String body = client.send(request, BodyHandlers.ofString()).body();
    return body.replaceFirst("(?s).*\"page_id\":\"([^\"]+)\".*", "$1");
  }

  private static long lastSeq(HttpClient client, URI base, String page) throws Exception {
    var request = HttpRequest.newBuilder(base.resolve("/api/pages/" + page)).build();
    String body = client.send(request, BodyHandlers.ofString()).body();
    return Long.parseLong(body.replaceFirst("(?s).*?\"seq\":(\\d+).*", "$1"));
  }

  /// Some events to all, and how long each took to each.
  private static List<Double> block(HttpClient client, URI base, String page, Selector crowdSelector, int crowd)
      throws Exception {
    List<Double> arrivals = new ArrayList<>();
    for (int i = 0; i < EVENTS_A_BLOCK; i++) {
      long from = System.nanoTime();
      rename(client, base, page);
      arrivals.addAll(deliver(crowdSelector, crowd, from));
    }
    return arrivals;
  }

  private static void rename(HttpClient client, URI base, String page) throws Exception {
    String body =
        "{\"id\":\"%1$s\",\"type\":\"rename\",\"title\":\"%1$s\"}".formatted(UUID.randomUUID());
    var request =
        HttpRequest.newBuilder(base.resolve("/api/pages/" + page + "/commands"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    int status = client.send(request, BodyHandlers.ofString()).statusCode();
    if (status != 202) throw new IOException("status " + status);
  }

  /// Viewers that know the page up to its end, in steps so that no queue of connections overflows.
  private static void join(Selector selector, URI base, String page, long seq, int crowd)
      throws Exception {
    byte[] request =
        ("GET /api/pages/" + page + "/events?watch=1 HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: v1." + page
                + "." + seq + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 1; i <= crowd; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.connect(new InetSocketAddress(base.getHost(), base.getPort()));
      channel.write(ByteBuffer.wrap(request));
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      if (i % 50 == 0) answered(selector, 5);
    }
    long until = System.nanoTime() + 60_000_000_000L;
    while (selector.keys().stream().anyMatch(key -> key.attachment() == null)) {
      if (System.nanoTime() > until) throw new IOException("not all have had an answer");
      answered(selector, 100);
    }
    // What follows the head of an answer.
    read(selector, Long.MAX_VALUE, 1_500);
  }

  private static void answered(Selector selector, long millis) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    selector.select(key -> {
      take(key, buffer);
      key.attach("answered");
    }, millis);
  }

  private static long take(SelectionKey key, ByteBuffer buffer) {
    try {
      buffer.clear();
      int n = ((SocketChannel) key.channel()).read(buffer);
      if (n < 0) throw new IOException("a viewer was sent away");
      return n;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// Reads so many pieces, however long it takes up to a limit.
  private static void read(Selector selector, long pieces, long mostMillis) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    long[] got = {0};
    long until = System.nanoTime() + mostMillis * 1_000_000;
    while (got[0] < pieces && System.nanoTime() < until) {
      selector.select(key -> {
        take(key, buffer);
        got[0]++;
      }, 100);
    }
  }

  /// Milliseconds until each of them had something.
  private static List<Double> deliver(Selector selector, int crowd, long from) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
    List<Double> arrivals = new ArrayList<>(crowd);
    long until = System.nanoTime() + 30_000_000_000L;
    while (arrivals.size() < crowd) {
      if (System.nanoTime() > until) throw new IOException("only " + arrivals.size() + " have it");
      selector.select(key -> {
        // Heartbeats of a few bytes are no deliveries.
        if (take(key, buffer) > 20) arrivals.add((System.nanoTime() - from) / 1e6);
      }, 100);
    }
    return arrivals;
  }

  private static void close(SelectionKey key) {
    try {
      key.channel().close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
