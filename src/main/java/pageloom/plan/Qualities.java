package pageloom.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a prompt says in praise of its business that is true or false, not taste: "family-run",
/// "vegan", "since 1998". Each verbatim.
final class Qualities {
  private static final int MOST = 4;
  private static final int READ = 400;
  private static final int READ_CHARACTERS = 4000;
  private static final Pattern SINCE =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}])(?:since|est\\.|established in|established|founded"
              + " in|desde|depuis|seit)\\h(?:el\\h|o\\h)?(?:1[5-9]|20)\\d{2}(?![\\p{L}\\p{N}])");
  private static final PhraseSet NOT =
      new PhraseSet(
          List.of(
              "not", "no", "non", "isn't", "nicht", "kein", "keine", "pas", "sin", "sans", "ohne",
              "não", "sem", "without", "never"));

  private Qualities() {}

  /// @param taken words of the name, which are said anyway
  static List<String> in(Words words, WordLists lists, Span taken) {
    List<String> found = new ArrayList<>();
    int at = 0;
    while (at < Math.min(words.size(), READ) && found.size() < MOST) {
      int end = lists.qualities().endAt(words, at);
      boolean denied = at > 0 && words.joined(at) && NOT.isAt(words, at - 1);
      if (end > at && !denied && !taken.holds(at)) {
        String quality = words.span(at, end);
        if (!found.contains(quality)) found.add(quality);
      }
      at = Math.max(end, at + 1);
    }
    String text = words.text();
    Matcher since = SINCE.matcher(text.substring(0, Math.min(text.length(), READ_CHARACTERS)));
    if (since.find()) found.add(since.group());
    return List.copyOf(found);
  }
}
