package pageloom.markup;

import java.util.Locale;
import java.util.Optional;

/// Reads the tags of raw text one after the other, as HTML's tokenizer finds them. One pass over
/// the text, whatever is in it. One owner.
final class TagScan {
  /// What was found.
  enum Form {
    OPEN,
    CLOSE,
    /// The text ends inside it.
    CUT
  }

  /// @param name in lower case; for what is cut, what it is
  /// @param at where it begins
  /// @param selfClosing whether it ends with a slash
  /// @param broken whether its attributes can't be told apart
  record Tag(Form form, String name, int at, boolean selfClosing, boolean broken) {}

  private final String raw;
  private int pos;

  TagScan(String raw) {
    this.raw = raw;
  }

  /// The next tag; empty at the end of the text.
  Optional<Tag> next() {
    while (true) {
      int at = raw.indexOf('<', pos);
      if (at < 0 || at == raw.length() - 1) {
        pos = raw.length();
        return at < 0 ? Optional.empty() : cut("a tag", at);
      }
      char c = raw.charAt(at + 1);
      if (isLetter(c)) {
        return Optional.of(tag(Form.OPEN, at, at + 1));
      }
      if (c == '/' && at + 2 < raw.length() && isLetter(raw.charAt(at + 2))) {
        return Optional.of(tag(Form.CLOSE, at, at + 2));
      }
      if (c == '!' || c == '?' || c == '/') {
        boolean comment = raw.startsWith("<!--", at);
        String end = comment ? "-->" : ">";
        // The shortest comments that there are share their dashes.
        int from = comment ? at + 2 : at + 1;
        int to = raw.indexOf(end, from);
        if (to < 0) {
          pos = raw.length();
          return cut(comment ? "a comment" : "a tag", at);
        }
        pos = to + end.length();
      } else {
        pos = at + 1;
      }
    }
  }

  /// Passes over the content of an element that holds characters alone.
  void skipText(String name) {
    int from = pos;
    while (true) {
      int at = raw.indexOf("</", from);
      if (at < 0) {
        pos = raw.length();
        return;
      }
      if (raw.regionMatches(true, at + 2, name, 0, name.length())) {
        pos = at;
        return;
      }
      from = at + 2;
    }
  }

  private Optional<Tag> cut(String what, int at) {
    return Optional.of(new Tag(Form.CUT, what, at, false, false));
  }

  private Tag tag(Form form, int at, int nameAt) {
    int i = nameAt;
    while (i < raw.length() && !isSpace(raw.charAt(i)) && "/>".indexOf(raw.charAt(i)) < 0) {
      i++;
    }
    String name = raw.substring(nameAt, i).toLowerCase(Locale.ROOT);
    boolean slash = false;
    boolean broken = name.indexOf('<') >= 0;
    while (i < raw.length()) {
      char c = raw.charAt(i);
      if (c == '>') {
        pos = i + 1;
        return new Tag(form, name, at, slash, broken);
      }
      if (isSpace(c) || c == '/') {
        slash = c == '/' || (slash && isSpace(c));
        i++;
        continue;
      }
      slash = false;
      int start = i;
      while (i < raw.length() && !isSpace(raw.charAt(i)) && "/>=".indexOf(raw.charAt(i)) < 0) {
        broken |= "\"'<".indexOf(raw.charAt(i)) >= 0;
        i++;
      }
      i = spaces(i);
      if (i < raw.length() && raw.charAt(i) == '=' && i > start) {
        i = value(spaces(i + 1));
        if (i < 0) {
          break;
        }
      } else if (i == start) {
        i++;
      }
    }
    pos = raw.length();
    return new Tag(Form.CUT, "the tag <" + Sink.shortened(name) + ">", at, false, false);
  }

  /// Where the value that begins here ends; -1 if it does not.
  private int value(int from) {
    if (from >= raw.length()) {
      return -1;
    }
    char quote = raw.charAt(from);
    if (quote == '"' || quote == '\'') {
      int end = raw.indexOf(quote, from + 1);
      return end < 0 ? -1 : end + 1;
    }
    int i = from;
    while (i < raw.length() && !isSpace(raw.charAt(i)) && raw.charAt(i) != '>') {
      i++;
    }
    return i;
  }

  private int spaces(int from) {
    int i = from;
    while (i < raw.length() && isSpace(raw.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isSpace(char c) {
    return c == '\r' || Characters.isSpace(c);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
