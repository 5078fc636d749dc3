package pageloom.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// The body of an HTTP/1.1 answer with chunked transfer coding (RFC 9112, section 7.1), byte by
/// byte.
final class Unchunked extends InputStream {
  private final InputStream in;
  private int left;

  Unchunked(InputStream in) throws IOException {
    this.in = in;
    String line = line();
    if (!line.startsWith("HTTP/1.1 200")) throw new IOException(line);
    while (!line.isEmpty()) line = line();
  }

  private String line() throws IOException {
    var text = new java.io.ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) throw new IOException("the answer ended early");
      if (b != '\r') text.write(b);
    }
    return text.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public int read() throws IOException {
    if (left == 0) {
      left = Integer.parseInt(line(), 16);
      if (left == 0) return -1;
    }
    int b = in.read();
    if (--left == 0) line();
    return b;
  }
}
