package pageloom.app;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pageloom.access.AccessRules;
import pageloom.access.Authentication;
import pageloom.access.Network;
import pageloom.access.Throttle;
import pageloom.access.WebOrigin;
import pageloom.http.Viewers;

/// Who is let in, and how much one may ask for.
///
/// @param generating pages of one person made at once
/// @param starts pages that one person may start
/// @param streams that may be open
/// @param limited whether counts and rates have limits
record AccessSettings(
    AccessRules rules,
    int generating,
    List<Throttle.Rate> starts,
    Viewers.Limits streams,
    boolean limited) {
  private static final int MIN_PASSWORD = 12;
  private static final int MIN_SECRET = 16;
  private static final int UNLIMITED = 1_000_000;
  private static final String USER_HEADER = "X-Forwarded-User";

  AccessSettings {
    starts = List.copyOf(starts);
  }

  static AccessSettings of(CheckedSettings settings) {
    Authentication authentication = authentication(settings);
    @Nullable WebOrigin url = settings.parsed("PAGELOOM_PUBLIC_URL", AccessSettings::origin);
    String origins = settings.text("PAGELOOM_CORS_ORIGINS");
    var rules =
        new AccessRules(
            authentication,
            Optional.ofNullable(url),
            networks(settings),
            origins == null ? Set.of() : origins(settings, origins),
            Optional.ofNullable(secret(settings, "PAGELOOM_TOKEN", MIN_SECRET)),
            settings.toggle("PAGELOOM_SHARING"));
    int generating = settings.count("PAGELOOM_PERSON_GENERATING", 4, 1, 10_000);
    int starts = settings.count("PAGELOOM_PERSON_STARTS", 10, 1, 100_000);
    int streams = settings.count("PAGELOOM_PERSON_STREAMS", 20, 1, 100_000);
    int all = settings.count("PAGELOOM_MAX_STREAMS", 12_000, 1, 1_000_000);
    boolean limited = limited(settings, rules);
    // One person at their own machine has it for themselves.
    if (!rules.open()) {
      if (!limited) all = UNLIMITED;
      return new AccessSettings(rules, UNLIMITED, List.of(), new Viewers.Limits(all, all), limited);
    }
    return new AccessSettings(
        rules,
        generating,
        List.of(new Throttle.Rate(starts, Duration.ofMinutes(1))),
        new Viewers.Limits(streams, all),
        limited);
  }

  /// Counts and rates can be lifted for load tests, where nobody else can come in. Sizes, budgets
  /// and what is taken out of markup can't.
  private static boolean limited(CheckedSettings settings, AccessRules rules) {
    String value = settings.text("PAGELOOM_LIMITS");
    if (value == null || value.equals("on")) return true;
    if (!value.equals("off")) settings.complain("PAGELOOM_LIMITS", "must be on or off.");
    if (rules.open()) {
      settings.complain(
          "PAGELOOM_LIMITS", "can be off only where nobody but this machine comes in.");
    }
    return false;
  }

  private static Authentication authentication(CheckedSettings settings) {
    String password = secret(settings, "PAGELOOM_PASSWORD", MIN_PASSWORD);
    String proxySecret = secret(settings, "PAGELOOM_PROXY_SECRET", MIN_SECRET);
    String header = settings.text("PAGELOOM_PROXY_USER_HEADER");
    String way = settings.text("PAGELOOM_AUTH");
    if (way == null && settings.text("PAGELOOM_PASSWORD") != null) way = "password";
    if (password != null && !"password".equals(way)) {
      settings.complain("PAGELOOM_PASSWORD", "has no effect with PAGELOOM_AUTH=" + way + ".");
    }
    if (proxySecret != null && !"proxy".equals(way)) {
      settings.complain("PAGELOOM_PROXY_SECRET", "needs PAGELOOM_AUTH=proxy.");
    }
    return switch (way) {
      case null -> new Authentication.ThisMachine();
      case "password" -> {
        if (settings.text("PAGELOOM_PASSWORD") == null) {
          settings.complain("PAGELOOM_AUTH", "password needs PAGELOOM_PASSWORD.");
        }
        yield new Authentication.Password(password == null ? "" : password);
      }
      case "proxy" -> {
        if (settings.text("PAGELOOM_PROXY_SECRET") == null
            || settings.text("PAGELOOM_PROXY") == null) {
          settings.complain(
              "PAGELOOM_AUTH",
              "proxy needs PAGELOOM_PROXY, the proxy's address, and PAGELOOM_PROXY_SECRET, which it"
                  + " sends as X-Pageloom-Proxy-Secret.");
        }
        yield new Authentication.Proxy(
            networks(settings),
            proxySecret == null ? "" : proxySecret,
            header == null ? USER_HEADER : header);
      }
      case "container" -> new Authentication.Container();
      default -> {
        settings.complain("PAGELOOM_AUTH", "must be password, proxy or container.");
        yield new Authentication.ThisMachine();
      }
    };
  }

  /// A secret that nobody guesses; it is never part of a complaint.
  private static @Nullable String secret(CheckedSettings settings, String name, int least) {
    String value = settings.text(name);
    if (value == null) return null;
    if (value.codePointCount(0, value.length()) < least) {
      settings.complain(name, "must have at least " + least + " characters.");
      return null;
    }
    return value;
  }

  private static List<Network> networks(CheckedSettings settings) {
    List<Network> networks = settings.parsed("PAGELOOM_PROXY", AccessSettings::networks);
    return networks == null ? List.of() : networks;
  }

  private static List<Network> networks(String text) {
    return Arrays.stream(text.split(",", -1)).map(part -> Network.of(part.strip())).toList();
  }

  private static Set<WebOrigin> origins(CheckedSettings settings, String text) {
    Set<WebOrigin> origins = new HashSet<>();
    for (String part : text.split(",", -1)) {
      WebOrigin.of(part.strip())
          .ifPresentOrElse(
              origins::add,
              () ->
                  settings.complain(
                      "PAGELOOM_CORS_ORIGINS",
                      "must be origins such as https://example.com, separated by commas."));
    }
    return origins;
  }

  /// The address that browsers use; a path in it is the container's to know.
  private static WebOrigin origin(String text) {
    String bare = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return WebOrigin.of(bare)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "must be the address that browsers use, without a path, such as"
                    + " https://pages.example.com"));
  }
}
