package pageloom.author;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// Marks around words that are data: taken from the words themselves, so that the same words give
/// the same prompt, and never found in them, so that no words can end them.
final class Fence {
  private static final int MAX_LINE = 400;

  private Fence() {}

  static String around(String words) {
    var crc = new CRC32();
    crc.update(words.getBytes(StandardCharsets.UTF_8));
    String mark = String.format("=====%08x", crc.getValue());
    while (words.contains(mark)) {
      mark = "=" + mark;
    }
    return mark;
  }

  /// Words on one line, in quotes: nothing in them can look like a line of ours.
  static String line(String words) {
    String line = words.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    String cut = line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "…";
    return "\"" + cut.replace('"', '\'') + "\"";
  }
}
