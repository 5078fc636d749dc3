package pageloom.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Who is signed in with the password. Kept in the database, so a restart or another process signs
/// nobody out; under a key made of the password, so another password signs everybody out. Nothing
/// that is kept opens anything. Thread-safe.
public final class Logins {
  /// How long somebody stays signed in who does nothing, and at most.
  static final Duration IDLE = Duration.ofHours(8);

  static final Duration ABSOLUTE = Duration.ofDays(7);

  /// Not every request is worth a write.
  private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

  private static final int TOKEN_BITS = 256;

  private final Store store;
  private final InstantSource clock;
  private final String password;

  /// The port to where logins are kept.
  public interface Store {
    /// Keeps a login, and forgets those that were not used since, or began before, these times.
    void begin(String id, Login login, Instant idleSince, Instant begunBefore);

    Optional<Login> find(String id);

    void seen(String id, Instant at);

    /// Ends a login.
    void end(String id);

    /// Ends all of a person's.
    void endAll(String owner);
  }

  /// Somebody's login.
  public record Login(String owner, Instant begunAt, Instant seenAt) {}

  public Logins(Store store, InstantSource clock, String password) {
    this.store = store;
    this.clock = clock;
    this.password = password;
  }

  /// Whether this is the password.
  public boolean matches(String sent) {
    return Secrets.equal(password, sent);
  }

  /// Signs somebody in.
  ///
  /// @return the cookie's value
  public String begin(Person person) {
    String token = Secrets.random(TOKEN_BITS);
    Instant now = clock.instant();
    store.begin(
        id(token), new Login(person.owner(), now, now), now.minus(IDLE), now.minus(ABSOLUTE));
    return token;
  }

  /// Whether a cookie's value is somebody's login, and still good.
  public boolean holds(String token) {
    String id = id(token);
    Optional<Login> found = store.find(id);
    if (found.isEmpty()) return false;
    Instant now = clock.instant();
    Login login = found.get();
    if (login.seenAt().plus(IDLE).isBefore(now) || login.begunAt().plus(ABSOLUTE).isBefore(now)) {
      store.end(id);
      return false;
    }
    if (login.seenAt().plus(NOTED_EVERY).isBefore(now)) store.seen(id, now);
    return true;
  }

  /// Signs out.
  public void end(String token) {
    store.end(id(token));
  }

  /// Signs a person out everywhere.
  public void endAll(Person person) {
    store.endAll(person.owner());
  }

  private String id(String token) {
    return Secrets.fingerprint(password, token);
  }
}
