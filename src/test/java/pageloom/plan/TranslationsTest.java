package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every deck in every language: as many words as in English, in the same places, with the same
/// placeholders, and its sample marks still say that something is a sample.
final class TranslationsTest {
  private static final Map<PromptLanguage, String> SAMPLE =
      Map.of(
          PromptLanguage.ES, "ejemplo",
          PromptLanguage.FR, "exemple",
          PromptLanguage.DE, "beispiel",
          PromptLanguage.PT, "exemplo");
  private static final Set<String> TEXTS =
      Set.of("eyebrow", "title", "text", "primary", "secondary", "note");
  private static final Set<String> ITEM_TEXTS = Set.of("title", "text", "label", "meta");
  private static final Set<String> PLACEHOLDERS =
      Set.of("brand", "subject", "audience", "place", "hours", "price", "phone", "email", "date");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)");

  private final List<String> faults = new ArrayList<>();

  static Stream<PromptLanguage> languages() {
    return SAMPLE.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_deck_is_there_and_says_as_much_as_in_english(PromptLanguage language) {
    for (PageTypes.Choice type : Plans.TYPES.choices()) {
      JsonObject english = object("page-types/" + type.id() + ".json");
      JsonObject words = object(language.folder() + "page-types/" + type.id() + ".json");
      assertEquals(
          Set.of("label", "subject", "audience", "voice", "copy"), words.keySet(), type.id());
      for (String name : List.of("label", "subject", "audience", "voice"))
        assertFalse(words.get(name).getAsString().isBlank(), type.id() + "." + name);
      JsonObject copy = words.getAsJsonObject("copy");
      assertEquals(english.getAsJsonObject("copy").keySet(), copy.keySet(), type.id());
      for (String kind : copy.keySet())
        variants(
            type.id() + "." + kind,
            english.getAsJsonObject("copy").get(kind),
            copy.get(kind),
            language);
    }
    assertEquals("", String.join("\n", faults));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void every_section_kind_has_a_label_and_words(PromptLanguage language) {
    JsonObject words = object(language.folder() + "section-kinds.json");
    JsonArray english = PlanFile.read("section-kinds.json").getAsJsonArray();
    Set<String> ids = new TreeSet<>();
    for (JsonElement element : english) {
      JsonObject kind = element.getAsJsonObject();
      String id = kind.get("id").getAsString();
      ids.add(id);
      copy(
          id,
          kind.getAsJsonObject("copy"),
          words.getAsJsonObject(id).getAsJsonObject("copy"),
          language);
      assertFalse(SectionLabels.of(language.tag(), id).orElseThrow().isBlank(), id);
    }
    assertEquals(ids, new TreeSet<>(words.keySet()));
    assertEquals("", String.join("\n", faults));
  }

  @ParameterizedTest
  @MethodSource("languages")
  void a_deck_keeps_its_icons_and_marks_in_every_language(PromptLanguage language) {
    var translations = new Translations(Plans.KINDS);
    for (PageType english : Plans.TYPES.all()) {
      Wording wording = translations.wording(english, language);
      assertEquals(language.tag(), wording.language(), english.id());
      english
          .copy()
          .forEach((kind, variants) -> {
            for (int i = 0; i < variants.size(); i++) {
              Copy here = wording.type().copy().get(kind).get(i);
              assertEquals(variants.get(i).sample(), here.sample());
              assertEquals(
                  variants.get(i).items().stream().map(CopyItem::icon).toList(),
                  here.items().stream().map(CopyItem::icon).toList());
              assertEquals(
                  variants.get(i).items().stream().map(CopyItem::featured).toList(),
                  here.items().stream().map(CopyItem::featured).toList());
            }
          });
    }
  }

  @Test
  void a_deck_without_a_translation_is_english_as_a_whole() {
    PageType bakery = Plans.TYPES.type("bakery");
    var untranslated =
        new PageType(
            "untranslated",
            bakery.label(),
            bakery.keywords(),
            bakery.sections(),
            bakery.palettes(),
            bakery.types(),
            bakery.radius(),
            bakery.density(),
            bakery.voice(),
            bakery.brands(),
            bakery.subject(),
            bakery.audience(),
            bakery.copy());
    Wording wording = new Translations(Plans.KINDS).wording(untranslated, PromptLanguage.ES);
    assertEquals("en", wording.language());
    assertEquals(bakery.copy(), wording.type().copy());
    assertEquals(
        Plans.KINDS.kind("comparison").copy(), wording.generic(Plans.KINDS.kind("comparison")));
  }

  private void variants(
      String where, JsonElement english, JsonElement words, PromptLanguage language) {
    List<JsonElement> a = list(english);
    List<JsonElement> b = list(words);
    if (a.size() != b.size()) {
      faults.add(where + ": " + a.size() + " variants in English, " + b.size() + " here");
      return;
    }
    for (int i = 0; i < a.size(); i++)
      copy(where + "[" + i + "]", a.get(i).getAsJsonObject(), b.get(i).getAsJsonObject(), language);
  }

  private void copy(String where, JsonObject english, JsonObject words, PromptLanguage language) {
    for (String name : words.keySet())
      if (!TEXTS.contains(name) && !name.equals("items")) faults.add(where + ": " + name);
    for (String name : TEXTS) text(where + "." + name, english, words, name);
    String note = string(english, "note");
    String mark = SAMPLE.getOrDefault(language, "");
    if (note.startsWith("Sample") && !string(words, "note").toLowerCase(Locale.ROOT).contains(mark))
      faults.add(where + ".note does not say " + mark);
    List<JsonElement> a = list(english.get("items"));
    List<JsonElement> b = list(words.get("items"));
    if (a.size() != b.size()) {
      faults.add(where + ": " + a.size() + " items in English, " + b.size() + " here");
      return;
    }
    for (int i = 0; i < a.size(); i++)
      item(where + ".items[" + i + "]", a.get(i).getAsJsonObject(), b.get(i).getAsJsonObject());
  }

  private void item(String where, JsonObject english, JsonObject words) {
    for (String name : words.keySet())
      if (!ITEM_TEXTS.contains(name) && !name.equals("points")) faults.add(where + ": " + name);
    for (String name : ITEM_TEXTS) text(where + "." + name, english, words, name);
    List<JsonElement> a = list(english.get("points"));
    List<JsonElement> b = list(words.get("points"));
    if (a.size() != b.size()) {
      faults.add(where + ": " + a.size() + " points in English, " + b.size() + " here");
      return;
    }
    for (int i = 0; i < a.size(); i++)
      compare(where + ".points[" + i + "]", a.get(i).getAsString(), b.get(i).getAsString());
  }

  private void text(String where, JsonObject english, JsonObject words, String name) {
    compare(where, string(english, name), string(words, name));
  }

  private void compare(String where, String english, String words) {
    if (english.isEmpty() != words.isEmpty()) faults.add(where + ": in one language only");
    Set<String> here = placeholders(words);
    if (!PLACEHOLDERS.containsAll(here)) faults.add(where + ": unknown placeholder in " + here);
    for (String name : placeholders(english)) {
      boolean free = name.equals("subject") || name.equals("audience");
      if (!free && !here.contains(name)) faults.add(where + ": lost {" + name + "}");
    }
    if (words.replace("{", "").length() != words.replace("}", "").length())
      faults.add(where + ": braces");
  }

  private static Set<String> placeholders(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) names.add(matcher.group(1).toLowerCase(Locale.ROOT));
    return names;
  }

  private static String string(JsonObject json, String name) {
    return json.has(name) ? json.get(name).getAsString() : "";
  }

  private static List<JsonElement> list(@Nullable JsonElement value) {
    if (value == null) return List.of();
    return value instanceof JsonArray array ? array.asList() : List.of(value);
  }

  private static JsonObject object(String file) {
    return PlanFile.read(file).getAsJsonObject();
  }
}
