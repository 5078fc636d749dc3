package pageloom.http;

import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pageloom.access.Logins;
import pageloom.access.Network;
import pageloom.access.Person;
import pageloom.access.Throttle;
import pageloom.audit.Audit;

/// `/api/login`, `/api/logout` and `/api/me`: signs in with the password, signs out, and says who
/// one is.
final class LoginServlet extends ApiServlet {
  private static final long serialVersionUID = 1;
  private static final Duration COOKIE_LIFE = Duration.ofDays(7);
  private static final int SUBNET_BYTES = 8;

  private final transient Identity identity;
  private final transient Throttle attempts =
      new Throttle(
          List.of(
              new Throttle.Rate(5, Duration.ofMinutes(1)),
              new Throttle.Rate(20, Duration.ofHours(1))));

  LoginServlet(Identity identity) {
    this.identity = identity;
    on("GET", this::get);
    on("POST", this::post);
  }

  @Override
  String allowed(HttpServletRequest request) {
    return request.getServletPath().equals("/api/me") ? "GET, HEAD" : "POST";
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!request.getServletPath().equals("/api/me")) throw notAllowed(request);
    var json = new JsonObject();
    json.addProperty("name", Caller.of(request).person().name());
    json.addProperty(
        "authentication",
        identity.rules().authentication().getClass().getSimpleName().toLowerCase(Locale.ROOT));
    json.addProperty("sharing", identity.rules().sharing());
    json(response, 200, json);
  }

  private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    switch (request.getServletPath()) {
      case "/api/login" -> login(request, response);
      case "/api/logout" -> logout(request, response);
      default -> throw notAllowed(request);
    }
  }

  private void login(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Logins logins = logins();
    String address = Caller.of(request).address();
    String key = subnet(address);
    Duration wait = attempts.pass(key);
    if (wait.isPositive()) {
      Audit.say("login refused", "address", address, "reason", "too many attempts");
      throw Problem.tooOften(wait, "Too many attempts to sign in.");
    }
    String password = JsonBody.read(request).string("password");
    if (password == null) throw Problem.field("password", "send the password.");
    if (!logins.matches(password)) {
      Audit.say("login refused", "address", address, "reason", "wrong password");
      // No WWW-Authenticate: browsers would ask for a password of their own.
      throw new Problem(401, "Wrong password", "That is not the password. Try again.");
    }
    attempts.forgive(key);
    // Whatever was sent as a cookie stays what it was: another's, an old one, or nothing.
    identity.cookie(request).ifPresent(logins::end);
    String token = logins.begin(Person.LOCAL);
    identity.setCookie(request, response, token, COOKIE_LIFE.toSeconds());
    Audit.say("login", "person", Person.LOCAL.owner(), "address", address);
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(204);
  }

  private void logout(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Logins logins = logins();
    Caller caller = Caller.of(request);
    boolean everywhere = "1".equals(request.getParameter("everywhere"));
    if (everywhere) logins.endAll(caller.person());
    else identity.cookie(request).ifPresent(logins::end);
    identity.setCookie(request, response, "", 0);
    Audit.say(
        everywhere ? "logout everywhere" : "logout",
        "person",
        caller.person().owner(),
        "address",
        caller.address());
    response.setStatus(204);
  }

  private Logins logins() {
    @Nullable Logins logins = identity.logins();
    if (logins != null) return logins;
    throw new Problem(409, "Conflict", "There is no password to sign in with here.");
  }

  /// Whoever has one IPv6 address has the 2^64 of its network.
  private static String subnet(String address) {
    return Network.address(address)
        .filter(Inet6Address.class::isInstance)
        .map(ip -> HexFormat.of().formatHex(Arrays.copyOf(ip.getAddress(), SUBNET_BYTES)))
        .orElse(address);
  }
}
