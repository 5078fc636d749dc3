package pageloom.reliability;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pageloom.Chromium;
import pageloom.war.WarProcess;

/// Behind a proxy that ends TLS (nginx, HTTP/2), in a real browser: one signs in, a page is made
/// before one's eyes, and the cookie is the kind that only this host can have set.
@Tag("reliability")
@Timeout(180)
final class TlsProxyIT {
  private static final String SERVER =
      """
      server {
        listen 127.0.0.1:%2$d ssl http2;
        ssl_certificate %1$s/cert.pem;
        ssl_certificate_key %1$s/key.pem;
        location / {
          proxy_pass %3$s;
          proxy_http_version 1.1;
          proxy_set_header Connection "";
          proxy_set_header Host $http_host;
          proxy_set_header X-Forwarded-For $remote_addr;
          proxy_buffering off;
        }
      }
      """;

  @TempDir Path folder;
  @TempDir Path data;

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), said);
  }

  @Test
  void one_signs_in_and_sees_a_page_being_made() throws Exception {
    String name = "pages.localhost";
    run(
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=" + name,
        "-keyout",
        folder.resolve("key.pem").toString(),
        "-out",
        folder.resolve("cert.pem").toString());
    int port = Site.freePort();
    String url = "https://" + name + ":" + port;
    try (var war =
        WarProcess.serving(
            data,
            "PAGELOOM_PASSWORD",
            "correct horse battery",
            "PAGELOOM_PUBLIC_URL",
            url,
            "PAGELOOM_PROXY",
            "127.0.0.1")) {
      try (var _ = Nginx.start(folder, port, SERVER.formatted(folder, port, war.base()));
          var chromium = Chromium.open();
          var context =
              chromium.browser().newContext(new NewContextOptions().setIgnoreHTTPSErrors(true))) {
        Page page = context.newPage();
        // A worker that tabs share does not get by with a certificate that nobody vouches for.
        Chromium.withoutSharedWorkers(page);
        page.navigate(url + "/");
        page.locator("#password").fill("correct horse battery");
        page.keyboard().press("Enter");
        assertThat(page.locator("#sign-out")).isVisible();
        List<Cookie> cookies = context.cookies();
        assertEquals(1, cookies.size());
        assertEquals("__Host-pageloom", cookies.getFirst().name);
        assertTrue(cookies.getFirst().secure && cookies.getFirst().httpOnly);
        assertEquals(
            "h2",
            page.evaluate("() => performance.getEntriesByType('navigation')[0].nextHopProtocol"));
        page.locator("#prompt").fill("A bakery in Lyon");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#progress")).containsText("All sections generated!");
        assertThat(page.frameLocator("#preview").locator("#hero")).isVisible();
        assertTrue(war.output().contains("audit login person=local address=127.0.0.1"));
      }
    }
  }
}
