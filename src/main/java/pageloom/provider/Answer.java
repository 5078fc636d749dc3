package pageloom.provider;

import org.jspecify.annotations.Nullable;

/// What an answer says so far. Belongs to the thread that reads the socket, under the lock of its
/// [AnswerBody]; the text alone may be read by anybody.
final class Answer {
  /// The most characters that are kept.
  static final int MAX_CHARACTERS = 1 << 18;

  final StreamedText text = new StreamedText();

  /// How many pieces of text or reasoning came: what the watchdogs wait for.
  int tokens;

  /// Of the wire, as it came.
  @Nullable String finishReason;

  @Nullable String model;
  @Nullable String id;
  @Nullable Usage usage;
  @Nullable Failure failure;
  boolean refused;

  /// What it amounts to when the stream ended in good order.
  Result result() {
    if (failure != null) return new Failed(failure);
    if (finishReason != null && finishReason.equals("error")) {
      return new Failed(new Failure.Unavailable(0, null));
    }
    if (finishReason != null && finishReason.equals("content_filter")) {
      return new Failed(new Failure.ContentFiltered());
    }
    Finish finish = finishReason == null ? Finish.MISSING : Finish.of(finishReason);
    if (text.isBlank() && finish != Finish.LENGTH) {
      return new Failed(refused ? new Failure.ContentFiltered() : new Failure.EmptyAnswer());
    }
    return new Answered(finish);
  }

  /// How an attempt ended.
  sealed interface Result {}

  record Answered(Finish finish) implements Result {}

  record Failed(Failure failure) implements Result {}
}
