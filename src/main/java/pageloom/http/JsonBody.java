package pageloom.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import pageloom.access.Secrets;

/// The body of a request as JSON (RFC 8259), read within limits: 256 KiB, 32 levels, strict UTF-8.
///
/// @param json the object
/// @param sha256 of the bytes as they came, in hex
record JsonBody(JsonObject json, String sha256) {
  static final int MAX_BYTES = 256 * 1024;
  static final int MAX_DEPTH = 32;

  private static final int MAX_DRAINED = 1 << 20;

  /// Reads and checks a body.
  ///
  /// @throws Problem 400, 413 or 415
  static JsonBody read(HttpServletRequest request) throws IOException {
    requireJson(request.getContentType());
    if (request.getHeader("Content-Encoding") != null) {
      throw new Problem(
          415, "Unsupported media type", "Send the body as it is, without Content-Encoding.");
    }
    byte[] bytes = bytes(request);
    return new JsonBody(parse(text(bytes)), HexFormat.of().formatHex(Secrets.sha256(bytes)));
  }

  /// A body that was checked before.
  static JsonBody of(String text) {
    try {
      return new JsonBody(parse(text), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireJson(@Nullable String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    int semicolon = type.indexOf(';');
    String essence = (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
    if (!essence.equals("application/json")) {
      throw new Problem(
          415, "Unsupported media type", "Send the body with Content-Type: application/json.");
    }
  }

  private static byte[] bytes(HttpServletRequest request) throws IOException {
    byte[] bytes = read(request.getInputStream());
    if (bytes.length <= MAX_BYTES) return bytes;
    // Whoever still sends when the connection closes may never see the answer (RFC 9112, section
    // 9.6): a body that is a little too large is read to its end.
    drain(request.getInputStream());
    throw tooLarge();
  }

  private static void drain(InputStream in) {
    try {
      in.skip(MAX_DRAINED);
    } catch (IOException gone) {
      // The answer goes nowhere, then.
    }
  }

  private static byte[] read(InputStream in) {
    try {
      return in.readNBytes(MAX_BYTES + 1);
    } catch (IOException stalledOrCut) {
      if (!isTimeout(stalledOrCut)) {
        throw new Problem(
            400,
            "Bad request",
            "The body ended early or is not chunked as it says. Send it again.",
            Map.of("Connection", "close"));
      }
      throw new Problem(
          408,
          "Request timeout",
          "The body did not arrive. Send as many bytes as Content-Length says.",
          Map.of("Connection", "close"));
    }
  }

  private static boolean isTimeout(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof TimeoutException || t instanceof SocketTimeoutException) return true;
    }
    return false;
  }

  private static Problem tooLarge() {
    // The rest of the body is not read, so the connection can't serve another request.
    return new Problem(
        413,
        "Content too large",
        "The body may have at most " + MAX_BYTES / 1024 + " KiB.",
        Map.of("Connection", "close"));
  }

  private static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Problem(400, "Bad request", "The body is not UTF-8.");
    }
  }

  private static JsonReader reader(String text) {
    var reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    reader.setNestingLimit(MAX_DEPTH);
    return reader;
  }

  /// Readers differ in which of two values they take for a name that comes twice (RFC 8259, section
  /// 4), so whoever checked the body on its way may have seen another one.
  private static void requireUniqueNames(JsonReader reader) throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        reader.beginObject();
        Set<String> names = new HashSet<>();
        while (reader.hasNext()) {
          if (!names.add(reader.nextName())) {
            throw new Problem(400, "Bad request", "An object in the body has the same name twice.");
          }
          requireUniqueNames(reader);
        }
        reader.endObject();
      }
      case BEGIN_ARRAY -> {
        reader.beginArray();
        while (reader.hasNext()) requireUniqueNames(reader);
        reader.endArray();
      }
      default -> reader.skipValue();
    }
  }

  private static JsonObject parse(String text) throws IOException {
    JsonReader reader = reader(text);
    try {
      requireUniqueNames(reader(text));
      JsonElement element = JsonParser.parseReader(reader);
      if (reader.peek() == JsonToken.END_DOCUMENT && element instanceof JsonObject object) {
        return object;
      }
    } catch (JsonParseException | IOException malformed) {
      throw new Problem(
          400,
          "Bad request",
          "The body is not JSON (RFC 8259), or is nested deeper than " + MAX_DEPTH + " levels.");
    }
    throw new Problem(400, "Bad request", "The body must be one JSON object.");
  }

  /// A field that must be a string where it is there.
  @Nullable String string(String name) {
    return string(json, name, name);
  }

  /// The same of an object within.
  ///
  /// @param field what a problem calls it
  static @Nullable String string(JsonObject object, String name, String field) {
    JsonElement value = object.get(name);
    if (value == null || value.isJsonNull()) return null;
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString())
      return value.getAsString();
    throw Problem.field(field, "must be a string.");
  }
}
