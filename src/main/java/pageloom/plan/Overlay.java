package pageloom.plan;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Words of another language laid over English copy, by position. What is no word stays: icons,
/// sample marks, which item stands out.
final class Overlay {
  private static final Gson GSON = new Gson();

  private Overlay() {}

  /// A deck in another language.
  ///
  /// @throws IllegalStateException if the words do not fit the deck
  static PageType type(PageType english, JsonObject words) {
    JsonObject kinds = words.getAsJsonObject("copy");
    var copy = new LinkedHashMap<String, List<Copy>>();
    english
        .copy()
        .forEach((kind, variants) -> {
          List<JsonElement> over = variants(kinds.get(kind));
          fit(english.id() + "." + kind, variants.size(), over.size());
          List<Copy> laid = new ArrayList<>();
          for (int i = 0; i < variants.size(); i++)
            laid.add(copy(variants.get(i), over.get(i).getAsJsonObject()));
          copy.put(kind, List.copyOf(laid));
        });
    return english.worded(
        words.get("label").getAsString(),
        words.get("voice").getAsString(),
        words.get("subject").getAsString(),
        words.get("audience").getAsString(),
        copy);
  }

  static Copy copy(Copy english, JsonObject words) {
    Copy over = GSON.fromJson(words, Copy.class);
    fit(english.title(), english.items().size(), over.items().size());
    List<CopyItem> items = new ArrayList<>();
    for (int i = 0; i < over.items().size(); i++)
      items.add(item(english.items().get(i), over.items().get(i)));
    return new Copy(
        over.eyebrow(),
        over.title(),
        over.text(),
        over.primary(),
        over.secondary(),
        over.note(),
        english.sample(),
        items);
  }

  private static CopyItem item(CopyItem english, CopyItem over) {
    return new CopyItem(
        over.title(),
        over.text(),
        over.label(),
        over.meta(),
        english.icon(),
        over.points(),
        english.featured());
  }

  private static List<JsonElement> variants(@Nullable JsonElement value) {
    if (value == null) return List.of();
    return value instanceof JsonArray array ? array.asList() : List.of(value);
  }

  private static void fit(String what, int english, int over) {
    if (english != over)
      throw new IllegalStateException(what + ": " + english + " in English, " + over + " here");
  }
}
