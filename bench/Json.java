/// As much of JSON as is needed here.
final class Json {
  /// A string member's value as it is spelled.
  static String raw(String json, String name) {
    int from = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
    int to = from;
    while (json.charAt(to) != '"') to += json.charAt(to) == '\\' ? 2 : 1;
    return json.substring(from, to);
  }

  static String unescape(String raw) {
    var text = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      c = raw.charAt(++i);
      switch (c) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'u' -> {
          text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
          i += 4;
        }
        default -> text.append(c);
      }
    }
    return text.toString();
  }

  static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
        .replace("\t", "\\t").replace("\r", "\\r");
  }
}
