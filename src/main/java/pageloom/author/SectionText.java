package pageloom.author;

import java.util.List;
import java.util.Set;

/// Finds the fragment in what a model writes, as it writes it: between `<<<SECTION` and
/// `SECTION>>>`, else in a fence, else from the first tag to the end of its element; without
/// thoughts, greetings and good wishes. Every character is looked at once, whatever the pieces it
/// came in. One owner.
public final class SectionText {
  /// What a model is asked to write before the fragment.
  static final String OPEN = "<<<SECTION";

  /// What a model is asked to write after the fragment.
  static final String CLOSE = "SECTION>>>";

  private static final List<String> THOUGHT =
      List.of("<think>", "<thinking>", "<thought>", "<reasoning>");
  private static final List<String> THOUGHT_OVER =
      List.of("</think>", "</thinking>", "</thought>", "</reasoning>");
  private static final Set<String> ROOTS =
      Set.of("section", "nav", "header", "footer", "main", "article", "aside", "div");
  private static final Set<String> BEGINNINGS =
      Set.of(
          "h1",
          "h2",
          "h3",
          "p",
          "ul",
          "ol",
          "dl",
          "a",
          "img",
          "svg",
          "form",
          "figure",
          "table",
          "details",
          "blockquote",
          "style",
          "script",
          "span",
          "button",
          "template");
  private static final int LONGEST_NAME = 12;
  private static final int LONGEST_ENTITY = 33;

  private enum Mode {
    /// No fragment yet.
    NONE,
    RAW,
    FENCE,
    SENTINEL
  }

  private final StringBuilder raw = new StringBuilder();
  private MarkupEdge edge = new MarkupEdge();
  private Mode mode = Mode.NONE;
  private boolean thinking;
  private boolean midLine;
  private String rawRoot = "";
  private int to = -1;

  /// A text that is all there.
  public static SectionText of(CharSequence all) {
    return new SectionText().append(all);
  }

  public SectionText append(CharSequence more) {
    int at = raw.length();
    raw.append(more);
    for (; at < raw.length(); at++) step(raw.charAt(at), at);
    return this;
  }

  /// All that was written, as it was written.
  public String raw() {
    return raw.toString();
  }

  /// Whether the fragment has an end: its mark, its fence's, or its root element's.
  public boolean complete() {
    return mode != Mode.NONE && edge.first() >= 0 && (to >= 0 || edge.rootEnd() >= 0);
  }

  /// The fragment as far as it goes, which may break off anywhere if it is not complete; empty if
  /// nothing in the text is one.
  public String fragment() {
    if (mode == Mode.NONE || edge.first() < 0) {
      return "";
    }
    return raw.substring(edge.first(), withoutMarks(end())).strip();
  }

  /// The fragment cut back to where it may be shown: no half tag, comment, entity or character, and
  /// nothing of what ends it.
  public String soFar() {
    if (mode == Mode.NONE || edge.first() < 0) {
      return "";
    }
    int end = Math.min(end(), edge.safe(raw.length()));
    if (edge.rootEnd() < 0) {
      end = withoutHalfEntity(withoutMarks(end));
    }
    if (end > edge.first() && Character.isHighSurrogate(raw.charAt(end - 1))) {
      end--;
    }
    return raw.substring(edge.first(), Math.max(end, edge.first())).strip();
  }

  private int end() {
    int limit = to < 0 ? raw.length() : to;
    return edge.rootEnd() < 0 ? limit : Math.min(limit, edge.rootEnd());
  }

  private void step(char c, int at) {
    if (c == '>' && ends(THOUGHT_OVER, at)) {
      begin(Mode.NONE);
      thinking = false;
      return;
    }
    if (thinking) {
      return;
    }
    if (c == '>' && (mode == Mode.NONE || mode == Mode.RAW) && ends(THOUGHT, at)) {
      begin(Mode.NONE);
      thinking = true;
      return;
    }
    if (c == 'N' && ends(OPEN, at)) {
      opener(at);
    } else if (to < 0 && !closes(c, at) && !fences(c, at) && !starts(c, at) && mode != Mode.NONE) {
      edge.next(c, at);
    }
  }

  /// The newest opening mark counts, until a fragment is closed.
  private void opener(int at) {
    if (mode != Mode.SENTINEL) {
      begin(Mode.SENTINEL);
    } else if (to < 0 && edge.rootEnd() >= 0) {
      to = at + 1 - OPEN.length();
    } else if (to < 0) {
      begin(Mode.SENTINEL);
    }
  }

  private boolean closes(char c, int at) {
    if (mode != Mode.SENTINEL || c != '>' || !ends(CLOSE, at) || edge.first() < 0) {
      return false;
    }
    to = at + 1 - CLOSE.length();
    return true;
  }

  private boolean fences(char c, int at) {
    if ((c != '`' && c != '~') || !ends(String.valueOf(c).repeat(3), at) || !blankBefore(at - 2)) {
      return false;
    }
    if (mode == Mode.NONE || (mode == Mode.RAW && midLine && edge.rootEnd() < 0)) {
      begin(Mode.FENCE);
      return true;
    }
    if (mode != Mode.FENCE || edge.inPreformatted()) {
      return false;
    }
    if (edge.first() < 0) {
      begin(Mode.NONE);
    } else {
      to = at - 2;
    }
    return true;
  }

  /// Whether raw markup starts with the tag whose name just ended.
  private boolean starts(char c, int at) {
    if ((mode != Mode.NONE && !(mode == Mode.RAW && midLine))
        || !(c == '>' || c == '/' || Character.isWhitespace(c))) {
      return false;
    }
    int open = at - 1;
    while (open >= 0 && at - open <= LONGEST_NAME && Character.isLetterOrDigit(raw.charAt(open))) {
      open--;
    }
    if (open < 0 || open == at - 1 || raw.charAt(open) != '<') {
      return false;
    }
    String name = raw.substring(open + 1, at);
    boolean ownLine = blankBefore(open);
    boolean begins =
        mode == Mode.RAW
            ? ownLine && name.equals(rawRoot) && edge.rootEnd() < 0
            : ownLine
                ? ROOTS.contains(name) || BEGINNINGS.contains(name)
                : ROOTS.contains(name) && Character.isWhitespace(c) && raw.charAt(open - 1) != '`';
    if (!begins) {
      return false;
    }
    begin(Mode.RAW);
    midLine = !ownLine;
    rawRoot = name;
    for (int i = open; i <= at; i++) {
      edge.next(raw.charAt(i), i);
    }
    return true;
  }

  private void begin(Mode next) {
    mode = next;
    edge = new MarkupEdge();
    to = -1;
    midLine = false;
  }

  private boolean blankBefore(int at) {
    for (int i = at - 1; i >= 0; i--) {
      char c = raw.charAt(i);
      if (c == '\n') {
        return true;
      }
      if (c != ' ' && c != '\t' && c != '\r' && c != '\uFEFF') {
        return false;
      }
    }
    return true;
  }

  private boolean ends(List<String> marks, int at) {
    for (String mark : marks) {
      if (ends(mark, at)) return true;
    }
    return false;
  }

  /// Whether the character here is the last one of a mark.
  private boolean ends(String mark, int at) {
    int from = at + 1 - mark.length();
    if (from < 0) return false;
    for (int i = mark.length() - 1; i >= 0; i--) {
      if (raw.charAt(from + i) != mark.charAt(i)) return false;
    }
    return true;
  }

  /// Without a closing mark, or the beginning of one, at the end.
  private int withoutMarks(int end) {
    int at = trimmed(end);
    if (edge.rootEnd() >= 0) {
      return at;
    }
    if (mode == Mode.SENTINEL) {
      at = trimmed(withoutHalfClose(at));
    }
    int ticks = at;
    while (ticks > edge.first() && raw.charAt(ticks - 1) == '`') {
      ticks--;
    }
    return ticks < at && blankBefore(ticks) ? trimmed(ticks) : at;
  }

  private int withoutHalfClose(int end) {
    int least = Math.max(edge.first() + 1, end - CLOSE.length());
    for (int i = end - 1; i >= least && CLOSE.indexOf(raw.charAt(i)) >= 0; i--) {
      char before = raw.charAt(i - 1);
      if (CLOSE.startsWith(raw.substring(i, end))
          && (before == '>' || Character.isWhitespace(before))) {
        return i;
      }
    }
    return end;
  }

  private int trimmed(int end) {
    int at = end;
    while (at > edge.first() && Character.isWhitespace(raw.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private int withoutHalfEntity(int end) {
    for (int i = end - 1; i >= edge.first() && i > end - LONGEST_ENTITY; i--) {
      char c = raw.charAt(i);
      if (c == '&') {
        return i;
      }
      if (c != '#' && !Character.isLetterOrDigit(c)) {
        break;
      }
    }
    return end;
  }
}
