package pageloom.author;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import pageloom.markup.Sanitizer;
import pageloom.page.SectionAuthor.Desk;
import pageloom.page.SectionAuthor.Job;
import pageloom.provider.ChatProvider;

/// A section that a model is to write, and all that is needed for it.
///
/// @param model the model to ask
/// @param fallbacks what to ask where that one can't answer
/// @param firstTokens told how long each call took to its first text
record Assignment(
    ChatProvider provider,
    Sanitizer sanitizer,
    Prompts prompts,
    Job job,
    Desk desk,
    String model,
    List<String> fallbacks,
    Consumer<Duration> firstTokens) {
  Assignment {
    fallbacks = List.copyOf(fallbacks);
  }
}
