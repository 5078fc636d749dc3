package pageloom.provider;

/// A secret. It goes into one header and nowhere else.
public record ApiKey(String secret) {
  /// @throws IllegalArgumentException with words for the person who set it, without the key
  public ApiKey {
    if (!secret.matches("[!-~]{1,4096}")) {
      throw new IllegalArgumentException("must be of visible ASCII characters without blanks");
    }
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
