package pageloom.http;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Whatever body comes, it is a page's start, a command, or a problem that says what is wrong.
public final class JsonBodyFuzz {
  private static final Set<String> FORMATS = Set.of("react", "html");

  private JsonBodyFuzz() {}

  /// Called by Jazzer with bytes that it found interesting, and by `FuzzTest` with those kept.
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    try {
      PageStart.of(JsonBody.of(text), FORMATS, "request");
    } catch (Problem said) {
      requireClear(said);
    }
    try {
      CommandBody.of(JsonBody.of(text));
    } catch (Problem said) {
      requireClear(said);
    }
  }

  private static void requireClear(Problem problem) {
    if (problem.status() != 400 && problem.status() != 422) throw problem;
    if (problem.detail().isBlank()) throw problem;
  }
}
