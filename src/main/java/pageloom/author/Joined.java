package pageloom.author;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text that broke off, and what was written after it.
///
/// @param text both as one
/// @param how what had to be done to them
record Joined(String text, How how) {
  /// How two parts came together.
  enum How {
    /// The second went on where the first stopped.
    APPENDED,
    /// The second said again how the first ended.
    OVERLAPPED,
    /// The second began from the beginning.
    RESTARTED
  }

  private static final int WINDOW = 800;
  private static final int LEAST_OVERLAP = 8;
  private static final int LEAST_WORD = 3;
  private static final int LEAST_RESTART = 24;
  private static final Pattern BARE_TAGS = Pattern.compile("</?\\w+>");
  private static final Pattern LEAD =
      Pattern.compile(
          "^\\uFEFF?\\s*(?:<think>[\\s\\S]{0,20000}?</think>\\s*)?(?:[^<>\\n]{0,160}:\\h*\\n+(?=\\s*[<`]))?"
              + "(?:```[\\w-]{0,20}\\h*\\n)?(?:<<<SECTION\\b>{0,3}\\h*\\n?)?(?:```[\\w-]{0,20}\\h*\\n)?");

  /// Joins an answer that ended for its length with its continuation.
  static Joined continuation(String partial, String more) {
    String rest = withoutLead(more);
    if (rest.isBlank()) {
      return new Joined(partial, How.APPENDED);
    }
    if (restarts(partial, rest)) {
      boolean shorter = rest.length() < partial.length() && !SectionText.of(more).complete();
      return new Joined(shorter ? partial : more, How.RESTARTED);
    }
    String kept = partial;
    int half = halfTag(partial);
    String head = rest.stripLeading();
    // A tag can't hold another: the broken one is written again.
    boolean again = half >= 0 && head.length() > 1 && head.startsWith("<") && isTag(head.charAt(1));
    if (again) {
      kept = partial.substring(0, half);
    }
    int overlap = overlap(kept, rest);
    if (overlap > 0) {
      String on = rest.substring(overlap);
      boolean spaced = !on.isEmpty() && Character.isWhitespace(on.charAt(0));
      return new Joined((spaced ? kept.stripTrailing() : kept) + on, How.OVERLAPPED);
    }
    return again
        ? new Joined(kept + head, How.OVERLAPPED)
        : new Joined(partial + rest, How.APPENDED);
  }

  /// How much of the second text the first ends with, counted in characters of the second. White
  /// space does not count.
  private static int overlap(String first, String second) {
    Solid end = Solid.of(first.substring(Math.max(0, first.length() - WINDOW)));
    Solid start = Solid.of(second.substring(0, Math.min(second.length(), WINDOW)));
    int length = longest(start.text(), end.text());
    if (length == 0) {
      return 0;
    }
    int begins = end.text().length() - length;
    String again = end.text().substring(begins);
    // Elements may well end, or begin, twice: tags without attributes say nothing.
    int said = BARE_TAGS.matcher(again).replaceAll("").length();
    boolean enough =
        said >= LEAST_OVERLAP
            || (said >= LEAST_WORD && (again.startsWith("<") || wholeWord(end, begins)));
    return enough ? start.end(length) : 0;
  }

  /// The longest end of the one text that the other begins with (Knuth, Morris, Pratt).
  private static int longest(String pattern, String text) {
    if (pattern.isEmpty()) {
      return 0;
    }
    int[] borders = new int[pattern.length()];
    for (int i = 1, k = 0; i < pattern.length(); i++) {
      while (k > 0 && pattern.charAt(i) != pattern.charAt(k)) {
        k = borders[k - 1];
      }
      if (pattern.charAt(i) == pattern.charAt(k)) {
        k++;
      }
      borders[i] = k;
    }
    int k = 0;
    for (int i = 0; i < text.length(); i++) {
      while (k > 0 && (k == pattern.length() || text.charAt(i) != pattern.charAt(k))) {
        k = borders[k - 1];
      }
      if (text.charAt(i) == pattern.charAt(k)) {
        k++;
      }
    }
    return k;
  }

  private static boolean wholeWord(Solid text, int begins) {
    boolean word = Character.isLetterOrDigit(text.text().charAt(begins));
    return word
        && (begins == 0 || text.spaceBefore(begins) || text.text().charAt(begins - 1) == '>');
  }

  private static boolean restarts(String partial, String rest) {
    String before = Solid.of(head(SectionText.of(partial).fragment())).text();
    String after = Solid.of(head(rest)).text();
    int common = 0;
    while (common < Math.min(before.length(), after.length())
        && before.charAt(common) == after.charAt(common)) {
      common++;
    }
    return common > 0 && common >= Math.min(LEAST_RESTART, before.length());
  }

  private static String head(String text) {
    return text.substring(0, Math.min(text.length(), WINDOW / 4));
  }

  private static String withoutLead(String more) {
    Matcher lead = LEAD.matcher(more);
    return lead.find() && !lead.group().isBlank() ? more.substring(lead.end()) : more;
  }

  /// Where the tag begins that the text ends inside of; -1 if it ends outside of tags.
  private static int halfTag(String text) {
    int open = text.lastIndexOf('<');
    boolean tag =
        open >= 0
            && text.indexOf('>', open) < 0
            && (open + 1 == text.length() || isTag(text.charAt(open + 1)));
    return tag ? open : -1;
  }

  private static boolean isTag(char c) {
    return c == '/' || c == '!' || Character.isLetter(c);
  }
}
