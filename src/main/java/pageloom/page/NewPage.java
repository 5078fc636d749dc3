package pageloom.page;

import java.time.Instant;
import java.util.Optional;
import pageloom.plan.Plan;

/// A page about to be written down.
///
/// @param owner who may see and change it
/// @param idempotency what makes a repeated request the same request
public record NewPage(
    PageId id,
    String owner,
    PageRequest request,
    Plan plan,
    Instant createdAt,
    Optional<Idempotency> idempotency) {
  /// The `Idempotency-Key` of a request and what its body was.
  ///
  /// @param key as the client sent it
  /// @param bodyHash SHA-256 of the body, in hex
  public record Idempotency(String key, String bodyHash) {}
}
