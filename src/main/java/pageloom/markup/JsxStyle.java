package pageloom.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A style attribute as the object that React takes.
final class JsxStyle {
  private JsxStyle() {}

  static String object(String css) {
    List<String> entries = new ArrayList<>();
    for (String declaration : declarations(css)) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        String property = declaration.substring(0, colon).strip();
        String value = declaration.substring(colon + 1).strip();
        entries.add(key(property) + ": " + JsString.literal(value));
      }
    }
    return entries.isEmpty() ? "{}" : "{ " + String.join(", ", entries) + " }";
  }

  private static String key(String property) {
    if (property.startsWith("--")) {
      return JsString.literal(property);
    }
    var key = new StringBuilder();
    String lower = property.toLowerCase(Locale.ROOT);
    boolean upper = false;
    // React spells -webkit-x as WebkitX, but -ms-x as msX.
    for (char c : (lower.startsWith("-ms-") ? lower.substring(1) : lower).toCharArray()) {
      if (c == '-') {
        upper = true;
      } else {
        key.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    String name = key.toString();
    return name.chars().allMatch(Character::isLetterOrDigit) ? name : JsString.literal(name);
  }

  /// Cut at the semicolons that are not inside quotes or brackets.
  private static List<String> declarations(String css) {
    List<String> declarations = new ArrayList<>();
    int depth = 0;
    char quote = 0;
    int start = 0;
    for (int i = 0; i < css.length(); i++) {
      char c = css.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == ';' && depth <= 0) {
        declarations.add(css.substring(start, i));
        start = i + 1;
      }
    }
    declarations.add(css.substring(start));
    return declarations;
  }
}
