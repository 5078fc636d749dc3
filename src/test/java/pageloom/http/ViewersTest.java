package pageloom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.page.SectionAuthor;

/// Viewers of several pages at once, and viewers that read nothing.
@Timeout(60)
final class ViewersTest {
  @TempDir Path folder;
  private ApiServer server;

  /// Half a megabyte a section: more than the buffers of a connection hold, with twenty of them.
  private static final SectionAuthor WORDY =
      (job, desk) ->
          new SectionAuthor.Written(
              "<p>" + "word ".repeat(100_000) + "</p>", "code", List.of(), "pattern", null);

  @BeforeEach
  void start() throws Exception {
    server = new ApiServer(folder, WORDY);
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private String begin(String sections) throws Exception {
    var answer = server.post("/api/pages", "{\"prompt\":\"" + sections + "\"}");
    return JsonParser.parseString(answer.body()).getAsJsonObject().get("id").getAsString();
  }

  private String complete(String sections) throws Exception {
    String id = begin(sections);
    server.get("/api/pages/" + id + "/events");
    return id;
  }

  private Iterator<String> follow(String query) throws Exception {
    return server.lines(HttpRequest.newBuilder(server.uri("/api/events?" + query))).iterator();
  }

  /// The next frame that says something, its long data cut.
  private static List<String> frame(Iterator<String> lines) {
    List<String> frame = new ArrayList<>();
    while (true) {
      String line = lines.next();
      if (line.isEmpty() && !frame.isEmpty()) return frame;
      if (!line.isEmpty() && !line.startsWith("retry:") && !line.startsWith(":")) {
        frame.add(line.substring(0, Math.min(line.length(), 60)));
      }
    }
  }

  @Test
  void several_pages_come_on_one_connection_each_from_where_its_viewer_is() throws Exception {
    String one = complete("A");
    String two = complete("B");
    var lines = follow("after=v1." + one + ".3&after=v1." + two + ".0");
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      List<String> frame = frame(lines);
      String page = frame.get(0).substring("event: ".length());
      assertTrue(frame.get(1).startsWith("id: v1." + page + "."), frame.toString());
      assertTrue(frame.get(2).startsWith("data: {\"type\":"), frame.toString());
      ids.add(frame.get(1).substring("id: ".length()));
    }
    ids.sort(null);
    List<String> expected = new ArrayList<>();
    expected.add("v1." + one + ".4");
    for (int seq = 1; seq <= 4; seq++) expected.add("v1." + two + "." + seq);
    expected.sort(null);
    assertEquals(expected, ids);
    // It goes on: what happens later comes too.
    server.post(
        "/api/pages/" + one + "/commands",
        "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"rename\",\"title\":\"New\"}");
    assertEquals(
        List.of(
            "event: " + one,
            "id: v1." + one + ".5",
            "data: {\"type\":\"renamed\",\"title\":\"New\"}"),
        frame(lines));
  }

  @Test
  void a_viewer_that_waits_has_no_thread() throws Exception {
    String page = complete("A");
    var lines = follow("after=v1." + page + ".0");
    for (int seq = 1; seq <= 4; seq++) frame(lines);
    // The last frame is here before its thread has ended.
    while (threads().contains("\"viewer\"")) Thread.onSpinWait();
    assertEquals(1, server.viewers.watching());
    server.post(
        "/api/pages/" + page + "/commands",
        "{\"id\":\"" + UUID.randomUUID() + "\",\"type\":\"rename\",\"title\":\"New\"}");
    assertTrue(frame(lines).get(2).contains("renamed"));
  }

  /// All of this process, virtual ones too.
  private String threads() throws Exception {
    Path dump = folder.resolve("threads-" + UUID.randomUUID() + ".txt");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(dump.toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
    return Files.readString(dump);
  }

  @Test
  void a_page_that_is_not_there_is_told_and_the_others_go_on() throws Exception {
    String there = complete("A");
    String missing = UUID.randomUUID().toString();
    var lines = follow("after=v1." + missing + ".7&after=v1." + there + ".99");
    List<String> error = frame(lines);
    assertEquals("event: " + missing, error.get(0));
    assertTrue(error.get(1).startsWith("data: {\"type\":\"error\""), error.toString());
    List<String> reset = frame(lines);
    assertEquals(List.of("id: v1." + there + ".4", "event: " + there), reset.subList(0, 2));
    assertTrue(reset.get(2).startsWith("data: {\"type\":\"reset\",\"reason\""), reset.toString());
    server.send(HttpRequest.newBuilder(server.uri("/api/pages/" + there)).DELETE());
    List<String> deleted = frame(lines);
    assertEquals("event: " + there, deleted.get(0));
    assertTrue(deleted.get(1).contains("This page was deleted"), deleted.toString());
  }

  @Test
  void too_many_pages_none_and_a_bad_id_are_refused() throws Exception {
    for (String query :
        List.of(
            "",
            "after=nonsense",
            "after=v1." + UUID.randomUUID() + ".0&after=",
            ("after=v1." + UUID.randomUUID() + ".0&").repeat(51))) {
      var answer = server.get("/api/events?" + query);
      assertEquals(422, answer.statusCode(), query);
      assertTrue(answer.body().contains("after"), answer.body());
    }
  }

  @Test
  void a_viewer_that_reads_nothing_is_given_up_and_delays_nobody() throws Exception {
    String id = complete("A B C D E F G H I J K L M N O P Q R S T");
    Instant asked = Instant.now();
    try (var silent = new Socket()) {
      silent.setReceiveBufferSize(4 * 1024);
      silent.connect(new InetSocketAddress("127.0.0.1", server.port()));
      OutputStream out = silent.getOutputStream();
      out.write(
          ("GET /api/pages/" + id + "/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      while (server.viewers.watching() == 0) Thread.onSpinWait();
      Instant before = Instant.now();
      assertEquals(200, server.get("/api/pages/" + id + "/events").statusCode());
      Duration others = Duration.between(before, Instant.now());
      assertTrue(
          threads().contains("\"viewer\""), "the one that is in the middle of a write has one");
      while (server.viewers.stalledSoFar() == 0) {
        assertTrue(Duration.between(asked, Instant.now()).toSeconds() < 20, "still there");
        Thread.sleep(20);
      }
      Duration took = Duration.between(asked, Instant.now());
      while (server.viewers.watching() > 0) Thread.sleep(5);
      System.out.println(
          "ViewersTest: given up after "
              + took.toMillis()
              + " ms; another one had all of it in "
              + others.toMillis()
              + " ms");
      assertTrue(took.toSeconds() >= 10, took.toString());
    }
  }
}
