package pageloom.audit;

import java.util.regex.Pattern;

/// Logins, commands and money, one line each, on the logger `pageloom.audit`, which a shop can lead
/// wherever it keeps such things. Never a prompt, a markup, a password or a key.
public final class Audit {
  private static final System.Logger LOG = System.getLogger("pageloom.audit");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9@:._/+-]+");

  private Audit() {}

  /// Writes a line: what was done, then `name=value` for each pair. A value that is not plain is
  /// quoted, and nothing in it can begin another line or look like another field.
  ///
  /// @param pairs names and values in turn
  public static void say(String what, Object... pairs) {
    LOG.log(System.Logger.Level.INFO, () -> line(what, pairs));
  }

  static String line(String what, Object... pairs) {
    var line = new StringBuilder("audit ").append(what);
    for (int i = 0; i < pairs.length; i += 2) {
      line.append(' ').append(pairs[i]).append('=').append(value(String.valueOf(pairs[i + 1])));
    }
    return line.toString();
  }

  private static String value(String text) {
    if (PLAIN.matcher(text).matches()) return text;
    var quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') quoted.append('\\').appendCodePoint(c);
          else if (Character.isISOControl(c) || isFormat(c)) quoted.append("\\u{%x}".formatted(c));
          else quoted.appendCodePoint(c);
        });
    return quoted.append('"').toString();
  }

  /// Separators that some viewers break lines at, and marks that turn text around.
  private static boolean isFormat(int c) {
    int type = Character.getType(c);
    return type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.FORMAT
        || type == Character.SURROGATE;
  }
}
