package pageloom.provider;

import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/// Everything about one provider.
///
/// @param key null for an endpoint that needs none
/// @param app how we introduce ourselves
/// @param unlisted what a model costs that the endpoint lists no price for, null for unknown
public record ProviderConfig(
    BaseUrl base,
    @Nullable ApiKey key,
    Dialect dialect,
    App app,
    Timeouts timeouts,
    RetryPolicy retries,
    BreakerPolicy breaker,
    @Nullable Price unlisted) {

  /// Who calls, for the endpoint's statistics.
  ///
  /// @param url of the application
  /// @param title its name
  public record App(String url, String title) {
    public static final App PAGELOOM = new App("https://pageloom.invalid", "Pageloom");

    public App {
      if (!url.matches("[!-~]{1,500}") || !title.matches("[ -~]{1,100}")) {
        throw new IllegalArgumentException("must be of ASCII characters");
      }
    }
  }

  public ProviderConfig(BaseUrl base, @Nullable ApiKey key) {
    this(
        base,
        key,
        Dialect.at(base.uri()),
        App.PAGELOOM,
        Timeouts.DEFAULT,
        RetryPolicy.DEFAULT,
        BreakerPolicy.DEFAULT,
        null);
  }

  /// A request for one of the endpoint's resources, with the headers that all of them have.
  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.at(path))
            .header("HTTP-Referer", app.url())
            .header("X-Title", app.title());
    if (key != null) request.header("Authorization", "Bearer " + key.secret());
    return request;
  }

  public ProviderConfig withDialect(Dialect other) {
    return new ProviderConfig(base, key, other, app, timeouts, retries, breaker, unlisted);
  }

  public ProviderConfig withApp(App other) {
    return new ProviderConfig(base, key, dialect, other, timeouts, retries, breaker, unlisted);
  }

  public ProviderConfig withTimeouts(Timeouts other) {
    return new ProviderConfig(base, key, dialect, app, other, retries, breaker, unlisted);
  }

  public ProviderConfig withRetries(RetryPolicy other) {
    return new ProviderConfig(base, key, dialect, app, timeouts, other, breaker, unlisted);
  }

  public ProviderConfig withBreaker(BreakerPolicy other) {
    return new ProviderConfig(base, key, dialect, app, timeouts, retries, other, unlisted);
  }

  public ProviderConfig withUnlisted(@Nullable Price price) {
    return new ProviderConfig(base, key, dialect, app, timeouts, retries, breaker, price);
  }
}
