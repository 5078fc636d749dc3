package pageloom.provider;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells which [Failure] an endpoint means by its status and words. The words are looked at and
/// forgotten.
final class ErrorBody {
  private static final Pattern AFFORD = Pattern.compile("can only afford (\\d{1,9})");

  private static final Pattern CONTEXT =
      Pattern.compile(
          "context.?(length|size|window)|maximum context|prompt is too long|too many tokens"
              + "|exceed_context_size");

  private static final Pattern NO_MODEL =
      Pattern.compile(
          "model.{0,200}(not found|does not exist|not exist|not available)|no endpoints found|not a"
              + " valid model|model_not_found|unknown model|invalid model");

  private static final Pattern MODERATED =
      Pattern.compile("moderation|content_policy|content_filter|content management policy|flagged");

  /// Names that stand in for a status.
  private static final Map<String, Integer> STATUS =
      Map.ofEntries(
          Map.entry("invalid_api_key", 401),
          Map.entry("authentication_error", 401),
          Map.entry("insufficient_quota", 402),
          Map.entry("permission_error", 403),
          Map.entry("not_found_error", 404),
          Map.entry("notfounderror", 404),
          Map.entry("invalid_request_error", 400),
          Map.entry("badrequesterror", 400),
          Map.entry("rate_limit_exceeded", 429),
          Map.entry("rate_limit_error", 429),
          Map.entry("server_error", 500),
          Map.entry("overloaded_error", 529));

  private final String model;
  private final boolean keyGiven;

  ErrorBody(String model, boolean keyGiven) {
    this.model = model;
    this.keyGiven = keyGiven;
  }

  /// The failure of an answer with this status.
  ///
  /// @param body as far as it was read
  Failure of(int status, HttpHeaders headers, byte[] body, Instant now) {
    if (status < 400) {
      return new Failure.NotAChatEndpoint(
          status >= 300 ? Failure.Found.REDIRECT : Failure.Found.SOMETHING_ELSE);
    }
    Optional<JsonElement> json = JsonFacts.parse(body, 0, body.length);
    JsonElement error = json.orElse(null);
    if (error instanceof JsonObject object) {
      JsonElement inner = ChunkReader.errorOf(object);
      if (inner != null) error = inner;
    }
    Facts facts = Facts.of(error);
    Duration pause = RetryAfter.of(headers, now).or(() -> facts.pause()).orElse(null);
    return of(status, facts, pause);
  }

  /// The failure that came within an answer whose status was good.
  Failure within(JsonElement error) {
    Facts facts = Facts.of(error);
    return of(facts.status(), facts, facts.pause().orElse(null));
  }

  private Failure of(int status, Facts facts, @Nullable Duration pause) {
    boolean context = facts.says(CONTEXT);
    return switch (status) {
      case 401 -> new Failure.KeyRejected(keyGiven);
      case 402 -> new Failure.CreditExhausted(facts.affordable());
      case 403 -> facts.moderated() ? new Failure.Moderated() : new Failure.NotAllowed();
      case 404 ->
          facts.words().contains("model") || facts.words().contains("no endpoints")
              ? new Failure.ModelUnknown(model)
              : new Failure.NotAChatEndpoint(Failure.Found.NOTHING_THERE);
      case 405 -> new Failure.NotAChatEndpoint(Failure.Found.NOTHING_THERE);
      case 408 -> new Failure.Unavailable(status, pause);
      case 413 -> context ? new Failure.ContextTooSmall(model) : new Failure.RequestTooLarge();
      case 429 ->
          facts.status() == 402
              ? new Failure.CreditExhausted(facts.affordable())
              : new Failure.RateLimited(pause);
      default -> {
        if (status == 0 && context) yield new Failure.ContextTooSmall(model);
        if (status < 400 || status >= 500) yield new Failure.Unavailable(status, pause);
        if (context) yield new Failure.ContextTooSmall(model);
        if (facts.says(NO_MODEL)) yield new Failure.ModelUnknown(model);
        if (facts.moderated()) yield new Failure.Moderated();
        if (facts.words().contains("api key")) yield new Failure.KeyRejected(keyGiven);
        yield new Failure.BadRequest(status);
      }
    };
  }

  /// What can be learned from an error, whatever its shape.
  ///
  /// @param status that it names itself, 0 for none
  /// @param words all of its own words, in lower case, for recognition only
  /// @param hasReasons whether a moderation gave reasons
  private record Facts(int status, String words, boolean hasReasons, Optional<Duration> pause) {
    static Facts of(@Nullable JsonElement error) {
      if (error == null) return new Facts(0, "", false, Optional.empty());
      if (error.isJsonPrimitive()) {
        return new Facts(0, lower(error.getAsString()), false, Optional.empty());
      }
      String code = lower(JsonFacts.string(error, "code"));
      String type = lower(JsonFacts.string(error, "type"));
      String words = code + " " + type + " " + lower(JsonFacts.string(error, "message"));
      BigDecimal seconds = JsonFacts.number(JsonFacts.object(error, "availability"), "retry_after");
      return new Facts(
          status(code, type),
          words,
          JsonFacts.member(JsonFacts.object(error, "metadata"), "reasons") != null,
          Optional.ofNullable(seconds).flatMap(RetryAfter::seconds));
    }

    private static int status(String code, String type) {
      if (code.matches("[45]\\d\\d")) return Integer.parseInt(code);
      return STATUS.getOrDefault(code, STATUS.getOrDefault(type, 0));
    }

    private static String lower(@Nullable String text) {
      return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    boolean says(Pattern pattern) {
      return pattern.matcher(words).find();
    }

    boolean moderated() {
      return hasReasons || says(MODERATED);
    }

    @Nullable Integer affordable() {
      Matcher matcher = AFFORD.matcher(words);
      return matcher.find() ? Integer.valueOf(matcher.group(1)) : null;
    }
  }
}
