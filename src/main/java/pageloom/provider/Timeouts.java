package pageloom.provider;

import java.time.Duration;

/// How long a watchdog waits. Comments and empty chunks are no tokens; reasoning is.
///
/// @param headers from the request to the head of the answer
/// @param firstToken from there to the first token
/// @param nextToken from token to token
/// @param total from the request to the end
/// @param closing for what follows an end: the usage after a finish reason, the rest of an error's
///   body, the end of the connection after `[DONE]`
public record Timeouts(
    Duration headers, Duration firstToken, Duration nextToken, Duration total, Duration closing) {
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(20),
          Duration.ofSeconds(120),
          Duration.ofSeconds(2));
}
