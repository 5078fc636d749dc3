package pageloom.war;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` in the middle of forty pages, then a start on the same folder.
@Timeout(180)
final class CrashIT {
  private static final int PAGES = 40;

  @TempDir Path data;

  /// What viewers were shown before the crash: page id → its frames.
  private final Map<String, List<String>> shown = new ConcurrentHashMap<>();

  @Test
  void after_kill_9_every_page_finishes_and_keeps_what_was_shown() throws Exception {
    try (var war = WarProcess.serving(data)) {
      crash(war);
    }
    int unfinished = 0;
    try (var war = WarProcess.serving(data)) {
      for (var page : shown.entrySet()) {
        List<String> before = page.getValue();
        List<String> log = log(war, page.getKey());
        assertEquals(before, log.subList(0, before.size()), "what was shown has changed");
        if (!before.getLast().contains("\"type\":\"complete\"")) unfinished++;
        assertEquals("complete", type(log.getLast()));
        assertEachSectionOnce(log);
      }
    }
    assertEquals(PAGES, shown.size());
    assertTrue(unfinished > 0, "every page was complete before the kill; it hit nothing");
    System.out.println(
        "CrashIT: " + unfinished + " of " + PAGES + " pages were unfinished at kill -9");
  }

  private void crash(WarProcess war) throws Exception {
    var begun = new CountDownLatch(PAGES);
    var someSections = new CountDownLatch(PAGES);
    List<Thread> viewers = new ArrayList<>();
    try (var client = HttpClient.newHttpClient()) {
      for (int i = 0; i < PAGES; i++) {
        viewers.add(Thread.ofVirtual().start(() -> watch(client, war.base(), begun, someSections)));
      }
      assertTrue(begun.await(60, TimeUnit.SECONDS));
      assertTrue(someSections.await(60, TimeUnit.SECONDS));
      war.kill();
      for (Thread viewer : viewers) viewer.join();
    }
  }

  private void watch(
      HttpClient client, URI base, CountDownLatch begun, CountDownLatch someSections) {
    var request =
        HttpRequest.newBuilder(URI.create(base + "/api/generate-multi-section-stream"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"prompt\":\"Build a SaaS landing page\"}"))
            .build();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                client.send(request, BodyHandlers.ofInputStream()).body(),
                StandardCharsets.UTF_8))) {
      List<String> frames = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("data: ")) continue;
        String json = line.substring(6);
        if (frames == null) {
          frames = java.util.Collections.synchronizedList(new ArrayList<>());
          shown.put(
              JsonParser.parseString(json).getAsJsonObject().get("page_id").getAsString(), frames);
          begun.countDown();
        }
        frames.add(json);
        if (json.contains("section_complete")) someSections.countDown();
      }
    } catch (IOException killed) {
      // That is the point.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The whole log as the events endpoint streams it, its ids checked to be gapless from 1.
  private static List<String> log(WarProcess war, String page) throws Exception {
    List<String> frames = new ArrayList<>();
    for (String frame : war.get("/api/pages/" + page + "/events").body().split("\n\n")) {
      if (!frame.startsWith("id: ")) continue;
      String[] lines = frame.split("\n");
      frames.add(lines[1].substring(6));
      assertEquals("id: v1." + page + "." + frames.size(), lines[0]);
    }
    return frames;
  }

  private static void assertEachSectionOnce(List<String> log) {
    Set<String> done = new HashSet<>();
    for (String json : log) {
      JsonObject event = JsonParser.parseString(json).getAsJsonObject();
      if (type(json).equals("section_complete")) {
        assertTrue(done.add(event.get("section").getAsString()), "made twice");
      }
    }
    assertEquals(7, done.size());
  }

  private static String type(String json) {
    return JsonParser.parseString(json).getAsJsonObject().get("type").getAsString();
  }
}
