package pageloom.provider;

import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;

/// Tells from an exception of the HTTP client what is wrong with the line. Its message may quote
/// what the endpoint sent, so nothing but its type is looked at.
final class LineFaults {
  private LineFaults() {}

  static Failure failure(Throwable thrown) {
    Failure.Fault fault = Failure.Fault.BROKEN;
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      switch (t) {
        case UnknownHostException _ -> fault = Failure.Fault.UNKNOWN_HOST;
        case UnresolvedAddressException _ -> fault = Failure.Fault.UNKNOWN_HOST;
        case SSLException _ -> fault = Failure.Fault.TLS;
        case ConnectException _ -> fault = Failure.Fault.REFUSED;
        case ProtocolException _ -> {
          return new Failure.NotAChatEndpoint(Failure.Found.SOMETHING_ELSE);
        }
        default -> {}
      }
    }
    return new Failure.ConnectionLost(fault);
  }
}
