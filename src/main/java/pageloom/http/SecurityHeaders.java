package pageloom.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import pageloom.access.Secrets;

/// The headers that keep a browser from doing what no page of ours needs. The builder runs its own
/// modules and nothing else; the preview document runs no script at all.
final class SecurityHeaders extends HttpFilter {
  private static final long serialVersionUID = 1;

  private static final String PREVIEW =
      "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src https: data:;"
          + " font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

  /// Those with modules of their own.
  private static final List<String> PAGES =
      List.of("/index.html", "/api.html", "/WEB-INF/gallery/gallery.html");

  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

  /// What does nothing of its own: the builder has a hundred of these, and on each the policy would
  /// weigh as much as the rest. A policy counts for documents and workers alone (CSP Level 3,
  /// section 4.2.1).
  private static final Pattern PART = Pattern.compile(".*(?<!-worker)\\.js|.*\\.css");

  private final String app;

  SecurityHeaders(ServletContext context) {
    this.app =
        "default-src 'none'; script-src 'self'"
            + importMapHashes(context)
            + "; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
            + " frame-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'";
  }

  /// An import map must be inline; its hash lets this one in and no other script (CSP Level 3,
  /// section 6.7.3.3).
  private static String importMapHashes(ServletContext context) {
    Set<String> hashes = new LinkedHashSet<>();
    for (String page : PAGES) {
      try (InputStream in = context.getResourceAsStream(page)) {
        if (in == null) continue;
        var map = IMPORT_MAP.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        if (map.find()) hashes.add(" 'sha256-" + hash(map.group(1)) + "'");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return String.join("", hashes);
  }

  private static String hash(String script) {
    byte[] hash = Secrets.sha256(script.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(hash);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Gate.path(request);
    if (!PART.matcher(path).matches()) {
      response.setHeader("Content-Security-Policy", path.equals("/preview.html") ? PREVIEW : app);
    }
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    // Library paths carry their version; our own files change with every release.
    boolean versioned = path.startsWith("/webjars/") || path.startsWith("/_static/");
    response.setHeader(
        "Cache-Control", versioned ? "public, max-age=31536000, immutable" : "no-cache");
    chain.doFilter(request, response);
  }
}
