package pageloom.provider;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Where an endpoint is: http or https, without credentials, and never a cloud's metadata service,
/// which would hand its secrets to whoever asks from here.
public record BaseUrl(URI uri) {
  private static final Set<String> METADATA_NAMES =
      Set.of(
          "metadata.google.internal",
          "metadata.goog",
          "metadata",
          "instance-data",
          "instance-data.ec2.internal",
          "metadata.azure.internal");

  /// Those outside the link-local ranges: Alibaba, Oracle, Azure, and AWS over IPv6.
  private static final Set<InetAddress> METADATA_ADDRESSES =
      Set.of(
          InetAddress.ofLiteral("100.100.100.200"),
          InetAddress.ofLiteral("192.0.0.192"),
          InetAddress.ofLiteral("168.63.129.16"),
          InetAddress.ofLiteral("fd00:ec2::254"));

  // After the sets, for it is checked like any other.
  public static final BaseUrl OPENROUTER = of("https://openrouter.ai/api/v1");

  /// @throws IllegalArgumentException with words for the person who set it
  public BaseUrl {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("must begin with http:// or https://");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("must be without user, query and fragment");
    }
    if (uri.getHost() == null) throw new IllegalArgumentException("must name a host");
    String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    if (METADATA_NAMES.contains(host) || literal(host).filter(BaseUrl::refused).isPresent()) {
      throw new IllegalArgumentException("must not be a metadata service");
    }
  }

  /// Checks an address as a person writes it.
  ///
  /// @throws IllegalArgumentException with words for that person
  public static BaseUrl of(String address) {
    try {
      return new BaseUrl(new URI(address.strip().replaceFirst("/+$", "")));
    } catch (URISyntaxException e) {
      // Its own message would quote the whole address, and with it a password that may be in it.
      throw new IllegalArgumentException("must be a URL");
    }
  }

  /// The address of one of the endpoint's resources.
  URI at(String path) {
    return URI.create(uri + path);
  }

  /// Whether the name leads to no address that is refused. Looks it up, so it may block.
  boolean mayBeCalled() {
    try {
      for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
        if (refused(address)) return false;
      }
    } catch (UnknownHostException perhapsTheProxyKnows) {
      // The request itself will tell.
    }
    return true;
  }

  private static boolean refused(InetAddress address) {
    return address.isLinkLocalAddress()
        || address.isMulticastAddress()
        || METADATA_ADDRESSES.contains(address);
  }

  /// The address that a host is written as, in any of the ways there are.
  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException aName) {
      // perhaps with octal or hexadecimal parts
    }
    try {
      return Optional.of(Inet4Address.ofPosixLiteral(host));
    } catch (IllegalArgumentException aName) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
