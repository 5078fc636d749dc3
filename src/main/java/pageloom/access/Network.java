package pageloom.access;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/// A range of addresses (CIDR, RFC 4632): `10.0.0.0/8`, `fd00::/8`, or one address.
///
/// @param bits how many of the first bits an address must share with the base
public record Network(InetAddress base, int bits) {
  /// Reads one.
  ///
  /// @throws IllegalArgumentException whose message begins with "must"
  public static Network of(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> base = address(slash < 0 ? text : text.substring(0, slash));
    String wrong = "must be addresses or ranges such as 10.0.0.0/8, separated by commas";
    if (base.isEmpty()) throw new IllegalArgumentException(wrong);
    int all = base.get().getAddress().length * 8;
    String bits = slash < 0 ? "" + all : text.substring(slash + 1);
    if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > all) {
      throw new IllegalArgumentException(wrong);
    }
    return new Network(base.get(), Integer.parseInt(bits));
  }

  /// The address that a text is, without asking any name server.
  public static Optional<InetAddress> address(String literal) {
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /// Whether one of them contains the address.
  public static boolean anyContains(Collection<Network> networks, String literal) {
    return address(literal)
        .filter(address -> networks.stream().anyMatch(network -> network.contains(address)))
        .isPresent();
  }

  /// Whether the address is in here.
  public boolean contains(InetAddress address) {
    byte[] ours = base.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) return false;
    int whole = bits / 8;
    if (!Arrays.equals(ours, 0, whole, theirs, 0, whole)) return false;
    int rest = bits % 8;
    return rest == 0 || ((ours[whole] ^ theirs[whole]) & 0xff) >> (8 - rest) == 0;
  }
}
