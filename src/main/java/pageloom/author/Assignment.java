package pageloom.author;

import pageloom.markup.Sanitizer;
import pageloom.page.SectionAuthor.Desk;
import pageloom.page.SectionAuthor.Job;
import pageloom.provider.ChatProvider;

/// A section that a model is to write, and all that is needed for it.
///
/// @param model the model to ask
record Assignment(
    ChatProvider provider,
    Sanitizer sanitizer,
    Prompts prompts,
    Job job,
    Desk desk,
    String model) {}
