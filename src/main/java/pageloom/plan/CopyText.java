package pageloom.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Fills the placeholders of copy: `{brand}`, `{place|our neighbourhood}`. A placeholder without a
/// value takes its default, an unknown one nothing; no brace is left. `{Subject}` begins with a
/// capital. In English, "a" before a filled-in vowel becomes "an".
final class CopyText {
  private static final int LONGEST_PLACEHOLDER = 200;

  private final Map<String, String> values;
  private final CopyWords words;

  /// @param values by placeholder; blank means no value
  /// @param words the language of the copy
  CopyText(Map<String, String> values, CopyWords words) {
    this.values = Map.copyOf(values);
    this.words = words;
  }

  /// Which of them have values.
  StatedFacts facts() {
    return new StatedFacts(values.keySet(), words);
  }

  Copy fill(Copy copy) {
    return new Copy(
        fill(copy.eyebrow()),
        fill(copy.title()),
        fill(copy.text()),
        fill(copy.primary()),
        fill(copy.secondary()),
        fill(copy.note()),
        copy.sample(),
        copy.items().stream().map(this::fill).filter(i -> !isBlank(i)).toList());
  }

  String fill(String template) {
    if (template.indexOf('{') < 0 && template.indexOf('}') < 0) return template;
    var out = new StringBuilder(template.length() + 32);
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      int close = c == '{' ? template.indexOf('}', at) : -1;
      int inner = template.indexOf('{', at + 1);
      boolean innermost = inner < 0 || inner > close;
      if (close > at && innermost && close - at <= LONGEST_PLACEHOLDER) {
        append(out, template.substring(at + 1, close));
        at = close + 1;
      } else {
        if (c != '{' && c != '}') out.append(c);
        at++;
      }
    }
    return out.toString().replaceAll(" {2,}", " ").strip();
  }

  private CopyItem fill(CopyItem item) {
    List<String> points = new ArrayList<>();
    for (String point : item.points()) {
      String filled = fill(point);
      if (!filled.isEmpty()) points.add(filled);
    }
    return new CopyItem(
        fill(item.title()),
        fill(item.text()),
        fill(item.label()),
        fill(item.meta()),
        item.icon(),
        points,
        item.featured());
  }

  /// What is left of an item whose only content was a fact that nobody stated.
  private static boolean isBlank(CopyItem item) {
    return item.title().isEmpty() && item.text().isEmpty() && item.points().isEmpty();
  }

  private void append(StringBuilder out, String placeholder) {
    int bar = placeholder.indexOf('|');
    String name = (bar < 0 ? placeholder : placeholder.substring(0, bar)).strip();
    String otherwise = bar < 0 ? "" : placeholder.substring(bar + 1).replace("{", "").strip();
    String key = name.toLowerCase(Locale.ROOT);
    String value = values.getOrDefault(key, "");
    if (value.isEmpty()) value = otherwise.isEmpty() && bar < 0 ? words.standIn(key) : otherwise;
    boolean capital = !name.isEmpty() && Character.isUpperCase(name.charAt(0));
    if (words.english() && !key.equals("brand")) mendArticle(out, value);
    out.append(capital ? Capitals.first(value) : value);
  }

  private static void mendArticle(StringBuilder out, String value) {
    int length = out.length();
    if (value.isEmpty() || length < 2 || out.charAt(length - 1) != ' ') return;
    boolean an = length > 2 && out.charAt(length - 2) == 'n' && isA(out, length - 3);
    boolean a = isA(out, length - 2);
    if (!a && !an) return;
    boolean vowel = soundsLikeVowel(value);
    if (a && vowel) out.insert(length - 1, 'n');
    if (an && !vowel) out.deleteCharAt(length - 2);
  }

  private static boolean isA(StringBuilder out, int index) {
    if (index < 0 || Character.toLowerCase(out.charAt(index)) != 'a') return false;
    return index == 0
        || (!Character.isLetterOrDigit(out.charAt(index - 1)) && out.charAt(index - 1) != '\'');
  }

  private static boolean soundsLikeVowel(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.matches("(?:uni|use|usu|uti|eu|one\\b|once\\b|ukr|ura).*")) return false;
    if (lower.matches("(?:hour|honest|heir|llm|mri|html|xml|sms|seo|faq|sql|rss|nft|npm).*"))
      return true;
    return "aeiouáéíóúâêîôûäöüåàèæø".indexOf(lower.charAt(0)) >= 0;
  }
}
