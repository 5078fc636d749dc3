package pageloom.author;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows markup that is still being written, character by character: where the root ends, and up
/// to where the text may be shown without half a tag in it. Constant work a character. One owner.
final class MarkupEdge {
  private static final Set<String> WRAPPERS = Set.of("html", "head", "body");
  private static final Set<String> VOID =
      Set.of("br", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "col", "area");
  private static final Set<String> CHARACTERS = Set.of("script", "style", "textarea", "iframe");

  private enum State {
    TEXT,
    LESS_THAN,
    NAME,
    TAG,
    VALUE,
    QUOTED,
    DECLARATION,
    COMMENT,
    /// Three angle brackets and a word: a mark, not a tag.
    MARK,
    CHARACTERS
  }

  private State state = State.TEXT;
  private final StringBuilder name = new StringBuilder();
  private boolean closing;
  private char quote;
  private char before;
  private int dashes;
  private int tagAt;
  private int charactersAt;
  private String until = "";
  private int first = -1;
  private @Nullable String root;
  private int depth;
  private int pre;
  private int rootEnd = -1;
  private boolean blankSinceRoot = true;
  private boolean over;

  /// Where the first tag begins; -1 as long as there is none.
  int first() {
    return first;
  }

  /// Where the last root ended, -1 as long as one is open or none was.
  int rootEnd() {
    return depth == 0 ? rootEnd : -1;
  }

  /// Whether a line of backticks here would be text of the fragment.
  boolean inPreformatted() {
    return pre > 0;
  }

  /// Up to where all that was written is whole.
  int safe(int length) {
    return switch (state) {
      case TEXT -> length;
      case CHARACTERS -> charactersAt;
      case LESS_THAN, NAME, TAG, VALUE, QUOTED, DECLARATION, COMMENT, MARK ->
          until.isEmpty() ? tagAt : charactersAt;
    };
  }

  /// @param at where this character stands
  void next(char c, int at) {
    if (over) {
      return;
    }
    switch (state) {
      case TEXT, CHARACTERS -> {
        if (c == '<') {
          state = State.LESS_THAN;
          tagAt = at;
        } else if (!Character.isWhitespace(c)) {
          blankSinceRoot = false;
        }
      }
      case LESS_THAN -> lessThan(c, at);
      case NAME -> {
        if (c == '>' || c == '/' || Character.isWhitespace(c)) {
          named();
          tag(c, at);
        } else {
          name.append(c);
        }
      }
      case TAG -> tag(c, at);
      case VALUE -> {
        if (c == '"' || c == '\'') {
          quote = c;
          state = State.QUOTED;
        } else if (!Character.isWhitespace(c)) {
          tag(c, at);
        }
      }
      case QUOTED -> {
        if (c == quote) {
          state = State.TAG;
        }
      }
      case DECLARATION -> {
        if (c == '-' && at == tagAt + 2 + dashes) {
          // The dashes that open the shortest comments also end them.
          state = ++dashes == 2 ? State.COMMENT : state;
        } else if (c == '>') {
          state = State.TEXT;
        }
      }
      case MARK -> {
        if (c == '>' || c == '\n') {
          blankSinceRoot = false;
          state = until.isEmpty() ? State.TEXT : State.CHARACTERS;
        }
      }
      case COMMENT -> {
        if (c == '>' && dashes >= 2) {
          state = State.TEXT;
        }
        dashes = c == '-' ? dashes + 1 : 0;
      }
    }
    before = c;
  }

  private void lessThan(char c, int at) {
    closing = c == '/';
    name.setLength(0);
    if (c == '<') {
      state = at - tagAt < 2 ? State.LESS_THAN : State.MARK;
    } else if (closing || isLetter(c)) {
      state = State.NAME;
      if (!closing) {
        name.append(c);
      }
    } else if (c == '!' && until.isEmpty()) {
      state = State.DECLARATION;
      dashes = 0;
    } else {
      state = until.isEmpty() ? State.TEXT : State.CHARACTERS;
    }
  }

  /// The name is known; what does not end an element of characters is one of its characters.
  private void named() {
    String lower = name.toString().toLowerCase(Locale.ROOT);
    name.setLength(0);
    name.append(lower);
    state = State.TAG;
    if (!until.isEmpty() && !(closing && until.equals(lower))) {
      state = State.CHARACTERS;
    } else if (until.isEmpty() && first < 0 && !closing && !WRAPPERS.contains(lower)) {
      first = tagAt;
    }
  }

  private void tag(char c, int at) {
    if (state == State.CHARACTERS) {
      return;
    }
    state = c == '=' ? State.VALUE : State.TAG;
    if (c != '>') {
      return;
    }
    state = State.TEXT;
    until = "";
    String tag = name.toString();
    if (closing) {
      closed(tag, at);
    } else if (!WRAPPERS.contains(tag) && !VOID.contains(tag)) {
      opened(tag, before == '/');
    }
  }

  private void opened(String tag, boolean selfClosing) {
    if (depth == 0) {
      // Words after a whole section are about it, and so are the tags among them.
      if (rootEnd >= 0 && !blankSinceRoot) {
        over = true;
        return;
      }
      root = tag;
      depth = selfClosing ? 0 : 1;
    } else if (tag.equals(root) && !selfClosing) {
      depth++;
    }
    if (tag.equals("pre")) {
      pre++;
    }
    if (CHARACTERS.contains(tag)) {
      until = tag;
      charactersAt = tagAt;
      state = State.CHARACTERS;
    }
  }

  private void closed(String tag, int at) {
    if (tag.equals("pre") && pre > 0) {
      pre--;
    }
    if (depth > 0 && tag.equals(root) && --depth == 0) {
      rootEnd = at + 1;
      blankSinceRoot = true;
      pre = 0;
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
