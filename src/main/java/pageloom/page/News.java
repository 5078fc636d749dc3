package pageloom.page;

/// What a page's thread must know, from whatever thread it happened on.
sealed interface News {
  /// Money was spent.
  record Paid(PageEvent.Usage usage) implements News {}

  /// Money was spent, and the endpoint is to be asked how much.
  record Unsettled(PageEvent.Usage estimate, String generationId) implements News {}

  /// An author has come to an end.
  record Ended(SectionRun run, SectionAuthor.Outcome outcome) implements News {}

  /// Commands wait in the log.
  record Called() implements News {}

  /// There is room to make sections.
  record SlotGranted() implements News {}

  /// Look again: the engine is about to stop.
  record Draining() implements News {}
}
