package pageloom.plan;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// What copy in one language says for facts that nobody stated, and how it marks what is made up;
/// from `copy-words.json`.
///
/// @param english whether `a` and `an` follow the sound of what is filled in
/// @param standIns by placeholder
/// @param sample the word that every sample mark has in it, in lower case
/// @param closed what a day without hours is called
record CopyWords(boolean english, Map<String, String> standIns, String sample, String closed) {
  private static final Map<String, Map<String, String>> BY_LANGUAGE =
      new Gson()
          .fromJson(
              PlanFile.read("copy-words.json"),
              new TypeToken<Map<String, Map<String, String>>>() {}.getType());

  CopyWords {
    standIns = Map.copyOf(standIns);
  }

  /// @throws IllegalStateException if copy can't be in that language
  static CopyWords of(String language) {
    Map<String, String> words = BY_LANGUAGE.get(language);
    if (words == null) throw new IllegalStateException("no words for copy in " + language);
    return new CopyWords(
        language.equals(PromptLanguage.EN.tag()),
        words,
        words.getOrDefault("sample", ""),
        words.getOrDefault("closed", ""));
  }

  /// For a fact that the copy needs and nobody stated.
  String standIn(String placeholder) {
    return standIns.getOrDefault(placeholder, "");
  }

  /// Whether a note says that something is a sample.
  boolean isSampleMark(String note) {
    return note.toLowerCase(Locale.ROOT).contains(sample);
  }

  /// Whether a text beside hours is made up: it has a figure, or says closed.
  boolean isInvented(String label) {
    return Pattern.compile("\\d").matcher(label).find()
        || label.toLowerCase(Locale.ROOT).contains(closed);
  }
}
