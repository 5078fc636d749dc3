package pageloom.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// Follows a page as a browser does: takes what comes, and comes back with the last id it has when
/// the connection is lost. What it saw can then be held against the log.
final class Viewer {
  private final HttpClient client;
  private final Supplier<URI> node;
  private final String page;
  private final int leaveAfter;
  private final CountDownLatch complete = new CountDownLatch(1);
  private final Thread thread;

  // The thread's own until it has ended:
  private final List<Frame> frames = new ArrayList<>();
  private volatile long lastSeq;
  private volatile int connections;

  /// An event as it came.
  record Frame(long seq, String json, Instant at) {}

  /// @param node where to connect to, asked each time
  Viewer(HttpClient client, Supplier<URI> node, String page) {
    this(client, node, page, Integer.MAX_VALUE);
  }

  /// @param leaveAfter it hangs up by itself after so many frames of each connection
  Viewer(HttpClient client, Supplier<URI> node, String page, int leaveAfter) {
    this.leaveAfter = leaveAfter;
    this.client = client;
    this.node = node;
    this.page = page;
    this.thread = Thread.ofVirtual().name("test-viewer").start(this::run);
  }

  private void run() {
    while (complete.getCount() > 0) {
      try {
        connections++;
        follow();
      } catch (IOException lost) {
        // It comes back.
      } catch (InterruptedException leaving) {
        return;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException leaving) {
        return;
      }
    }
  }

  private void follow() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(node.get() + "/api/pages/" + page + "/events"))
            .timeout(Duration.ofSeconds(20));
    if (lastSeq > 0) request.header("Last-Event-ID", "v1." + page + "." + lastSeq);
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      if (answer.statusCode() != 200) return;
      int taken = 0;
      long seq = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("id: ")) seq = Long.parseLong(line.replaceFirst(".*\\.", ""));
        if (line.startsWith("data: ") && seq > 0) {
          String json = line.substring(6);
          assertTrue(!json.startsWith("{\"type\":\"reset\""), json);
          frames.add(new Frame(seq, json, Instant.now()));
          lastSeq = seq;
          seq = 0;
          if (json.startsWith("{\"type\":\"complete\"")) {
            complete.countDown();
            return;
          }
          if (++taken >= leaveAfter) return;
        }
      }
    }
  }

  /// Hangs up and does not come back.
  void leave() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  /// Waits until each of them has seen so much.
  static void awaitSeq(List<Viewer> viewers, long seq) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(60);
    for (Viewer viewer : viewers) {
      while (viewer.lastSeq < seq) {
        assertTrue(
            Instant.now().isBefore(deadline),
            () -> "page " + viewer.page + " is seen up to " + viewer.lastSeq + " of " + seq);
        Thread.sleep(5);
      }
    }
  }

  /// How many connections it took so far.
  int connections() {
    return connections;
  }

  boolean isComplete() {
    return complete.getCount() == 0;
  }

  String page() {
    return page;
  }

  /// Waits until it saw the page complete.
  void await(Duration most) throws InterruptedException {
    assertTrue(
        complete.await(most.toMillis(), TimeUnit.MILLISECONDS),
        () -> "page " + page + " is not complete; seen up to " + lastSeq);
    thread.join();
  }

  /// What it saw, once it has ended.
  List<Frame> frames() {
    assertTrue(!thread.isAlive(), "still follows");
    return frames;
  }

  /// Nothing is missing, nothing came twice, and all is as the log has it: gapless, each section
  /// done once.
  void requireAsInLog(List<String> log) {
    List<Long> seqs = frames().stream().map(Frame::seq).toList();
    for (int i = 0; i < seqs.size(); i++) assertEquals(i + 1, seqs.get(i), "of " + page);
    assertEquals(log, frames.stream().map(Frame::json).toList());
    Set<String> done = new HashSet<>();
    for (String json : log) {
      if (!json.startsWith("{\"type\":\"section_complete\"")) continue;
      String section = JsonParser.parseString(json).getAsJsonObject().get("section").getAsString();
      assertTrue(done.add(section), section + " was made twice");
    }
  }
}
