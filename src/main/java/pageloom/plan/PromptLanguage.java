package pageloom.plan;

import com.google.gson.JsonObject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Which language a prompt is written in, told by its small words, by nouns that only one of the
/// languages has, and by its letters; English when in doubt. Names count little, so that an English
/// sentence about `La Paloma` stays English.
enum PromptLanguage {
  EN("en"),
  ES("es"),
  FR("fr"),
  DE("de"),
  PT("pt"),
  IT("it"),
  OTHER("und");

  private static final int WORDS_READ = 300;
  private static final int SMALL = 3;
  private static final int TELLING = 2;
  private static final Map<PromptLanguage, Map<String, Integer>> WORDS = load();

  private final String tag;

  PromptLanguage(String tag) {
    this.tag = tag;
  }

  /// The BCP 47 tag.
  String tag() {
    return tag;
  }

  /// Whether pages can be in this language.
  boolean hasCopy() {
    return switch (this) {
      case EN, ES, FR, DE, PT -> true;
      case IT, OTHER -> false;
    };
  }

  /// Where its words are, beside the English ones.
  String folder() {
    return "languages/" + tag + "/";
  }

  static Optional<PromptLanguage> tagged(String tag) {
    for (PromptLanguage language : values()) {
      if (language.tag.equals(tag)) return Optional.of(language);
    }
    return Optional.empty();
  }

  /// Whether Romance word order puts the head of a noun phrase first.
  boolean headFirst() {
    return this == ES || this == FR || this == PT || this == IT;
  }

  static PromptLanguage of(Words words) {
    int read = Math.min(words.size(), WORDS_READ);
    int foreign = 0;
    for (int i = 0; i < read; i++) {
      int c = words.at(i).text().codePointAt(0);
      if (c > 0x24F && Character.isLetter(c)) foreign++;
    }
    if (foreign * 2 > read) return OTHER;
    boolean shouted = Capitals.shouted(words);
    PromptLanguage best = EN;
    int most = 0;
    for (PromptLanguage language : WORDS.keySet()) {
      int points = 0;
      for (int i = 0; i < read; i++) points += language.points(words, i, shouted);
      if (points > most) {
        most = points;
        best = language;
      }
    }
    return best;
  }

  private int points(Words words, int index, boolean shouted) {
    Word word = words.at(index);
    boolean french = this == FR;
    if (word.text().equalsIgnoreCase("à")) return french ? SMALL : this == PT ? 1 : 0;
    int listed = WORDS.getOrDefault(this, Map.of()).getOrDefault(word.key(), 0);
    boolean name = index > 0 && !shouted && (word.capital() || insideName(words, index));
    if (!name) return listed + letters(word);
    if (this == DE) return word.capital() ? Math.min(listed, TELLING) : 0;
    return Math.min(listed + letters(word), 1);
  }

  /// `de la` in `Casa de la Abuela`.
  private static boolean insideName(Words words, int index) {
    return index > 0
        && words.joined(index)
        && words.at(index - 1).capital()
        && index + 1 < words.size()
        && (words.at(index + 1).capital()
            || (index + 2 < words.size() && words.at(index + 2).capital()))
        && words.at(index).text().length() <= 3;
  }

  /// What a word's accents and endings say.
  private int letters(Word word) {
    String text = word.text().toLowerCase(Locale.ROOT);
    boolean tells =
        switch (this) {
          case ES -> text.indexOf('ñ') >= 0 || text.endsWith("ción") || text.endsWith("ría");
          case FR -> text.matches(".*[èêœîû].*") || text.endsWith("erie");
          case DE -> text.matches(".*[äöüß].*");
          case PT -> text.matches(".*(?:[ãõ]|ções).*");
          case EN, IT, OTHER -> false;
        };
    return tells ? TELLING : 0;
  }

  private static Map<PromptLanguage, Map<String, Integer>> load() {
    JsonObject json = PlanFile.read("language-words.json").getAsJsonObject();
    var words = new EnumMap<PromptLanguage, Map<String, Integer>>(PromptLanguage.class);
    json.asMap()
        .forEach((tag, lists) -> {
          var points = new HashMap<String, Integer>();
          add(points, lists.getAsJsonObject(), "telling", TELLING);
          add(points, lists.getAsJsonObject(), "small", SMALL);
          words.put(tagged(tag).orElseThrow(), Map.copyOf(points));
        });
    return words;
  }

  private static void add(Map<String, Integer> points, JsonObject lists, String name, int worth) {
    lists
        .getAsJsonArray(name)
        .forEach(line -> {
          for (String word : line.getAsString().split(" ", -1)) points.put(word, worth);
        });
  }
}
