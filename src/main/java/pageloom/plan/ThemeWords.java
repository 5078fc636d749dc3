package pageloom.plan;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What words such as "dark", "warm" or "monospaced" mean for a theme, from `theme-words.json`.
final class ThemeWords {
  private static final int WORDS_READ = 400;

  /// What one group of words asks for; the first group that answers wins.
  ///
  /// @param words what the prompt may say
  /// @param unless phrases that begin with such a word and mean something else
  /// @param palettes, types in order of preference
  /// @param mode, radius, density, voice or null
  record Rule(
      List<String> words,
      @Nullable List<String> unless,
      @Nullable List<String> palettes,
      @Nullable List<String> types,
      @Nullable String mode,
      @Nullable String radius,
      @Nullable String density,
      @Nullable String voice) {}

  private record Group(PhraseSet words, PhraseSet unless, Rule rule) {}

  private final List<Group> groups = new ArrayList<>();

  static ThemeWords load() {
    var words = new ThemeWords();
    var rules = new Gson().fromJson(PlanFile.read("theme-words.json"), Rule[].class);
    for (Rule rule : Arrays.asList(rules)) {
      List<String> unless = rule.unless() == null ? List.of() : rule.unless();
      words.groups.add(new Group(new PhraseSet(rule.words()), new PhraseSet(unless), rule));
    }
    return words;
  }

  /// The rules that a prompt calls for, in the order of its words.
  List<Rule> in(Words words) {
    List<Rule> called = new ArrayList<>();
    for (int i = 0; i < Math.min(words.size(), WORDS_READ); i++) {
      int index = i;
      groups.stream()
          .filter(g -> g.words().isAt(words, index) && !g.unless().isAt(words, index))
          .filter(g -> !isNegated(words, index) && !called.contains(g.rule()))
          .forEach(g -> called.add(g.rule()));
    }
    return called;
  }

  static Optional<String> voice(List<Rule> rules) {
    return rules.stream().flatMap(r -> Optional.ofNullable(r.voice()).stream()).findFirst();
  }

  private static boolean isNegated(Words words, int index) {
    return switch (words.key(index - 1)) {
      case "no", "not", "without", "too", "sin", "sans", "ohne", "sem", "non", "less" -> true;
      default -> false;
    };
  }
}
