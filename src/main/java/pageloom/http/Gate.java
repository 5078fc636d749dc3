package pageloom.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import pageloom.access.AccessRules;
import pageloom.access.Authentication;
import pageloom.access.WebOrigin;

/// Decides who comes in: which names this server answers to, which sites may have a browser call
/// it, and who the caller is. What it lets through carries a [Caller].
final class Gate extends HttpFilter {
  private static final long serialVersionUID = 1;

  /// For load balancers, which know neither our name nor a password. They tell nothing.
  private static final Set<String> PROBES = Set.of("/healthz", "/readyz");

  /// Calls that need nobody to be known.
  private static final Set<String> OPEN_CALLS = Set.of("/api/login");

  /// Pages that lead to the login.
  private static final Set<String> BUILDER = Set.of("/", "/index.html", "/api.html");

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private static final int MAX_ADDRESS = 4096;

  private final transient AccessRules rules;
  private final transient Identity identity;

  Gate(AccessRules rules, Identity identity) {
    this.rules = rules;
    this.identity = identity;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    requireShort(request);
    String path = path(request);
    if (!PROBES.contains(path)) {
      requireOurName(request);
      if (answeredPreflight(request, response)) return;
      requireOurSite(request, path);
      Caller caller = identity.of(request);
      if (caller.known() == null && isForPeople(path)) {
        if (ledToLogin(request, response, path)) return;
        caller = identity.of(request);
        // Nobody yet: a problem says so.
        caller.person();
      }
      caller.keep(request);
    }
    chain.doFilter(request, response);
  }

  private static boolean isForPeople(String path) {
    return BUILDER.contains(path) || isPrivate(path);
  }

  /// Has somebody sign in who has not. What a container answers then is its own: a challenge, or
  /// its form.
  ///
  /// @return whether the request has been answered
  private boolean ledToLogin(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    return switch (rules.authentication()) {
      case Authentication.Container _ -> !identity.ask(request, response);
      case Authentication.Password _ when BUILDER.contains(path) -> {
        response.setHeader("Location", login(request));
        response.setStatus(303);
        yield true;
      }
      default -> false;
    };
  }

  /// As the container matched it: decoded, without parameters and dots. For files some containers
  /// have all of it in the one part, some in the other.
  static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  private static void requireShort(HttpServletRequest request) {
    String query = request.getQueryString();
    int length = request.getRequestURI().length() + (query == null ? 0 : query.length() + 1);
    if (length > MAX_ADDRESS) {
      throw new Problem(
          414, "URI too long", "An address may have at most " + MAX_ADDRESS + " characters.");
    }
  }

  private void requireOurName(HttpServletRequest request) {
    String host = request.getServerName();
    if (host != null && rules.answersTo(host.toLowerCase(Locale.ROOT))) return;
    throw new Problem(
        421,
        "Misdirected request",
        "This server does not answer under that name. Use 127.0.0.1 or localhost on its own"
            + " machine; for any other name its operator sets PAGELOOM_PUBLIC_URL.");
  }

  static WebOrigin own(HttpServletRequest request) {
    String host = request.getServerName();
    return WebOrigin.of(request.getScheme(), host, request.getServerPort())
        .orElseThrow(() -> new Problem(400, "Bad request", "Use http or https."));
  }

  /// CORS (WHATWG Fetch, section 3.3), for the API and for origins that were allowed. No cookies:
  /// such a page sends the token.
  private boolean answeredPreflight(HttpServletRequest request, HttpServletResponse response) {
    String origin = header(request, "Origin");
    if (!rules.isAllowedOrigin(origin)) return false;
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Vary", "Origin");
    response.setHeader(
        "Access-Control-Expose-Headers", "Location, Retry-After, WWW-Authenticate, X-Request-Id");
    boolean preflight =
        request.getMethod().equals("OPTIONS")
            && request.getHeader("Access-Control-Request-Method") != null;
    if (!preflight) return false;
    response.setHeader("Access-Control-Allow-Methods", "GET, POST, DELETE");
    response.setHeader(
        "Access-Control-Allow-Headers",
        "Authorization, Content-Type, Idempotency-Key, Last-Event-ID");
    response.setHeader("Access-Control-Max-Age", "600");
    response.setStatus(204);
    return true;
  }

  private void requireOurSite(HttpServletRequest request, String path) {
    String site = header(request, "Sec-Fetch-Site");
    String origin = header(request, "Origin");
    boolean allowed =
        SAFE.contains(request.getMethod())
            ? mayRead(request, path, site, origin)
            : rules.maySpend(site, origin, own(request), identity.hasToken(request));
    if (allowed) return;
    throw new Problem(
        403,
        "Forbidden",
        site.isEmpty() && origin.isEmpty()
            ? "A program sends Authorization: Bearer with the server's token."
            : "Another site's page asked for this. Use Pageloom's own page, or have its operator"
                + " allow the site with PAGELOOM_CORS_ORIGINS.");
  }

  /// A foreign page can't read the answers, but could have a browser open streams all the same. Who
  /// follows a link to a file may have it.
  private boolean mayRead(HttpServletRequest request, String path, String site, String origin) {
    if (!isPrivate(path) || site.isEmpty()) return true;
    if (site.equals("same-origin") || site.equals("none")) return true;
    return header(request, "Sec-Fetch-Mode").equals("navigate") || rules.isAllowedOrigin(origin);
  }

  /// Everything that a servlet of ours answers, but for the login.
  static boolean isPrivate(String path) {
    boolean ours =
        path.equals("/api")
            || path.startsWith("/api/")
            || path.equals("/metrics")
            || path.startsWith("/gallery");
    return ours && !OPEN_CALLS.contains(path);
  }

  /// The login page, which leads back to where one wanted to go.
  private static String login(HttpServletRequest request) {
    String query = request.getQueryString();
    String there = request.getRequestURI() + (query == null ? "" : "?" + query);
    return request.getContextPath()
        + "/login.html?next="
        + URLEncoder.encode(there, StandardCharsets.UTF_8);
  }

  static String header(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name)).orElse("");
  }
}
