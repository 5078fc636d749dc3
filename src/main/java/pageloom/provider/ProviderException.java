package pageloom.provider;

/// There is no answer; the failure says why. Carries no cause, since that could quote the endpoint.
public final class ProviderException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Failure failure;
  private final transient int attempts;

  /// @param attempts how many requests were sent in vain
  public ProviderException(Failure failure, int attempts) {
    super(failure.message());
    this.failure = failure;
    this.attempts = attempts;
  }

  public Failure failure() {
    return failure;
  }

  public int attempts() {
    return attempts;
  }
}
