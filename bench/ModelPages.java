import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What pages written by a model cost: CPU time of the server's process a page, how long after the
/// model's last chunk a section is there, how long after the request `init` is, and how long a page
/// takes. The model is a loopback endpoint that answers with
/// the fragments of the built-in patterns at a set pace. Go programs that do the same work, in part
/// or as far as their libraries go, are measured in turn with the server. Run it with
/// bench/model-pages.
public final class ModelPages {
  private static final String PROMPT = "Build a modern SaaS landing page, reference %s";
  private static final String BODY = "{\"prompt\":\"%s\",\"pageType\":\"saas\",\"parallelism\":%d}";
  private static final Pattern READY = Pattern.compile("ready: (http://\\S+?)/?(\\s|$)");
  private static final Pattern COMPLETE =
      Pattern.compile("\\{\"type\":\"section_complete\",\"section\":\"(\\w+)\"");
  private static final int SECTIONS = 7;

  private static int rounds = 7;
  private static int warm = 12;
  private static int[] loads = {100};
  private static int pages;
  private static int streamMillis = 1000;
  private static int parallelism = 7;
  private static int spreadMillis = 0;
  private static boolean memory;
  private static String jfr = "";
  private static String cache = "";

  private ModelPages() {}

  public static void main(String[] arguments) throws Exception {
    Path war = Path.of(arguments[0]);
    Map<String, String> peers = new LinkedHashMap<>();
    for (int i = 1; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--rounds" -> rounds = Integer.parseInt(arguments[++i]);
        case "--warm" -> warm = Integer.parseInt(arguments[++i]);
        case "--pages" -> loads = Arrays.stream(arguments[++i].split(",")).mapToInt(Integer::parseInt).toArray();
        case "--stream-ms" -> streamMillis = Integer.parseInt(arguments[++i]);
        case "--parallelism" -> parallelism = Integer.parseInt(arguments[++i]);
        case "--spread-ms" -> spreadMillis = Integer.parseInt(arguments[++i]);
        case "--cache" -> cache = arguments[++i];
        case "--memory" -> memory = true;
        case "--jfr" -> jfr = arguments[++i];
        case "--peer" -> peers.put(arguments[++i], arguments[++i]);
        default -> throw new IllegalArgumentException("no such option: " + arguments[i]);
      }
    }
    // Everything is warmed up by the same load, so that rows of different loads can be compared.
    pages = Arrays.stream(loads).filter(n -> n <= 100).max().orElse(loads[0]);
    Map<String, LoopbackModel.Section> sections = LoopbackModel.sections(war);
    List<Server> servers = new ArrayList<>();
    try (var model = new LoopbackModel(sections, streamMillis)) {
      servers.add(Server.start("Pageloom", pageloom(war, model.base())));
      if (!peers.isEmpty()) {
        Path fixture = fixture(servers.getFirst(), model, sections);
        for (var peer : peers.entrySet()) {
          List<String> command = new ArrayList<>(List.of(peer.getValue().split(" ")));
          command.addAll(List.of(fixture.toString(), model.base()));
          servers.add(Server.start(peer.getKey(), new ProcessBuilder(command)));
        }
      }
      for (int i = 0; i < warm; i++) for (Server server : servers) round(server, model, sections);
      if (memory) inFlight(servers.getFirst(), model, sections);
      if (!jfr.isEmpty()) Proc.jcmd(servers.getFirst().process, "JFR.start", "name=bench", "settings=" + cpu());
      for (int load : loads) {
        pages = load;
        for (Server server : servers) server.forget();
        for (int i = 0; i < rounds; i++) {
          for (Server server : servers) round(server, model, sections);
        }
        report(servers);
      }
      if (!jfr.isEmpty()) Proc.jcmd(servers.getFirst().process, "JFR.dump", "name=bench", "filename=" + jfr);
    } finally {
      for (Server server : servers) server.stop();
    }
    System.exit(servers.stream().allMatch(s -> s.failures.isEmpty()) ? 0 : 1);
  }

  /// What is left of the heap after a full collection while all pages are half written, against what
  /// is left of it before they begin.
  private static void inFlight(Server server, LoopbackModel model, Map<String, LoopbackModel.Section> sections) throws Exception {
    double before = Proc.liveKilobytes(server.process);
    try (var beside = Executors.newSingleThreadScheduledExecutor()) {
      Future<Double> then =
          beside.schedule(() -> Proc.liveKilobytes(server.process), streamMillis / 2, TimeUnit.MILLISECONDS);
      round(server, model, sections);
      System.out.printf("heap of a page in flight: %.1f KB%n", (then.get() - before) / pages);
    }
  }

  private static void report(List<Server> servers) throws IOException {
    System.out.printf(
        "%d pages at once, %d sections x %d chunks over %d ms; %d rounds after %d to warm up;"
            + " load average %s%n",
        pages, SECTIONS, LoopbackModel.CHUNKS, streamMillis, rounds, warm,
        String.join(" ", Arrays.asList(Files.readString(Path.of("/proc/loadavg")).split(" ")).subList(0, 3)));
    System.out.printf(
        "%-20s %26s %8s %8s %8s %9s %9s %9s %9s %9s %9s%n",
        "", "CPU ms a page: median", "least", "most", "lag p50", "lag p99", "init p50", "init p99",
        "page ms", "peak MB", "failures");
    for (Server s : servers) {
      double[] cpu = sorted(s.cpu);
      double[] lag = sorted(s.lags);
      double[] init = sorted(s.inits);
      System.out.printf(
          "%-20s %26.1f %8.1f %8.1f %8.1f %9.1f %9.1f %9.1f %9.0f %9d %9d%n",
          s.name, at(cpu, 0.5), cpu[0], cpu[cpu.length - 1], at(lag, 0.5), at(lag, 0.99),
          at(init, 0.5), at(init, 0.99), at(sorted(s.times), 0.5),
          Math.round(Proc.kilobytes(s.process, "VmHWM") / 1024),
          s.failures.size());
      System.out.println("  rounds: " + s.cpu + ", KB sent a page: " + s.bytes.get() / pages / rounds / 1024);
      s.failures.stream().limit(5).forEach(f -> System.out.println("  " + f));
    }
  }

  private static double[] sorted(Iterable<Double> values) {
    List<Double> list = new ArrayList<>();
    values.forEach(list::add);
    double[] array = list.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return array.length == 0 ? new double[] {Double.NaN} : array;
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  }

  /// Has the server make one page and writes down what the peer needs to make the same.
  private static Path fixture(Server server, LoopbackModel model, Map<String, LoopbackModel.Section> sections)
      throws Exception {
    List<String> written = new ArrayList<>();
    String init = "";
    try (var client = HttpClient.newHttpClient()) {
      model.keep = true;
      var lines = client.send(server.generate("r0"), BodyHandlers.ofLines()).body().toList();
      model.keep = false;
      init = lines.getFirst().substring("data: ".length());
    }
    for (LoopbackModel.Section section : sections.values()) {
      written.add(
          "{\"name\":\"%s\",\"kind\":\"%s\",\"code\":\"%s\",\"request\":%s}"
              .formatted(
                  section.name(),
                  Json.raw(section.json(), "componentType"),
                  Json.raw(section.json(), "code"),
                  model.kept.get(section.anchor())));
    }
    Path file = Files.createTempFile("model-pages", ".json");
    file.toFile().deleteOnExit();
    return Files.writeString(
        file,
        "{\"prompt\":\"%s\",\"init\":%s,\"sections\":[%s]}"
            .formatted(PROMPT.formatted("r0"), init, String.join(",", written)));
  }

  private static Path data() throws IOException {
    Path folder = Files.createTempDirectory("model-pages");
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
              } catch (IOException e) {
                System.err.println(folder + " stays: " + e);
              }
            }));
    return folder;
  }

  private static ProcessBuilder pageloom(Path war, String model) throws IOException {
    var builder = new ProcessBuilder(java("java"), "-jar", war.toString(), "--port", "0");
    if (!cache.isEmpty()) {
      builder.command(
          java("java"), "-XX:AOTCache=" + cache, "-jar", cache.replace(".aot", ".jar"), "--port", "0");
    }
    if (!jfr.isEmpty()) {
      builder.command().addAll(1, List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints"));
    }
    var environment = builder.environment();
    environment.keySet().removeIf(n -> n.startsWith("PAGELOOM_") || n.endsWith("_API_KEY"));
    environment.put("PAGELOOM_DATA", data().toString());
    LoopbackModel.settings(model).forEach(environment::put);
    environment.put("PAGELOOM_MAX_GENERATING", Integer.toString(Math.max(100, Arrays.stream(loads).max().orElseThrow())));
    return builder;
  }

  private static String java(String tool) {
    return Path.of(System.getProperty("java.home"), "bin", tool).toString();
  }

  /// The settings of a recording that samples CPU time.
  private static Path cpu() throws Exception {
    Path settings = Files.createTempFile("cpu", ".jfc");
    settings.toFile().deleteOnExit();
    Files.delete(settings);
    new ProcessBuilder(
            java("jfr"), "configure", "--input", "profile.jfc", "--output", settings.toString(),
            "jdk.CPUTimeSample#enabled=true", "jdk.CPUTimeSample#throttle=5ms")
        .inheritIO().start().waitFor();
    return settings;
  }

  private static final AtomicInteger REFERENCES = new AtomicInteger();

  /// All pages at once, to the end of the last.
  private static void round(Server server, LoopbackModel model, Map<String, LoopbackModel.Section> sections)
      throws Exception {
    model.ended.clear();
    int asked = model.asked.get();
    double before = Proc.cpuMillis(server.process);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < pages; i++) {
        String reference = "r" + REFERENCES.incrementAndGet();
        // Evenly over this time, as people come.
        long after = (long) spreadMillis * i / pages;
        running.add(
            threads.submit(() -> {
              Thread.sleep(after);
              page(server, model, sections, reference);
              return null;
            }));
      }
      for (Future<?> page : running) page.get();
    }
    // What follows a page's end is part of its cost.
    Thread.sleep(300);
    double spent = Proc.cpuMillis(server.process) - before;
    server.cpu.add(Math.round(spent * 10 / pages) / 10.0);
    int extra = model.asked.get() - asked - pages * SECTIONS;
    if (extra != 0) server.failures.add(extra + " requests to the model too many");
    System.err.printf("%s: %.1f ms a page%n", server.name, spent / pages);
  }

  private static void page(
      Server server, LoopbackModel model, Map<String, LoopbackModel.Section> sections, String reference) {
    Map<String, String> anchors = new LinkedHashMap<>();
    sections.values().forEach(s -> anchors.put(s.name(), s.anchor()));
    int completed = 0;
    boolean whole = false;
    long from = System.nanoTime();
    try {
      var answer = server.client.send(server.generate(reference), BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        server.failures.add(reference + ": status " + answer.statusCode());
        answer.body().close();
        return;
      }
      try (var lines =
          new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8), 32768)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          long now = System.nanoTime();
          server.bytes.addAndGet(line.length() + 1L);
          Matcher complete = COMPLETE.matcher(line);
          if (complete.find()) {
            completed++;
            Long ended = model.ended.get(reference + "/" + anchors.get(complete.group(1)));
            if (ended == null) server.failures.add(reference + ": complete before its end");
            else server.lags.add((now - ended) / 1e6);
          } else if (line.startsWith("data: {\"type\":\"init\"")) {
            server.inits.add((now - from) / 1e6);
          } else if (line.startsWith("data: {\"type\":\"error\"")) {
            server.failures.add(reference + ": " + line);
          }
          whole |= line.startsWith("data: {\"type\":\"complete\"");
        }
      }
      server.times.add((System.nanoTime() - from) / 1e6);
      if (completed != SECTIONS || !whole) {
        server.failures.add(reference + ": " + completed + " sections, whole: " + whole);
      }
    } catch (IOException | InterruptedException e) {
      server.failures.add(reference + ": " + e);
    }
  }

  /// A process that is measured.
  private static final class Server {
    final String name;
    final Process process;
    final URI base;
    final HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final List<Double> cpu = new ArrayList<>();
    final ConcurrentLinkedQueue<Double> lags = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Double> inits = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Double> times = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    final AtomicLong bytes = new AtomicLong();

    private Server(String name, Process process, URI base) {
      this.name = name;
      this.process = process;
      this.base = base;
    }

    static Server start(String name, ProcessBuilder command) throws IOException {
      Process process = command.redirectErrorStream(true).start();
      BufferedReader lines = process.inputReader();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher match = READY.matcher(line);
        if (match.find()) {
          // Keep reading, or the server would block on a full pipe.
          Thread.ofPlatform().daemon().start(() -> lines.lines().forEach(ignored -> {}));
          return new Server(name, process, URI.create(match.group(1)));
        }
      }
      throw new IOException(name + " ended before it was ready");
    }

    HttpRequest generate(String reference) {
      return HttpRequest.newBuilder(base.resolve("/api/generate-multi-section-stream"))
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(BODY.formatted(PROMPT.formatted(reference), parallelism)))
          .build();
    }

    /// Warming up is over; failures count all the same.
    void forget() {
      cpu.clear();
      lags.clear();
      inits.clear();
      times.clear();
      bytes.set(0);
    }

    void stop() throws Exception {
      process.toHandle().destroy();
      process.waitFor();
      client.close();
    }
  }
}
