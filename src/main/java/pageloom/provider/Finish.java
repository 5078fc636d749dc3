package pageloom.provider;

/// How an answer ended.
public enum Finish {
  /// The model was done.
  STOP,
  /// The cap on tokens was reached: there would be more.
  LENGTH,
  /// For a reason we have no name for, so the text must be checked.
  OTHER,
  /// The stream ended in good order but never said so: good only if the text is complete.
  MISSING;

  /// A name of the wire; `content_filter` and `error` are failures and never come here.
  static Finish of(String wire) {
    return switch (wire) {
      case "stop", "eos", "end_turn", "stop_sequence" -> STOP;
      case "length", "max_tokens" -> LENGTH;
      default -> OTHER;
    };
  }
}
