package pageloom.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.author.ModelPages;
import pageloom.container.Container;
import pageloom.war.WarProcess;

/// Two thousand viewers that are gone from one moment to the next, half of them without a word
/// (RST), half of them in good order (FIN). Each is noticed by the next heartbeat, 15 s later at
/// most.
@Tag("reliability")
@Timeout(300)
final class DisconnectsIT {
  private static final int VIEWERS = 2_000;
  private static final Pattern VIEWERS_GAUGE = Pattern.compile("(?m)^pageloom_viewers (\\S+)$");
  private static final Duration PATIENCE = Duration.ofSeconds(35);

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  /// What a process holds.
  private record Held(int viewers, int platformThreads, int sockets) {}

  private Held held(URI base, long pid) throws Exception {
    int viewers = viewers(base);
    int sockets = 0;
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      for (Path one : open.toList()) if (isSocket(one)) sockets++;
    }
    int threads;
    try (Stream<Path> tasks = Files.list(Path.of("/proc/" + pid + "/task"))) {
      threads = (int) tasks.count();
    }
    return new Held(viewers, threads, sockets);
  }

  /// How many there are in the server's own words: one that waits has no thread to be counted by.
  private int viewers(URI base) throws Exception {
    var request = HttpRequest.newBuilder(base.resolve("/metrics")).build();
    var gauge = VIEWERS_GAUGE.matcher(client.send(request, BodyHandlers.ofString()).body());
    assertTrue(gauge.find(), "no gauge");
    return (int) Double.parseDouble(gauge.group(1));
  }

  private Held awaitHeld(URI base, long pid, Predicate<Held> wanted) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    Held held = held(base, pid);
    while (!wanted.test(held)) {
      assertTrue(Instant.now().isBefore(deadline), held.toString());
      Thread.sleep(500);
      held = held(base, pid);
    }
    return held;
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  private String page(URI base) throws Exception {
    var request =
        HttpRequest.newBuilder(base.resolve("/api/generate-multi-section"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString("{\"prompt\":\"" + ModelPages.PROMPT + "\"}"));
    var answer = client.send(request.build(), BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), answer.body());
    return JsonParser.parseString(answer.body()).getAsJsonObject().get("page_id").getAsString();
  }

  /// A viewer that has seen its first bytes.
  private static Socket viewer(URI base, String page) throws IOException {
    var socket = new Socket();
    socket.setReceiveBufferSize(256 * 1024);
    socket.connect(new InetSocketAddress(base.getHost(), base.getPort()), 20_000);
    socket.setSoTimeout(30_000);
    socket
        .getOutputStream()
        .write(
            ("GET /api/pages/" + page + "/events?watch=1 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    assertEquals('H', socket.getInputStream().read());
    return socket;
  }

  private void leave(String container, URI base, long pid) throws Exception {
    String page = page(base);
    // Threads that every viewer needs for a moment are there before the count begins.
    for (int i = 0; i < 50; i++) viewer(base, page).close();
    Held before = awaitHeld(base, pid, held -> held.viewers() == 0);
    List<Socket> viewers = new ArrayList<>();
    for (int i = 0; i < VIEWERS; i++) viewers.add(viewer(base, page));
    Held during = awaitHeld(base, pid, held -> held.viewers() >= VIEWERS);
    for (int i = 0; i < VIEWERS; i++) {
      if (i % 2 == 0) viewers.get(i).setSoLinger(true, 0);
      viewers.get(i).close();
    }
    Instant gone = Instant.now();
    int most = before.sockets() + 5;
    Held after = awaitHeld(base, pid, held -> held.viewers() == 0 && held.sockets() <= most);
    System.out.println(
        "DisconnectsIT: "
            + container
            + ": before "
            + before
            + ", during "
            + during
            + ", "
            + Duration.between(gone, Instant.now()).toMillis()
            + " ms after: "
            + after);
    assertTrue(
        after.platformThreads() <= before.platformThreads() + 20, before + ", then " + after);
    page(base);
  }

  @Test
  void jetty_forgets_them() throws Exception {
    try (var war = WarProcess.serving(folder.resolve("data"))) {
      leave("Jetty", war.base(), war.pid());
    }
  }

  @Test
  void tomcat_forgets_them() throws Exception {
    var settings = Map.of("PAGELOOM_DATA", folder.resolve("data").toString());
    Path place = Files.createDirectory(folder.resolve("t"));
    try (var tomcat = Container.TOMCAT_11.in(place, settings)) {
      tomcat.deploy("");
      leave("Tomcat", tomcat.base(), tomcat.pid());
      String page = page(tomcat.base());
      for (int i = 0; i < 100; i++) viewer(tomcat.base(), page);
      Duration took = tomcat.stop();
      System.out.println("DisconnectsIT: Tomcat stopped in " + took.toMillis() + " ms");
      assertTrue(took.toSeconds() < 15, took.toString());
      // Tomcat looks for threads, drivers and thread locals that an application has left behind.
      assertFalse(tomcat.output().contains("leak"), tomcat.output());
    }
  }
}
