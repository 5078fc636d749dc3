package pageloom.page;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/// How JSON is written everywhere: on one line, nulls as null, markup unescaped (a third smaller;
/// the media type, not the escaping, keeps a browser from reading it as HTML).
public final class Json {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private Json() {}

  /// Shared and thread-safe.
  public static Gson gson() {
    return GSON;
  }
}
