package pageloom.provider;

/// Decodes the inside of a JSON string (RFC 8259, section 7) from UTF-8, without objects.
final class JsonText {
  private JsonText() {}

  /// Writes the characters into `out`, which needs room for as many as there are bytes.
  ///
  /// @return where they end, or -1 for anything that is not plainly such a string
  static int decode(byte[] in, int from, int to, char[] out, int at) {
    int i = from;
    while (i < to) {
      int b = in[i];
      if (b >= 0x20 && b != '"' && b != '\\') {
        out[at++] = (char) b;
        i++;
      } else if (b == '\\') {
        int length = escape(in, i, to, out, at);
        if (length < 0) return -1;
        i += length;
        at++;
      } else if (b < 0) {
        int codePoint = utf8(in, i, to);
        if (codePoint < 0) return -1;
        at += Character.toChars(codePoint, out, at);
        i += codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      } else {
        return -1;
      }
    }
    return at;
  }

  /// One escape.
  ///
  /// @return how many bytes it has, or -1
  private static int escape(byte[] in, int i, int to, char[] out, int at) {
    if (i + 1 >= to) return -1;
    char c =
        switch (in[i + 1]) {
          case '"' -> '"';
          case '\\' -> '\\';
          case '/' -> '/';
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case 'b' -> '\b';
          case 'f' -> '\f';
          default -> 0;
        };
    if (c != 0) {
      out[at] = c;
      return 2;
    }
    if (in[i + 1] != 'u' || i + 6 > to) return -1;
    int value = 0;
    for (int k = i + 2; k < i + 6; k++) {
      int digit = Character.digit((char) in[k], 16);
      if (digit < 0 || in[k] < 0) return -1;
      value = value * 16 + digit;
    }
    out[at] = (char) value;
    return 6;
  }

  /// The code point of two to four bytes, or -1 where they are not well-formed.
  private static int utf8(byte[] in, int i, int to) {
    int lead = in[i] & 0xff;
    int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || i + length > to) return -1;
    int value = lead & (0x7f >> length);
    for (int k = i + 1; k < i + length; k++) {
      if ((in[k] & 0xc0) != 0x80) return -1;
      value = value << 6 | (in[k] & 0x3f);
    }
    boolean overlong = value < (length == 3 ? 0x800 : length == 4 ? 0x10000 : 0x80);
    boolean surrogate = value >= 0xd800 && value <= 0xdfff;
    return overlong || surrogate || value > 0x10ffff ? -1 : value;
  }
}
