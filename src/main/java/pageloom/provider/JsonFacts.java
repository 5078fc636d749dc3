package pageloom.provider;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads JSON that may be anything: what is not as expected is simply not there.
final class JsonFacts {
  private JsonFacts() {}

  /// Empty for what is no JSON.
  static Optional<JsonElement> parse(byte[] in, int from, int to) {
    try {
      JsonElement found =
          JsonParser.parseString(new String(in, from, to - from, StandardCharsets.UTF_8));
      // gson reads nothing at all as null.
      return found.isJsonNull() ? Optional.empty() : Optional.of(found);
    } catch (JsonParseException notJson) {
      return Optional.empty();
    }
  }

  static @Nullable JsonObject object(@Nullable JsonElement in, String name) {
    return member(in, name) instanceof JsonObject object ? object : null;
  }

  /// The member, null also where it is JSON's null.
  static @Nullable JsonElement member(@Nullable JsonElement in, String name) {
    if (!(in instanceof JsonObject object)) return null;
    JsonElement member = object.get(name);
    return member == null || member.isJsonNull() ? null : member;
  }

  static @Nullable String string(@Nullable JsonElement in, String name) {
    JsonElement member = member(in, name);
    return member != null && member.isJsonPrimitive() ? member.getAsString() : null;
  }

  /// A number, or a string that is one.
  static @Nullable BigDecimal number(@Nullable JsonElement in, String name) {
    String digits = string(in, name);
    if (digits == null || digits.length() > 40) return null;
    try {
      BigDecimal number = new BigDecimal(digits.strip());
      // Neither money nor tokens come in such sizes, and expanding one would take all memory.
      return Math.abs((long) number.scale()) > 40 ? null : number;
    } catch (NumberFormatException noNumber) {
      return null;
    }
  }

  /// A count, 0 where there is none.
  static long count(@Nullable JsonElement in, String name) {
    BigDecimal number = number(in, name);
    if (number == null || number.signum() < 0) return 0;
    return number.min(BigDecimal.valueOf(1_000_000_000_000L)).longValue();
  }

  static boolean isTrue(@Nullable JsonElement in, String name) {
    return "true".equals(string(in, name));
  }
}
