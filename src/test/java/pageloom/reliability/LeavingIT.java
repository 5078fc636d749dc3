package pageloom.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/// Viewers that hang up.
@Tag("reliability")
@Timeout(120)
final class LeavingIT {
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path folder;
  private Site site;

  @BeforeEach
  void start() throws Exception {
    site = Site.sqlite(folder);
    site.start(0);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @Test
  void one_that_is_cut_after_every_frame_sees_each_event_once() throws Exception {
    var viewer = new Viewer(site.client, () -> site.base(0), site.begin(site.base(0)), 1);
    viewer.await(LONG);
    site.requireIntact(viewer);
    int frames = viewer.frames().size();
    assertEquals(frames, viewer.connections());
    System.out.println("LeavingIT: cut after every frame: " + frames + " events seen once each");
  }

  @Test
  void a_page_that_everybody_left_is_finished() throws Exception {
    var viewer = new Viewer(site.client, () -> site.base(0), site.begin(site.base(0)));
    Viewer.awaitSeq(List.of(viewer), 3);
    viewer.leave();
    int seen = viewer.frames().size();
    Instant deadline = Instant.now().plus(LONG);
    List<String> log = site.log(viewer.page());
    while (!log.getLast().startsWith("{\"type\":\"complete\"")) {
      assertTrue(Instant.now().isBefore(deadline), "it stands still: " + log.getLast());
      Thread.sleep(50);
      log = site.log(viewer.page());
    }
    assertTrue(seen < log.size());
    System.out.println("LeavingIT: left at event " + seen + " of " + log.size());
    var late = new Viewer(site.client, () -> site.base(0), viewer.page());
    late.await(LONG);
    site.requireIntact(late);
  }
}
