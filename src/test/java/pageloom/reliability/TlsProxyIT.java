package pageloom.reliability;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  private static final String NGINX =
      """
      daemon off;
      pid %1$s/pid;
      error_log stderr warn;
      events { worker_connections 1000; }
      http {
        access_log off;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
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
    var settings =
        Map.of(
            "PAGELOOM_DATA",
            data.toString(),
            "PAGELOOM_PASSWORD",
            "correct horse battery",
            "PAGELOOM_PUBLIC_URL",
            url,
            "PAGELOOM_PROXY",
            "127.0.0.1");
    try (var war = WarProcess.start(settings, "--port", "0")) {
      Path conf = folder.resolve("nginx.conf");
      Files.writeString(conf, NGINX.formatted(folder, port, war.base()));
      Process nginx =
          new ProcessBuilder("nginx", "-c", conf.toString(), "-p", folder.toString())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      try (var chromium = Chromium.open();
          var context =
              chromium.browser().newContext(new NewContextOptions().setIgnoreHTTPSErrors(true))) {
        awaitListening(port);
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
      } finally {
        nginx.destroy();
        nginx.waitFor();
      }
    }
  }

  private void awaitListening(int port) throws Exception {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
    while (true) {
      try (var _ = new Socket("127.0.0.1", port)) {
        return;
      } catch (java.io.IOException notYet) {
        assertTrue(Instant.now().isBefore(deadline), Files.readString(folder.resolve("log")));
        Thread.sleep(50);
      }
    }
  }
}
