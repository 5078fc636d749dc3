package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

/// Whatever an endpoint sends, there is one result, and where packets end makes no difference.
public final class AnswerFuzz {
  private AnswerFuzz() {}

  /// Called by Jazzer with bytes that it found interesting, and by `FuzzTest` with those kept.
  public static void fuzzerTestOneInput(byte[] data) {
    long seed = Arrays.hashCode(data);
    String first = read(data, new Random(seed));
    for (int cut = 1; cut < 3; cut++) assertEquals(first, read(data, new Random(seed + cut)));
  }

  private static String read(byte[] data, Random cuts) {
    var answer = new Answer();
    return switch (RechunkingTest.read(data, answer, cuts)) {
      case Answer.Answered(var finish) -> finish + " " + answer.text.from(0);
      case Answer.Failed(var failure) -> failure.getClass().getSimpleName();
    };
  }
}
