package pageloom.war;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.Chromium;

/// What the builder costs before the first click, and what a window keeps of pages that were left:
/// budgets that a change must not break unnoticed.
@Timeout(120)
final class PageWeightIT {
  /// As it goes over the wire, heads and all.
  private static final long MOST_BYTES = 100 * 1024;

  private static final int MOST_REQUESTS = 50;

  /// What one more page may leave behind in a window that has seen some.
  private static final double MOST_HEAP_BYTES_A_PAGE = 100_000;

  private static final double MOST_NODES_A_PAGE = 40;
  private static final int PAGES = 12;

  @TempDir Path data;

  @Test
  void the_builder_is_light_before_the_first_click() throws Exception {
    try (var war = WarProcess.serving(data);
        var chromium = Chromium.open()) {
      Page page = chromium.page();
      CDPSession network = page.context().newCDPSession(page);
      var requests = new AtomicInteger();
      var bytes = new AtomicLong();
      network.on("Network.requestWillBeSent", event -> requests.incrementAndGet());
      network.on(
          "Network.loadingFinished",
          event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
      network.send("Network.enable");
      page.navigate(war.base() + "/");
      assertThat(page.locator("#prompt")).isVisible();
      page.waitForLoadState(LoadState.NETWORKIDLE);
      System.out.println("PageWeightIT: " + bytes + " bytes, " + requests + " requests");
      assertTrue(bytes.get() > 0, "nothing was counted");
      assertTrue(bytes.get() <= MOST_BYTES, bytes + " bytes");
      assertTrue(requests.get() <= MOST_REQUESTS, requests + " requests");
    }
  }

  @Test
  void pages_that_were_left_are_not_kept() throws Exception {
    try (var war = WarProcess.serving(data);
        var chromium = Chromium.open()) {
      Page page = chromium.page();
      // Nobody watches: sections need not come one after the other.
      page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
      page.navigate(war.base() + "/");
      for (int i = 0; i < 4; i++) makeAndLeave(page);
      Chromium.Held before = Chromium.held(page);
      for (int i = 0; i < PAGES; i++) makeAndLeave(page);
      Chromium.Held after = Chromium.held(page);
      System.out.println("PageWeightIT: " + before + ", " + PAGES + " pages later " + after);
      assertTrue(after.heap() - before.heap() <= PAGES * MOST_HEAP_BYTES_A_PAGE, after.toString());
      assertTrue(after.nodes() - before.nodes() <= PAGES * MOST_NODES_A_PAGE, after.toString());
    }
  }

  /// A render with every draft of every section would be seven times the work of one a frame.
  @Test
  void what_several_sections_say_in_one_frame_is_shown_once_and_nothing_overtakes_it()
      throws Exception {
    try (var war = WarProcess.serving(data);
        var chromium = Chromium.open()) {
      Page page = chromium.page();
      page.navigate(war.base() + "/");
      Object told =
          page.evaluate(
              """
              async () => {
                const { Pacer } = await import('/builder/pacing.js');
                const told = [];
                const words = (events) => events.map(({ type, section }) => `${type} ${section}`).join();
                const pacer = new Pacer((events) => told.push(words(events)), () => false);
                pacer.push({ type: 'section_delta', section: 'Hero' });
                pacer.push({ type: 'section_delta', section: 'FAQ' });
                told.push('frame');
                await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
                pacer.push({ type: 'section_delta', section: 'Hero' });
                pacer.push({ type: 'usage', section: 'Hero' });
                told.push('at once');
                return told.join('; ');
              }
              """);
      assertEquals(
          "frame; section_delta Hero,section_delta FAQ; section_delta Hero; usage Hero; at once",
          told);
    }
  }

  private static void makeAndLeave(Page page) {
    page.locator("#prompt").fill("Build a modern SaaS landing page");
    page.keyboard().press("Control+Enter");
    Tab.awaitDone(page);
    page.locator("#new-page").click();
    assertThat(page.locator("[data-state=completed]")).hasCount(0);
  }
}
