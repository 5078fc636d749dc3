package pageloom.provider;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads a chunk that differs from an earlier one in its `content` alone, which most do. What
/// stands before and after that string is compared byte for byte with a chunk that was parsed in
/// full, so the two have the same structure and no parser is needed.
final class ChunkTemplate {
  private static final byte[] CONTENT = "\"content\"".getBytes(StandardCharsets.US_ASCII);

  /// Up to and with the opening quote, and from the closing one on; empty as long as none is known.
  private byte[] prefix = {};

  private byte[] suffix = {};

  /// Appends the chunk's content, if the chunk is like the one that was learned.
  boolean read(byte[] in, int from, int to, StreamedText text) {
    int start = from + prefix.length;
    int stop = to - suffix.length;
    if (prefix.length == 0 || start > stop) return false;
    if (!Arrays.equals(in, from, start, prefix, 0, prefix.length)) return false;
    if (!Arrays.equals(in, stop, to, suffix, 0, suffix.length)) return false;
    int at = text.length();
    int grown = JsonText.decode(in, start, stop, text.room(stop - start), at);
    if (grown < 0) return false;
    text.grow(grown);
    return true;
  }

  /// Learns from a chunk that holds nothing worth reading but one string named `content`.
  void learn(byte[] in, int from, int to) {
    int name = find(in, from, to);
    // A second one might be the name of something else, or a value.
    if (name < 0 || find(in, name + 1, to) >= 0) return;
    int i = skipBlanks(in, name + CONTENT.length, to);
    if (i >= to || in[i] != ':') return;
    i = skipBlanks(in, i + 1, to);
    if (i >= to || in[i] != '"') return;
    int start = ++i;
    while (i < to && in[i] != '"') i += in[i] == '\\' ? 2 : 1;
    if (i >= to) return;
    prefix = Arrays.copyOfRange(in, from, start);
    suffix = Arrays.copyOfRange(in, i, to);
  }

  private static int find(byte[] in, int from, int to) {
    for (int i = from; i + CONTENT.length <= to; i++) {
      if (in[i] == '"' && Arrays.equals(in, i, i + CONTENT.length, CONTENT, 0, CONTENT.length)) {
        return i;
      }
    }
    return -1;
  }

  private static int skipBlanks(byte[] in, int from, int to) {
    int i = from;
    while (i < to && in[i] == ' ') i++;
    return i;
  }
}
