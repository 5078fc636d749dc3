package pageloom.provider;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Cuts a byte stream into server-sent events, in place: an event's data is handed on where it
/// arrived. One thread at a time.
///
/// After the WHATWG HTML standard, "Parsing an event stream", and beyond it where endpoints are:
/// `[DONE]` counts without its blank line, `error:` lines and bare JSON lines are handed on, and
/// the last event counts although the stream ends in it. The byte order mark is the caller's to
/// take off.
final class SseScanner {
  /// Room for an event's data; more than any chunk of a chat has.
  static final int MAX_EVENT_BYTES = 1 << 20;

  private static final byte[] DATA = bytes("data");
  private static final byte[] EVENT = bytes("event");
  private static final byte[] ERROR = bytes("error");
  private static final byte[] DONE = bytes("[DONE]");

  private final Sink sink;
  private byte[] buffer = new byte[8192];

  /// The next byte to look at, and the end of what has arrived.
  private int scan;

  private int end;

  /// Where the line begins that is being scanned.
  private int line;

  /// The data of the event so far, -1 for none.
  private int dataFrom = -1;

  private int dataTo;
  private boolean errorEvent;
  private boolean sawCr;
  private boolean skipping;

  /// What is done with what is found.
  interface Sink {
    /// An event's data. The bytes stay as they are during this call only.
    void event(Kind kind, byte[] bytes, int from, int to);

    /// The endpoint says that it is done.
    void done();

    /// A line that is no part of an event stream.
    void junk();

    /// An event has more bytes than can be kept.
    void tooLarge();

    /// Whether nothing more is wanted.
    boolean enough();
  }

  /// Where the data was found.
  enum Kind {
    MESSAGE,
    /// Under `event: error`, or in a line `error:`.
    ERROR,
    /// A line of JSON that belongs to no field.
    STRAY
  }

  SseScanner(Sink sink) {
    this.sink = sink;
  }

  /// Takes what has arrived.
  void feed(ByteBuffer in) {
    while (in.hasRemaining() && !sink.enough()) {
      if (end == buffer.length && !makeRoom()) {
        sink.tooLarge();
        return;
      }
      int count = Math.min(in.remaining(), buffer.length - end);
      in.get(buffer, end, count);
      end += count;
      scanLines();
    }
  }

  /// Nothing more arrives.
  void finish() {
    if (sink.enough()) return;
    if (line < end && !skipping) endLine(line, end);
    if (!sink.enough()) dispatch();
  }

  private void scanLines() {
    for (int i = scan; i < end; i++) {
      byte b = buffer[i];
      if (b != '\n' && b != '\r') continue;
      if (b == '\n' && sawCr && i == line) {
        sawCr = false;
      } else {
        sawCr = b == '\r';
        if (skipping) skipping = false;
        else endLine(line, i);
        if (sink.enough()) return;
      }
      line = i + 1;
    }
    if (line < end && buffer[line] == ':') skipping = true;
    if (skipping) {
      end = line;
      sawCr = false;
    }
    scan = end;
    if (dataFrom < 0 && line == end) {
      line = 0;
      scan = 0;
      end = 0;
    }
  }

  /// Makes the buffer less than full.
  private boolean makeRoom() {
    int keep = dataFrom < 0 ? line : dataFrom;
    if (keep > 0) {
      System.arraycopy(buffer, keep, buffer, 0, end - keep);
      end -= keep;
      scan -= keep;
      line -= keep;
      if (dataFrom >= 0) {
        dataFrom = 0;
        dataTo -= keep;
      }
      return true;
    }
    if (buffer.length < MAX_EVENT_BYTES) {
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
      return true;
    }
    if (line < end && mayMatter(buffer[line])) return false;
    skipping = true;
    end = line;
    scan = line;
    sawCr = false;
    return end < buffer.length;
  }

  private static boolean mayMatter(byte first) {
    return first == 'd' || first == 'e' || first == '{';
  }

  private void endLine(int from, int to) {
    if (from == to) {
      dispatch();
      return;
    }
    if (buffer[from] == ':') return;
    if (buffer[from] == '{') {
      sink.event(Kind.STRAY, buffer, from, to);
      return;
    }
    int colon = from;
    while (colon < to && buffer[colon] != ':') colon++;
    int value = Math.min(colon + 1, to);
    if (value < to && buffer[value] == ' ') value++;
    if (is(DATA, from, colon)) data(value, to);
    else if (is(EVENT, from, colon)) errorEvent = is(ERROR, value, to);
    else if (is(ERROR, from, colon) && value < to) sink.event(Kind.ERROR, buffer, value, to);
    else if (colon == to) sink.junk();
  }

  private void data(int from, int to) {
    if (is(DONE, from, to)) {
      dispatch();
      if (!sink.enough()) sink.done();
    } else if (dataFrom < 0) {
      dataFrom = from;
      dataTo = to;
    } else {
      // Further lines of the same event move up to the first: there is room, their names go.
      buffer[dataTo++] = '\n';
      System.arraycopy(buffer, from, buffer, dataTo, to - from);
      dataTo += to - from;
    }
  }

  private void dispatch() {
    // An event without data is none, says the standard.
    if (dataFrom >= 0 && dataFrom < dataTo) {
      sink.event(errorEvent ? Kind.ERROR : Kind.MESSAGE, buffer, dataFrom, dataTo);
    }
    dataFrom = -1;
    errorEvent = false;
  }

  private boolean is(byte[] word, int from, int to) {
    return Arrays.equals(buffer, from, to, word, 0, word.length);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
