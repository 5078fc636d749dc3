package pageloom.http;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pageloom.access.AccessRules;
import pageloom.access.Authentication;
import pageloom.access.Logins;
import pageloom.access.Network;
import pageloom.access.Person;
import pageloom.access.Secrets;

/// Finds out who asks, in the way that was set.
///
/// @param logins who is signed in, or null where there is no password
public record Identity(AccessRules rules, @Nullable Logins logins) {
  private static final String BEARER = "Bearer ";
  private static final String PROXY_SECRET = "X-Pageloom-Proxy-Secret";
  private static final int MAX_NAME = 200;

  /// What proxies add. Where they do, whoever is at the other end of the line is not who asks.
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

  /// The caller; nobody is known where they have not signed in.
  ///
  /// @throws Problem 401, 403 or 503 where the way they came is wrong
  Caller of(HttpServletRequest request) {
    String forwardedFor = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
    String address = rules.client(String.valueOf(request.getRemoteAddr()), forwardedFor);
    return switch (rules.authentication()) {
      case Authentication.ThisMachine _ -> {
        requireThisMachine(request);
        yield new Caller(Person.LOCAL, address, Lease.FOREVER);
      }
      case Authentication.Password _ -> signedIn(request, address);
      case Authentication.Proxy proxy -> {
        requireProxy(request, proxy);
        yield new Caller(named(request.getHeader(proxy.header())), address, Lease.FOREVER);
      }
      case Authentication.Container _ ->
          new Caller(named(request.getRemoteUser()), address, Lease.FOREVER);
    };
  }

  private static void requireThisMachine(HttpServletRequest request) {
    boolean near =
        Network.address(String.valueOf(request.getRemoteAddr()))
            .filter(InetAddress::isLoopbackAddress)
            .isPresent();
    boolean direct = FORWARDED.stream().allMatch(name -> request.getHeader(name) == null);
    if (near && direct) return;
    throw new Problem(
        503,
        "Not set up",
        "Only this machine itself is let in until there is a login. Set PAGELOOM_PASSWORD (or"
            + " PAGELOOM_AUTH=proxy or container) and PAGELOOM_PUBLIC_URL, the address that"
            + " browsers use, then restart.");
  }

  private Caller signedIn(HttpServletRequest request, String address) {
    if (Gate.header(request, "Authorization").startsWith(BEARER)) {
      if (hasToken(request)) return new Caller(Person.LOCAL, address, Lease.FOREVER);
      throw Problem.notSignedIn(
          "The bearer token is not this server's.",
          "Bearer realm=\"pageloom\", error=\"invalid_token\"");
    }
    Logins open = logins;
    String token = cookie(request).orElse("");
    if (open == null || token.isEmpty() || !open.holds(token)) {
      return new Caller(null, address, Lease.FOREVER);
    }
    return new Caller(Person.LOCAL, address, new Lease(() -> open.holds(token)));
  }

  private static void requireProxy(HttpServletRequest request, Authentication.Proxy proxy) {
    boolean near = Network.anyContains(proxy.from(), String.valueOf(request.getRemoteAddr()));
    String secret = Gate.header(request, PROXY_SECRET);
    if (near && Secrets.equal(proxy.secret(), secret)) return;
    throw new Problem(
        403, "Forbidden", "Come through the proxy that signs people in, not to the server itself.");
  }

  private static @Nullable Person named(@Nullable String name) {
    if (name == null || name.isBlank()) return null;
    boolean plain = name.codePoints().noneMatch(Character::isISOControl);
    if (plain && name.length() <= MAX_NAME) return Person.named(name.strip());
    throw new Problem(403, "Forbidden", "The name that was given for you can't be used.");
  }

  /// Has the container ask who it is.
  ///
  /// @return whether somebody is known now; if not, it has answered the request
  boolean ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try {
      if (request.authenticate(response)) return true;
    } catch (ServletException noMechanism) {
      // Said below.
    }
    if (response.isCommitted() || response.getStatus() >= 300) return false;
    throw new Problem(
        401, "Not signed in", "The container signs nobody in: set up a login and a realm in it.");
  }

  /// Whether the request carries the token of programs.
  boolean hasToken(HttpServletRequest request) {
    String sent = Gate.header(request, "Authorization");
    return rules
        .token()
        .filter(token -> sent.startsWith(BEARER))
        .filter(token -> Secrets.equal(token, sent.substring(BEARER.length()).strip()))
        .isPresent();
  }

  /// What the login cookie holds.
  Optional<String> cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) return Optional.empty();
    String name = cookieName(request);
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name)) return Optional.of(cookie.getValue());
    }
    return Optional.empty();
  }

  /// With TLS one that only this very host can have set (RFC 6265bis, section 4.1.3.2).
  private String cookieName(HttpServletRequest request) {
    return isSecure(request) ? "__Host-pageloom" : "pageloom";
  }

  private boolean isSecure(HttpServletRequest request) {
    String host = request.getServerName();
    return request.isSecure()
        || rules.publicUrl().filter(url -> url.secure() && url.host().equals(host)).isPresent();
  }

  /// Sets the login cookie.
  ///
  /// @param seconds how long it is kept, 0 to take it back
  void setCookie(
      HttpServletRequest request, HttpServletResponse response, String value, long seconds) {
    boolean secure = isSecure(request);
    String path = secure ? "/" : request.getContextPath() + "/";
    response.addHeader(
        "Set-Cookie",
        cookieName(request)
            + "="
            + value
            + "; Path="
            + path
            + "; Max-Age="
            + seconds
            + "; HttpOnly; SameSite=Strict"
            + (secure ? "; Secure" : ""));
  }
}
