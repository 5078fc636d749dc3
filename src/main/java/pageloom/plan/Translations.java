package pageloom.plan;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Decks and section kinds in the languages of `languages/`, each read on its first use. A page
/// whose deck is not in the prompt's language is in English as a whole. Any thread may use it.
final class Translations {
  private final SectionKinds kinds;
  private final Map<String, Optional<PageType>> types = new ConcurrentHashMap<>();
  private final Map<PromptLanguage, Map<String, Copy>> copies = new ConcurrentHashMap<>();

  Translations(SectionKinds kinds) {
    this.kinds = kinds;
  }

  /// The words of a page: in the prompt's language if its deck is there, else in English.
  Wording wording(PageType english, PromptLanguage language) {
    if (language.hasCopy()) {
      Optional<PageType> type = type(english, language);
      if (type.isPresent()) return new Wording(language.tag(), type.get(), copies(language));
    }
    return new Wording(PromptLanguage.EN.tag(), english, copies(PromptLanguage.EN));
  }

  private Optional<PageType> type(PageType english, PromptLanguage language) {
    if (language == PromptLanguage.EN) return Optional.of(english);
    String file = language.folder() + "page-types/" + english.id() + ".json";
    return types.computeIfAbsent(
        file, f -> PlanFile.find(f).map(words -> Overlay.type(english, words.getAsJsonObject())));
  }

  private Map<String, Copy> copies(PromptLanguage language) {
    return copies.computeIfAbsent(language, this::read);
  }

  private Map<String, Copy> read(PromptLanguage language) {
    JsonObject words =
        language == PromptLanguage.EN
            ? new JsonObject()
            : PlanFile.read(language.folder() + "section-kinds.json").getAsJsonObject();
    var copies = new LinkedHashMap<String, Copy>();
    for (SectionKind kind : kinds.all()) {
      JsonObject over = words.getAsJsonObject(kind.id());
      copies.put(
          kind.id(),
          over == null ? kind.copy() : Overlay.copy(kind.copy(), over.getAsJsonObject("copy")));
    }
    return Map.copyOf(copies);
  }
}
