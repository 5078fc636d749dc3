package pageloom.provider;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads an answer that comes as events, and decides on what each of them means. Under the lock of
/// its [AnswerBody].
final class EventReader implements SseScanner.Sink {
  private final Answer answer;
  private final ChunkReader chunks;
  private final ErrorBody errors;
  private final Verdict verdict;
  private final SseScanner scanner = new SseScanner(this);
  private boolean sawEvent;
  private boolean sawJunk;
  private boolean atEnd;

  /// Takes the decision; the first one counts.
  interface Verdict {
    /// This is how it ends.
    ///
    /// @param orderly whether the connection may be used again once the body has ended
    void decide(Answer.Result result, boolean orderly);

    void fail(Failure failure);

    boolean decided();
  }

  EventReader(AnswerBody.Readers readers, Verdict verdict) {
    this.answer = readers.answer();
    this.chunks = readers.chunks();
    this.errors = readers.errors();
    this.verdict = verdict;
  }

  void feed(ByteBuffer in) {
    scanner.feed(in);
  }

  /// Nothing more comes.
  void end() {
    atEnd = true;
    scanner.finish();
    if (verdict.decided()) return;
    boolean nothing = !sawEvent && sawJunk;
    if (nothing) verdict.fail(new Failure.NotAChatEndpoint(Failure.Found.SOMETHING_ELSE));
    else verdict.decide(answer.result(), true);
  }

  @Override
  public void event(SseScanner.Kind kind, byte[] in, int from, int to) {
    sawEvent = true;
    switch (kind) {
      case MESSAGE -> {
        if (!chunks.chunk(in, from, to)) unreadable(in[from]);
      }
      case STRAY -> {
        JsonElement json = JsonFacts.parse(in, from, to).orElse(null);
        if (json instanceof JsonObject object && ChunkReader.errorOf(object) != null) {
          chunks.object(object);
        }
      }
      case ERROR -> {
        JsonElement json = JsonFacts.parse(in, from, to).orElse(null);
        if (json instanceof JsonObject object) {
          JsonElement inner = ChunkReader.errorOf(object);
          json = inner == null ? object : inner;
        } else {
          json = new JsonPrimitive(new String(in, from, to - from, StandardCharsets.UTF_8));
        }
        answer.failure = errors.within(json);
      }
    }
    if (verdict.decided()) return;
    if (answer.failure != null) verdict.fail(answer.failure);
    else if (answer.text.length() > Answer.MAX_CHARACTERS) tooLarge();
  }

  private void unreadable(byte first) {
    if (atEnd && answer.finishReason != null) return;
    if (atEnd) verdict.fail(new Failure.Truncated());
    else if (answer.tokens > 0 || first == '{') verdict.fail(new Failure.Garbled());
    else verdict.fail(new Failure.NotAChatEndpoint(Failure.Found.SOMETHING_ELSE));
  }

  @Override
  public void done() {
    sawEvent = true;
    verdict.decide(answer.result(), true);
  }

  @Override
  public void junk() {
    sawJunk = true;
  }

  @Override
  public void tooLarge() {
    verdict.fail(new Failure.AnswerTooLarge());
  }

  @Override
  public boolean enough() {
    return verdict.decided();
  }
}
