package pageloom.provider;

import java.net.URI;
import java.util.Locale;

/// What an endpoint understands beyond the common part of chat completions. OpenAI refuses fields
/// it does not know, so extras go only where they are known.
public enum Dialect {
  /// Sessions, fallback models, `reasoning`, generations.
  OPENROUTER,
  /// `reasoning_effort`.
  OPENAI,
  /// Any other: the cap goes under its old name too, since some know no other.
  COMMON;

  /// The dialect to expect at an address: OpenRouter's path stands for OpenRouter and its doubles.
  static Dialect at(URI base) {
    String host = base.getHost().toLowerCase(Locale.ROOT);
    if (host.equals("openrouter.ai") || host.endsWith(".openrouter.ai")) return OPENROUTER;
    if (host.equals("api.openai.com")) return OPENAI;
    return base.getPath().endsWith("/api/v1") ? OPENROUTER : COMMON;
  }
}
