package pageloom.war;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.Chromium;

/// What the builder costs before the first click: a budget that a change must not break unnoticed.
@Timeout(120)
final class PageWeightIT {
  /// As it goes over the wire, heads and all.
  private static final long MOST_BYTES = 100 * 1024;

  private static final int MOST_REQUESTS = 50;

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
}
