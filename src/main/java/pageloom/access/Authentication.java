package pageloom.access;

import java.util.List;

/// How it is known who asks.
public sealed interface Authentication {
  /// Not at all: whoever sits at this machine is let in, nobody else.
  record ThisMachine() implements Authentication {}

  /// One password, asked for by a form; one person.
  record Password(String password) implements Authentication {
    @Override
    public String toString() {
      return "Password";
    }
  }

  /// A proxy has asked, and says so in a header. Believed only if it comes from one of these
  /// networks and knows the secret.
  ///
  /// @param header the name of the header with the person's name
  record Proxy(List<Network> from, String secret, String header) implements Authentication {
    public Proxy {
      from = List.copyOf(from);
    }

    @Override
    public String toString() {
      return "Proxy";
    }
  }

  /// The servlet container has asked.
  record Container() implements Authentication {}
}
