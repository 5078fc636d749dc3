package pageloom.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Who is let in, and from where.
///
/// @param authentication how it is known who asks
/// @param publicUrl where browsers reach this server, if that is not this machine
/// @param trustedProxies whose `X-Forwarded-For` is believed
/// @param corsOrigins other sites whose pages may call the API
/// @param token what programs send as a bearer token, if there is one
/// @param sharing whether people may make links that need no login
public record AccessRules(
    Authentication authentication,
    Optional<WebOrigin> publicUrl,
    List<Network> trustedProxies,
    Set<WebOrigin> corsOrigins,
    Optional<String> token,
    boolean sharing) {
  private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

  public AccessRules {
    trustedProxies = List.copyOf(trustedProxies);
    corsOrigins = Set.copyOf(corsOrigins);
  }

  /// For one person at this machine.
  public static AccessRules thisMachine() {
    return new AccessRules(
        new Authentication.ThisMachine(),
        Optional.empty(),
        List.of(),
        Set.of(),
        Optional.empty(),
        false);
  }

  /// Whether several people, or people elsewhere, can come in.
  public boolean open() {
    return !(authentication instanceof Authentication.ThisMachine);
  }

  /// Whether this server answers under a name. Any other name was pointed at it by somebody else,
  /// as a site does that wants its visitors' browsers to talk to it (DNS rebinding).
  ///
  /// @param host as the request names it, without a port
  public boolean answersTo(String host) {
    return isLoopback(host) || publicUrl.filter(url -> url.host().equals(host)).isPresent();
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.equals("[::1]")
        || LOOPBACK.matcher(host).matches();
  }

  /// Whether a request with these headers may change something (W3C Fetch Metadata, section 2; RFC
  /// 6454, section 7). Browsers send at least one of them, and no page can forge it.
  ///
  /// @param site `Sec-Fetch-Site`, empty where absent
  /// @param origin `Origin`, empty where absent
  /// @param own the origin under which the request came
  /// @param authorized whether it carries the token, which no browser adds by itself
  public boolean maySpend(String site, String origin, WebOrigin own, boolean authorized) {
    if (isAllowedOrigin(origin)) return true;
    // A frame without an origin, or one that hides it.
    if (origin.equals("null")) return false;
    if (!site.isEmpty()) return site.equals("same-origin") || site.equals("none");
    if (!origin.isEmpty()) return isOurs(origin, own);
    return authorized || !open();
  }

  private boolean isOurs(String origin, WebOrigin own) {
    Optional<WebOrigin> sent = WebOrigin.of(origin);
    return sent.isPresent() && (sent.get().equals(own) || sent.equals(publicUrl));
  }

  /// Whether the origin is another site's that is allowed here.
  public boolean isAllowedOrigin(String origin) {
    return !corsOrigins.isEmpty() && WebOrigin.of(origin).filter(corsOrigins::contains).isPresent();
  }

  /// Whose request it is, seen through the proxies that are trusted: the last address in
  /// `X-Forwarded-For` that is none of theirs. What stands before it anybody can have written.
  ///
  /// @param peer who has connected
  /// @param forwardedFor the header's values in order, joined by commas, empty where absent
  public String client(String peer, String forwardedFor) {
    if (!isTrusted(peer)) return peer;
    String[] hops = forwardedFor.split(",", -1);
    String client = peer;
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (Network.address(hop).isEmpty()) break;
      client = hop;
      if (!isTrusted(hop)) break;
    }
    return client;
  }

  private boolean isTrusted(String address) {
    return Network.anyContains(trustedProxies, address);
  }
}
