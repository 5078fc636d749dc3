package pageloom.provider;

import java.util.Arrays;

/// The text of an answer as far as it has come: it only grows. One thread writes, the one that
/// reads the socket; any thread may read, by offset.
///
/// The writer publishes through `length`: whoever sees a length sees the characters below it, in
/// whatever array it finds then, for a larger array starts as a copy.
public final class StreamedText {
  private volatile char[] chars = new char[1024];
  private volatile int length;
  private volatile int reasoned;

  StreamedText() {}

  /// How many characters there are by now.
  public int length() {
    return length;
  }

  /// How many characters of reasoning there are by now. They are not kept, but they cost.
  public int reasoned() {
    return reasoned;
  }

  /// The characters from this offset on.
  public String from(int offset) {
    int end = length;
    return new String(chars, offset, end - offset);
  }

  /// An array with room for so many characters more, from `length` on.
  char[] room(int more) {
    char[] room = chars;
    int need = length + more;
    if (need > room.length) {
      room = Arrays.copyOf(room, Math.max(need, room.length * 2));
      chars = room;
    }
    return room;
  }

  /// Makes what was written into the room part of the text.
  void grow(int to) {
    length = to;
  }

  void append(String more) {
    int at = length;
    more.getChars(0, more.length(), room(more.length()), at);
    grow(at + more.length());
  }

  void reason(int more) {
    int sum = reasoned + more;
    reasoned = sum;
  }

  boolean isBlank() {
    int end = length;
    for (int i = 0; i < end; i++) {
      if (!Character.isWhitespace(chars[i])) return false;
    }
    return true;
  }

  @Override
  public String toString() {
    return "text of " + length + " characters";
  }
}
