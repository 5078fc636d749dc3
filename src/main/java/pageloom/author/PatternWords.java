package pageloom.author;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What templates say by themselves, by language: "Menu", "Back to top", the labels of a form. From
/// `words/<language>.json`, read on first use; English for any other language.
final class PatternWords {
  private static final String ENGLISH = "en";
  private static final Map<String, Map<String, String>> BY_LANGUAGE = new ConcurrentHashMap<>();

  private PatternWords() {}

  /// @param language BCP 47 tag of the page's copy
  static Map<String, String> of(String language) {
    boolean tag = language.matches("[a-z]{2}");
    return BY_LANGUAGE.computeIfAbsent(tag ? language : ENGLISH, PatternWords::read);
  }

  /// What marks a stand-in that says nothing of itself.
  static String sample(String language) {
    return of(language).getOrDefault("sample", "");
  }

  private static Map<String, String> read(String language) {
    String json =
        Resources.find("words/" + language + ".json")
            .orElseGet(() -> Resources.text("words/" + ENGLISH + ".json"));
    return Map.copyOf(new Gson().fromJson(json, new TypeToken<Map<String, String>>() {}));
  }
}
