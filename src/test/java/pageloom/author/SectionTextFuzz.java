package pageloom.author;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/// Whatever a model writes, there is a fragment or none, and it does not depend on the pieces.
public final class SectionTextFuzz {
  private SectionTextFuzz() {}

  /// Called by Jazzer with bytes that it found interesting, and by `FuzzTest` with those kept.
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, StandardCharsets.UTF_8);
    SectionText whole = SectionText.of(text);
    var pieces = SectionText.of("");
    var random = new Random(Arrays.hashCode(data));
    for (int at = 0; at < text.length(); ) {
      int next = Math.min(text.length(), at + 1 + random.nextInt(20));
      pieces.append(text.substring(at, next));
      at = next;
      assertTrue(text.contains(pieces.soFar()) || pieces.soFar().length() <= at + 200);
    }
    assertEquals(whole.fragment(), pieces.fragment());
    assertEquals(whole.complete(), pieces.complete());
    assertEquals(whole.soFar(), pieces.soFar());
  }
}
