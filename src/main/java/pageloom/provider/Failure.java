package pageloom.provider;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Why there is no answer. Holds facts alone: never words of the endpoint, a key or a prompt.
public sealed interface Failure {
  /// 401: the key is wrong, or there is none.
  record KeyRejected(boolean keyGiven) implements Failure {}

  /// 402: the account's credit does not cover the request.
  ///
  /// @param tokens how many the endpoint says it still covers, null where it does not say
  record CreditExhausted(@Nullable Integer tokens) implements Failure {
    /// How many tokens of an answer are still covered.
    public OptionalInt affordable() {
      return tokens == null ? OptionalInt.empty() : OptionalInt.of(tokens);
    }
  }

  /// The endpoint's moderation refused the request.
  record Moderated() implements Failure {}

  /// 403: the key is right but may not do this.
  record NotAllowed() implements Failure {}

  /// 404: there is no such model, or not for this key.
  record ModelUnknown(String model) implements Failure {}

  /// The request does not fit the model's context.
  record ContextTooSmall(String model) implements Failure {}

  /// 413: the endpoint takes no request of this size.
  record RequestTooLarge() implements Failure {}

  /// The endpoint says that the request is wrong.
  record BadRequest(int status) implements Failure {}

  /// 429: too many requests.
  ///
  /// @param pause what the endpoint asks for, null where it does not say
  record RateLimited(@Nullable Duration pause) implements Failure {}

  /// The endpoint, or the one behind it, can't do it now.
  ///
  /// @param status of HTTP, 0 where the failure came within an answer and without a number
  /// @param pause what the endpoint asks for, null where it does not say
  record Unavailable(int status, @Nullable Duration pause) implements Failure {}

  /// The connection was not made, or broke.
  record ConnectionLost(Fault fault) implements Failure {}

  /// A watchdog ended the attempt.
  record TimedOut(Watchdog watchdog, Duration after) implements Failure {}

  /// The answer breaks off in the middle of an event.
  record Truncated() implements Failure {}

  /// The answer contains what no endpoint may send, after a good beginning.
  record Garbled() implements Failure {}

  /// The endpoint's filter cut the answer.
  record ContentFiltered() implements Failure {}

  /// The answer has no text.
  record EmptyAnswer() implements Failure {}

  /// The answer is longer than we keep.
  record AnswerTooLarge() implements Failure {}

  /// Whatever is there, it is no chat-completions endpoint.
  record NotAChatEndpoint(Found found) implements Failure {}

  /// The endpoint's name leads to an address that must not be called.
  record AddressRefused() implements Failure {}

  /// The caller wants no answer any more.
  record Cancelled() implements Failure {}

  /// The endpoint failed so often that it is left in peace for a while; nothing was sent.
  record BreakerOpen(Duration pause) implements Failure {}

  /// What is wrong with the connection.
  enum Fault {
    REFUSED,
    UNKNOWN_HOST,
    TLS,
    BROKEN
  }

  /// What was waited for.
  enum Watchdog {
    HEADERS,
    FIRST_TOKEN,
    NEXT_TOKEN,
    TOTAL
  }

  /// What was there instead of a chat.
  enum Found {
    HTML,
    OTHER_JSON,
    REDIRECT,
    NOTHING_THERE,
    SOMETHING_ELSE
  }

  /// What failed and what a person can do, in words for that person.
  default String message() {
    return FailureWords.of(this);
  }

  /// Whether the very same request may succeed when it is sent again.
  default boolean mayPass() {
    return switch (this) {
      case RateLimited _, ConnectionLost _, Truncated _, Garbled _, EmptyAnswer _ -> true;
      case Unavailable _, BreakerOpen _ -> true;
      case TimedOut timedOut -> timedOut.watchdog() != Watchdog.TOTAL;
      case KeyRejected _, CreditExhausted _, Moderated _, NotAllowed _, ModelUnknown _ -> false;
      case ContextTooSmall _, RequestTooLarge _, BadRequest _, ContentFiltered _ -> false;
      case AnswerTooLarge _, NotAChatEndpoint _, AddressRefused _, Cancelled _ -> false;
    };
  }

  /// Whether another model of the same endpoint may answer the request.
  default boolean otherModelMayHelp() {
    return switch (this) {
      case Moderated _, NotAllowed _, ModelUnknown _, ContextTooSmall _, BadRequest _ -> true;
      case RateLimited _, Unavailable _, TimedOut _, Truncated _, Garbled _ -> true;
      case ContentFiltered _, EmptyAnswer _, AnswerTooLarge _ -> true;
      case KeyRejected _, CreditExhausted _, RequestTooLarge _, ConnectionLost _ -> false;
      case NotAChatEndpoint _, AddressRefused _, Cancelled _, BreakerOpen _ -> false;
    };
  }

  /// How long to wait before that, where the endpoint said.
  default Optional<Duration> retryAfter() {
    return switch (this) {
      case RateLimited(var pause) -> Optional.ofNullable(pause);
      case Unavailable(_, var pause) -> Optional.ofNullable(pause);
      case BreakerOpen(var pause) -> Optional.of(pause);
      case KeyRejected _, CreditExhausted _, Moderated _, NotAllowed _, ModelUnknown _ ->
          Optional.empty();
      case ContextTooSmall _, RequestTooLarge _, BadRequest _, ContentFiltered _ ->
          Optional.empty();
      case ConnectionLost _, TimedOut _, Truncated _, Garbled _, EmptyAnswer _ -> Optional.empty();
      case AnswerTooLarge _, NotAChatEndpoint _, AddressRefused _, Cancelled _ -> Optional.empty();
    };
  }

  /// Whether it speaks against the endpoint as a whole; what the breaker counts.
  default boolean endpointIsDown() {
    return this instanceof Unavailable
        || this instanceof ConnectionLost
        || (this instanceof TimedOut(var watchdog, _) && watchdog != Watchdog.TOTAL);
  }

  /// A short name for ledgers and logs, such as `rate_limited`.
  default String code() {
    return getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }
}
