package pageloom.author;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which utility classes a generated page may use: every colour, font, radius and shadow must be a
/// token of the theme.
final class TokenClasses {
  private static final Pattern STYLED =
      Pattern.compile(
          "-?(bg|text|fill|stroke|border|divide|outline|ring|decoration|accent|caret|placeholder"
              + "|shadow|font|rounded|from|via|to)(?:-(.+))?");
  private static final Set<String> COLOURS =
      Set.of(
          "surface",
          "subtle",
          "card",
          "ink",
          "muted",
          "line",
          "brand",
          "on-brand",
          "tint",
          "brand-ink",
          "accent",
          "on-accent",
          "inverse",
          "on-inverse",
          "on-inverse-muted",
          "transparent",
          "current");
  private static final Pattern TEXT =
      Pattern.compile(
          "hero|title|heading|figure|giant|eyebrow|xs|sm|base|lg|[2-9]?xl|left|right|center|start"
              + "|end|balance|pretty|nowrap|ellipsis|wrap|\\[(calc|clamp)?[(\\d].*]");
  private static final Pattern LINE =
      Pattern.compile(
          "([trblxyse]-)?\\d+|[trblxyse]|x|y|collapse|separate|dashed|dotted|solid|none|hidden");
  private static final Pattern THICKNESS =
      Pattern.compile("\\d+|none|\\[[\\d.]+(px)?]|offset-\\d+|auto|wavy|from-font");

  private TokenClasses() {}

  static boolean allowed(String name) {
    Matcher styled = STYLED.matcher(withoutVariants(name));
    if (!styled.matches()) return true;
    String value = styled.group(2) == null ? "" : styled.group(2);
    return switch (styled.group(1)) {
      case "font" ->
          Set.of("display", "body", "mono", "medium", "semibold", "bold", "normal").contains(value);
      case "rounded" -> value.matches("([trbl]{1,2}-)?(control|card|media|none|full)");
      case "shadow" -> "card".equals(value) || "none".equals(value);
      case "text" -> colour(value) || TEXT.matcher(value).matches();
      case "border", "divide" ->
          value.isEmpty()
              || colour(value.replaceFirst("^[trblxyse]-", ""))
              || LINE.matcher(value).matches();
      case "from", "via", "to" -> false;
      default -> colour(value) || value.isEmpty() || THICKNESS.matcher(value).matches();
    };
  }

  private static boolean colour(String value) {
    return COLOURS.contains(value.replaceFirst("/\\d+$", ""));
  }

  /// `lg:hover:text-ink` without `lg:hover:`; colons inside brackets belong to a variant too.
  private static String withoutVariants(String name) {
    int depth = 0;
    int start = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '[' || c == '(') depth++;
      if (c == ']' || c == ')') depth--;
      if (c == ':' && depth == 0) start = i + 1;
    }
    return name.substring(start);
  }
}
