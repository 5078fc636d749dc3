package pageloom.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// An origin on the web (RFC 6454): `https://example.com`, `http://127.0.0.1:8080`.
///
/// @param host in lower case, IPv6 addresses in brackets
public record WebOrigin(String scheme, String host, int port) {
  /// Reads one.
  ///
  /// @return empty for `null` and whatever else is none
  public static Optional<WebOrigin> of(String text) {
    try {
      URI uri = URI.create(text);
      boolean bare = uri.getRawPath() == null || uri.getRawPath().isEmpty();
      boolean alone = uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (uri.getScheme() == null || uri.getHost() == null) return Optional.empty();
      if (uri.getRawUserInfo() != null || !bare || !alone) {
        return Optional.empty();
      }
      return of(uri.getScheme(), uri.getHost(), uri.getPort());
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /// One of its parts.
  ///
  /// @param port -1 for the scheme's own
  public static Optional<WebOrigin> of(String scheme, String host, int port) {
    String name = scheme.toLowerCase(Locale.ROOT);
    int usual = name.equals("https") ? 443 : name.equals("http") ? 80 : -1;
    if (usual < 0) return Optional.empty();
    return Optional.of(new WebOrigin(name, host.toLowerCase(Locale.ROOT), port < 0 ? usual : port));
  }

  /// Whether the line to it is encrypted.
  public boolean secure() {
    return scheme.equals("https");
  }

  @Override
  public String toString() {
    boolean usual = port == (secure() ? 443 : 80);
    return scheme + "://" + host + (usual ? "" : ":" + port);
  }
}
