package pageloom.author;

import java.util.List;
import pageloom.markup.Sanitizer;
import pageloom.page.SectionAuthor.Desk;
import pageloom.page.SectionAuthor.Job;
import pageloom.provider.ChatProvider;

/// A section that a model is to write, and all that is needed for it.
///
/// @param model the model to ask
/// @param fallbacks what to ask where that one can't answer
record Assignment(
    ChatProvider provider,
    Sanitizer sanitizer,
    Prompts prompts,
    Job job,
    Desk desk,
    String model,
    List<String> fallbacks) {
  Assignment {
    fallbacks = List.copyOf(fallbacks);
  }
}
