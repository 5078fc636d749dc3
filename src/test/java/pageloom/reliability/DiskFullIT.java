package pageloom.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.author.ModelPages;

/// A data folder on a file system of a few megabytes, which somebody else fills. Mounting one takes
/// root.
@Tag("reliability")
@Timeout(120)
final class DiskFullIT {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;

  @BeforeEach
  void mount() throws Exception {
    run("mount", "-t", "tmpfs", "-o", "size=24m", "pageloom-test", folder.toString());
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", folder.toString());
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), String.join(" ", command) + ": " + output);
  }

  /// Leaves no byte.
  private static void fill(Path file) {
    byte[] block = new byte[4 * 1024];
    try (OutputStream out = Files.newOutputStream(file)) {
      while (true) out.write(block);
    } catch (IOException full) {
      assertTrue(full.getMessage().contains("No space left"), full.toString());
    }
  }

  @Test
  void starts_are_refused_reads_go_on_and_pages_finish_once_there_is_room() throws Exception {
    try (Site site = Site.sqlite(folder)) {
      site.start(0);
      var before = new Viewer(site.client, () -> site.base(0), site.begin(site.base(0)));
      before.await(LONG);
      var viewer = new Viewer(site.client, () -> site.base(0), site.begin(site.base(0)));
      Viewer.awaitSeq(List.of(viewer), 3);
      Path filler = folder.resolve("somebody-elses");
      fill(filler);
      String wish = "{\"prompt\":\"" + ModelPages.PROMPT + "\"}";
      int refused = 0;
      Instant deadline = Instant.now().plus(LONG);
      // The log may have room for a few more events in blocks that it has.
      while (refused < 3) {
        assertTrue(Instant.now().isBefore(deadline), "starts are still taken");
        var answer = site.post(site.base(0), "/api/pages", wish);
        if (answer.statusCode() == 201) continue;
        assertEquals(507, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("disk is full"), answer.body());
        refused++;
      }
      assertEquals(200, site.get(site.base(0), "/api/pages/" + before.page()).statusCode());
      var reread = new Viewer(site.client, () -> site.base(0), before.page());
      reread.await(LONG);
      site.requireIntact(reread);
      Files.delete(filler);
      Instant room = Instant.now();
      viewer.await(LONG);
      site.requireIntact(viewer);
      assertEquals(7, site.calls(viewer.page()));
      assertEquals("ok", site.query("PRAGMA integrity_check").getFirst());
      System.out.println(
          "DiskFullIT: complete "
              + Duration.between(room, Instant.now()).toMillis()
              + " ms after there was room, with no call more");
    }
  }
}
