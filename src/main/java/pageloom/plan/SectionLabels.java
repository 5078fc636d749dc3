package pageloom.plan;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What links call each kind of section in languages other than English, whose links carry the
/// sections' own names. A language is read on its first use; any thread may ask.
public final class SectionLabels {
  private static final Map<PromptLanguage, Map<String, String>> LABELS = new ConcurrentHashMap<>();

  private SectionLabels() {}

  /// The label of a kind, or nothing in English and in languages that copy can't be in.
  ///
  /// @param language BCP 47 tag of the page's copy
  public static Optional<String> of(String language, String kind) {
    return PromptLanguage.tagged(language)
        .filter(l -> l.hasCopy() && l != PromptLanguage.EN)
        .map(l -> LABELS.computeIfAbsent(l, SectionLabels::read).get(kind));
  }

  private static Map<String, String> read(PromptLanguage language) {
    var labels = new HashMap<String, String>();
    JsonObject kinds = PlanFile.read(language.folder() + "section-kinds.json").getAsJsonObject();
    kinds
        .asMap()
        .forEach(
            (kind, words) -> labels.put(kind, words.getAsJsonObject().get("label").getAsString()));
    return labels;
  }
}
