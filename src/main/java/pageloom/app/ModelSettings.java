package pageloom.app;

import java.math.BigDecimal;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pageloom.provider.ApiKey;
import pageloom.provider.BaseUrl;
import pageloom.provider.Price;

/// Which endpoint writes, with which models.
///
/// @param key null where the endpoint wants none
/// @param preset the model of a page that names none
/// @param offered models that a person may choose, the preset among them; empty offers all
/// @param fallbacks models to ask, in this order, where the one asked for can't answer
/// @param unlisted what a model costs whose price the endpoint does not tell, null where unknown
record ModelSettings(
    BaseUrl base,
    @Nullable ApiKey key,
    String preset,
    List<String> offered,
    List<String> fallbacks,
    @Nullable Price unlisted) {
  private static final String OPENROUTER_PRESET = "anthropic/claude-sonnet-4.5";
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  ModelSettings {
    offered = List.copyOf(offered);
    fallbacks = List.copyOf(fallbacks);
  }

  /// Empty where neither an endpoint nor a key is named: then the built-in patterns write.
  static Optional<ModelSettings> of(CheckedSettings settings) {
    ApiKey key = settings.parsed("PAGELOOM_API_KEY", ApiKey::new);
    BaseUrl named = settings.parsed("PAGELOOM_BASE_URL", BaseUrl::of);
    String model = settings.text("PAGELOOM_MODEL");
    String models = settings.text("PAGELOOM_MODELS");
    String fallbacks = settings.text("PAGELOOM_FALLBACK_MODELS");
    Price price = settings.parsed("PAGELOOM_PRICE", ModelSettings::price);
    if (key == null && named == null) {
      for (String name : List.of("PAGELOOM_MODEL", "PAGELOOM_MODELS", "PAGELOOM_FALLBACK_MODELS")) {
        if (settings.text(name) == null) continue;
        settings.complain(name, "needs an endpoint: set OPENROUTER_API_KEY, or PAGELOOM_BASE_URL.");
      }
      return Optional.empty();
    }
    BaseUrl base = named == null ? BaseUrl.OPENROUTER : named;
    List<String> offered = models == null ? List.of() : list(models);
    String preset = model;
    if (preset == null && !offered.isEmpty()) preset = offered.getFirst();
    if (preset == null && named == null) preset = OPENROUTER_PRESET;
    if (preset == null) {
      settings.complain(
          "PAGELOOM_MODEL", "name the model that " + base.uri().getHost() + " serves.");
      return Optional.empty();
    }
    if (price == null && isOwnMachine(base)) price = Price.FREE;
    return Optional.of(
        new ModelSettings(
            base, key, preset, offered, fallbacks == null ? List.of() : list(fallbacks), price));
  }

  private static List<String> list(String models) {
    return Arrays.stream(models.split(",", -1))
        .map(String::strip)
        .filter(m -> !m.isEmpty())
        .toList();
  }

  /// Whoever serves on this machine pays for nobody's tokens.
  private static boolean isOwnMachine(BaseUrl base) {
    String host = base.uri().getHost();
    if (host.equals("localhost")) return true;
    try {
      return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }

  /// "3/15": US dollars for a million tokens of the request, and of the answer.
  private static Price price(String text) {
    if (!text.matches("\\d{1,6}(\\.\\d{1,6})?/\\d{1,6}(\\.\\d{1,6})?")) {
      throw new IllegalArgumentException(
          "must be two prices in US dollars for a million tokens, in/out, such as 3/15");
    }
    int slash = text.indexOf('/');
    return new Price(perToken(text.substring(0, slash)), perToken(text.substring(slash + 1)));
  }

  private static BigDecimal perToken(String perMillion) {
    return new BigDecimal(perMillion).divide(MILLION);
  }
}
