/// Talking to models: any OpenAI-compatible chat-completions endpoint, with OpenRouter's extras
/// where they exist. Knows no page. Start reading at [ChatProvider]; [Exchange] is one request and
/// answer, [HttpCall] the attempts around it, [Failure] all that can go wrong.
@NullMarked
package pageloom.provider;

import org.jspecify.annotations.NullMarked;
