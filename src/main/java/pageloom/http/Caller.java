package pageloom.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pageloom.access.Person;

/// Who asks, as [Gate] found out.
///
/// @param known null for somebody who has not signed in
/// @param address where from
/// @param lease how long a stream may go on
record Caller(@Nullable Person known, String address, Lease lease) {
  private static final String ATTRIBUTE = "pageloom.caller";

  void keep(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }

  static Caller of(HttpServletRequest request) {
    return (Caller) request.getAttribute(ATTRIBUTE);
  }

  /// Somebody who is known.
  ///
  /// @throws Problem 401
  Person person() {
    return Optional.ofNullable(known)
        .orElseThrow(() ->
            Problem.notSignedIn(
                "Sign in first; a program sends Authorization: Bearer with the server's token.",
                "Bearer realm=\"pageloom\""));
  }

  /// What the caller's pages are filed under.
  static String owner(HttpServletRequest request) {
    return of(request).person().owner();
  }
}
