package pageloom.markup;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which utilities name a colour that is not one of the theme's tokens.
final class ForeignColours {
  private static final Pattern COLOURED =
      Pattern.compile(
          "(bg|text|fill|stroke|border(?:-[trblxyse])?|divide|outline|ring|ring-offset|inset-ring"
              + "|decoration|accent|caret|placeholder|shadow|inset-shadow|drop-shadow|from|via|to)"
              + "-(.+)");
  private static final Pattern PALETTE =
      Pattern.compile(
          "(?:slate|gray|grey|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal"
              + "|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose|mauve|olive|mist|taupe)"
              + "-\\d{2,3}|white|black");
  private static final Pattern FOREIGN =
      Pattern.compile(
          "(?:primary|secondary|background|foreground|destructive|success|warning|danger|info"
              + "|neutral)(?:-[a-z0-9]+)*|base-(?:\\d{2,3}|content)"
              + "|(?:surface|subtle|card|ink|muted|line|brand|tint|accent|inverse)"
              + "-(?:\\d{2,3}|foreground|content|light|dark|hover|strong|soft)");
  private static final Pattern RAW =
      Pattern.compile(
          "#[0-9a-f]{3,8}(?![0-9a-z-])"
              + "|(?<![a-z-])(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\\(");
  private static final Pattern PROPERTY =
      Pattern.compile("\\[(?:[a-z-]*color|background|fill|stroke):(.*)]");
  private static final Pattern BARE = Pattern.compile("\\[(?:color:)?([a-z]+)]");
  private static final Set<String> NEUTRAL =
      Set.of("transparent", "currentcolor", "inherit", "initial", "unset", "none", "auto");

  private ForeignColours() {}

  /// @param name of a utility, without variants and opacity
  static boolean in(String name) {
    Matcher coloured = COLOURED.matcher(name);
    if (coloured.matches()) {
      String value = coloured.group(2);
      if (PALETTE.matcher(value).matches() || FOREIGN.matcher(value).matches()) {
        return true;
      }
      Matcher bare = BARE.matcher(value);
      if (bare.matches() && !NEUTRAL.contains(bare.group(1))) {
        return true;
      }
    }
    Matcher property = PROPERTY.matcher(name);
    if (property.matches()) {
      String value = property.group(1);
      return !value.startsWith("var(--") && !value.startsWith("url(") && !NEUTRAL.contains(value);
    }
    return name.indexOf('[') >= 0 && RAW.matcher(name).find();
  }
}
