package pageloom.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Whatever markup comes, nothing harmful is left, and what is left stays as it is.
public final class SanitizerFuzz {
  private static final Sanitizer SANITIZER = new Sanitizer();

  private SanitizerFuzz() {}

  /// Called by Jazzer with bytes that it found interesting, and by `FuzzTest` with those kept.
  public static void fuzzerTestOneInput(byte[] data) {
    Sanitized once;
    try {
      once = SANITIZER.sanitize(new String(data, StandardCharsets.UTF_8), "hero");
    } catch (MarkupRejected said) {
      return;
    }
    assertEquals(List.of(), Harmless.complaints(once.html()), once.html());
    Sanitized twice = SANITIZER.sanitize(once.html(), "hero");
    assertEquals(once.html(), twice.html());
    assertEquals(List.of(), twice.removed(), once.html());
  }
}
