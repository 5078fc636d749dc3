package pageloom.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import pageloom.provider.Failure.*;

/// Says each failure in words for a person: what failed, and what to do.
final class FailureWords {
  private FailureWords() {}

  static String of(Failure failure) {
    return switch (failure) {
      case KeyRejected(var keyGiven) ->
          keyGiven
              ? "The model endpoint does not accept the API key. Check the key in the settings."
              : "The model endpoint wants an API key. Set one in the settings.";
      case CreditExhausted(var tokens) ->
          "The account at the model endpoint has too little credit left"
              + (tokens == null ? "" : " (enough for " + tokens + " tokens)")
              + ". Add credit there or choose a cheaper model.";
      case Moderated _ ->
          "The model endpoint's moderation refused this text. Say it in other words.";
      case NotAllowed _ ->
          "The API key is not allowed to use this model. Choose another model or another key.";
      case ModelUnknown(var model) ->
          "The endpoint has no model " + model + " for this key. Choose another model.";
      case ContextTooSmall(var model) ->
          "The request does not fit into the context of "
              + model
              + ". Shorten the description or choose a model with a larger context.";
      case RequestTooLarge _ ->
          "The request is too large for the model endpoint. Shorten the description.";
      case BadRequest(var status) ->
          "The model endpoint refused the request ("
              + status
              + "). Choose another model, or check that the endpoint is OpenAI-compatible.";
      case RateLimited(var pause) ->
          "The model endpoint takes no more requests right now. " + tryAgain(pause);
      case Unavailable(var status, var pause) ->
          "The model endpoint can't answer right now"
              + (status == 0 ? ". " : " (" + status + "). ")
              + tryAgain(pause);
      case ConnectionLost(var fault) -> lost(fault);
      case TimedOut(var watchdog, var after) -> timedOut(watchdog, words(after));
      case Truncated _ -> "The model's answer broke off. Try again.";
      case Garbled _ -> "The model's answer can't be read. Try again or choose another model.";
      case ContentFiltered _ ->
          "The model endpoint's content filter cut the answer. Say it in other words.";
      case EmptyAnswer _ -> "The model answered nothing. Try again or choose another model.";
      case AnswerTooLarge _ ->
          "The model did not come to an end. Try again or choose another model.";
      case NotAChatEndpoint(var found) -> notAChat(found);
      case AddressRefused _ ->
          "The base URL leads to an address that must not be called. Check the base URL.";
      case Cancelled _ -> "Stopped.";
      case BreakerOpen(var pause) ->
          "The model endpoint failed several times in a row and is left in peace. "
              + tryAgain(pause);
    };
  }

  private static String lost(Fault fault) {
    return switch (fault) {
      case REFUSED ->
          "Nothing answers at the base URL. Check that the endpoint is running and the URL is"
              + " right.";
      case UNKNOWN_HOST -> "The host of the base URL is unknown. Check its name and the network.";
      case TLS ->
          "No safe connection to the model endpoint. Check https, its certificate and the clock.";
      case BROKEN -> "The connection to the model endpoint broke. Try again.";
    };
  }

  private static String timedOut(Watchdog watchdog, String after) {
    return switch (watchdog) {
      case HEADERS -> "The model endpoint did not answer within " + after + ". Try again.";
      case FIRST_TOKEN -> "The model wrote nothing within " + after + ". Try again.";
      case NEXT_TOKEN -> "The model fell silent for " + after + ". Try again.";
      case TOTAL ->
          "The model was not done within " + after + ". Choose a faster model or shorter text.";
    };
  }

  private static String notAChat(Found found) {
    return switch (found) {
      case HTML ->
          "The base URL leads to a web page, not to an API. Check it; it often ends in /v1.";
      case OTHER_JSON, SOMETHING_ELSE ->
          "The base URL leads to something that is no chat endpoint. Check it; it often ends in"
              + " /v1.";
      case REDIRECT -> "The model endpoint redirects elsewhere. Set its final address as base URL.";
      case NOTHING_THERE ->
          "There is no chat endpoint under the base URL. Check it; it often ends in /v1.";
    };
  }

  private static String tryAgain(@Nullable Duration pause) {
    return pause == null ? "Try again in a moment." : "Try again in " + words(pause) + ".";
  }

  private static String words(Duration duration) {
    long seconds = Math.ceilDiv(duration.toMillis(), 1000);
    if (seconds < 120) return seconds == 1 ? "a second" : seconds + " seconds";
    long minutes = Math.ceilDiv(seconds, 60);
    return minutes < 120 ? minutes + " minutes" : Math.ceilDiv(minutes, 60) + " hours";
  }
}
