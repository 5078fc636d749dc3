package pageloom.provider;

/// Counts tokens without a tokenizer: by the characters.
final class Tokens {
  /// What a message costs besides its text.
  private static final int PER_MESSAGE = 8;

  private Tokens() {}

  /// About how many tokens a text has. English and HTML have 3.5 to 4 characters a token, other
  /// scripts about one.
  static long estimate(CharSequence text) {
    int ascii = ascii(text);
    return Math.ceilDiv(ascii * 2L, 7) + (text.length() - ascii);
  }

  /// About how many tokens so many characters have, mostly English and HTML.
  static long estimate(long characters) {
    return Math.ceilDiv(characters * 2, 7);
  }

  /// About how many tokens a request has.
  static long estimate(ChatRequest request) {
    return request.messages().stream().mapToLong(m -> PER_MESSAGE + estimate(m.content())).sum();
  }

  /// About what an answer has used so far, without its cost.
  static Usage soFar(ChatRequest request, StreamedText text) {
    long output = estimate(text.from(0)) + estimate(text.reasoned());
    return new Usage(estimate(request), 0, output, null, true);
  }

  /// At least as many tokens as a request has: two ASCII characters, or one byte of UTF-8, a token.
  static long atMost(ChatRequest request) {
    return request.messages().stream().mapToLong(m -> PER_MESSAGE + atMost(m.content())).sum();
  }

  private static long atMost(CharSequence text) {
    int ascii = ascii(text);
    return Math.ceilDiv(ascii, 2) + 3L * (text.length() - ascii);
  }

  private static int ascii(CharSequence text) {
    int ascii = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 0x80) ascii++;
    }
    return ascii;
  }
}
