package pageloom.http;

import java.time.Duration;
import java.util.Map;

/// A request that can't be served, as RFC 9457 says it. Thrown anywhere below [ProblemFilter].
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String title;
  private final transient Map<String, String> headers;

  /// A problem with headers of its own.
  ///
  /// @param detail what a person can do about it
  Problem(int status, String title, String detail, Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.headers = Map.copyOf(headers);
  }

  Problem(int status, String title, String detail) {
    this(status, title, detail, Map.of());
  }

  /// 422: the JSON is fine but a field says something impossible.
  static Problem field(String field, String detail) {
    return new Problem(422, "Unprocessable content", field + ": " + detail);
  }

  /// Something that may well work in a while.
  ///
  /// @param seconds when to try again
  static Problem later(int status, String title, String detail, long seconds) {
    return new Problem(status, title, detail, Map.of("Retry-After", "" + seconds));
  }

  /// 429: somebody did something too often.
  static Problem tooOften(Duration wait, String what) {
    long seconds = wait.toSeconds() + 1;
    return later(429, "Too many requests", what + " Try again in " + seconds + " s.", seconds);
  }

  /// 401: nobody is known who may do it.
  ///
  /// @param challenge what a program is asked for (RFC 6750, section 3)
  static Problem notSignedIn(String detail, String challenge) {
    return new Problem(401, "Not signed in", detail, Map.of("WWW-Authenticate", challenge));
  }

  static Problem notFound(String detail) {
    return new Problem(404, "Not found", detail);
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  Map<String, String> headers() {
    return headers;
  }
}
