package pageloom.plan;

import java.util.List;

/// Free choices drawn from a seed and the prompt. Each choice has its own name, so that one more of
/// them changes no other.
final class Draw {
  private final long base;

  Draw(long seed, String prompt) {
    long hash = 1125899906842597L;
    for (int i = 0; i < prompt.length(); i++) hash = 31 * hash + prompt.charAt(i);
    base = mix(seed * 0x9E3779B97F4A7C15L ^ mix(hash));
  }

  /// From 0 to below the bound.
  int below(int bound, String choice) {
    return Math.floorMod(mix(base ^ (long) choice.hashCode() * 0xD6E8FEB86659FD93L), bound);
  }

  <T> T of(List<T> options, String choice) {
    return options.get(below(options.size(), choice));
  }

  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
