package pageloom.markup;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pageloom.markup.Finding.Kind;

/// Quotations with somebody behind them: nobody said what a model wrote.
final class QuoteCheck implements Check {
  private static final Sieve QUOTATION =
      new Sieve(
          "\uE000([^\uE001]{12,900})\uE001|(?m)^\uE002?\\h?[“\"„«‘]([^\\n]{24,600})[”\"“»’]\\h?$");
  private static final Pattern NAME =
      Pattern.compile(
          "(?U)(?<![\\p{L}'’-])(?!(?:Der|Die|Das|Ein|Eine|Kein|Keine|Unsere?|Deine?|Ihre?)\\h|\\p{Lu}\\p{Ll}+\\hSie\\b)"
              + "\\p{Lu}[\\p{L}'’.-]{1,20}\\h+(?:\\p{Lu}\\.?\\h+)?"
              + "(?:(?:van|von|de|da|del|la|der)\\h+){0,2}\\p{Lu}[\\p{L}'’-]*\\.?");
  private static final Sieve ROLE =
      new Sieve(
          "(?iu)\\b(?:ceo|cto|coo|cfo|cmo|vp|founder|co-?founder|owner|manager|director|head"
              + " of|lead"
              + "|engineer|designer|developer|student|parent|guest|teacher|president|patient|member|verified"
              + " (?:buyer|customer)|(?:happy )?customer|client)\\b");
  private static final Sieve STANDIN =
      new Sieve(
          "(?iu)\\b(?:your|names?|role|company|replace|sample|placeholder|someone|somebody)\\b");
  private static final Pattern SAID_BY = Pattern.compile("^\\h*[—–-]\\h*|^\uE002");
  private static final Pattern SIGNS = Pattern.compile("[\uE000-\uE002]");
  private static final Pattern AROUND = Pattern.compile("[\uE000\uE001]");
  private static final Pattern OPENING = Pattern.compile("^\\s*[“\"„«]");
  private static final Pattern APART = Pattern.compile("\\h*[,·|(].*");
  private static final int MAX_LINE = 90;
  private static final int LINES_AFTER = 2;

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    if (fragment.saysSample()) {
      return;
    }
    VisibleText text = VisibleText.quotations(fragment.body());
    String all = text.all();
    text.find(QUOTATION)
        .filter(hit -> !fragment.stated().says(words(hit)))
        .filter(hit -> named(inside(hit)) || named(after(all, hit.match().end())))
        .forEach(hit ->
            sink.found(
                Kind.INVENTED_PROOF,
                hit.line(),
                "The quote "
                    + Sink.quoted(words(hit))
                    + " has somebody say what nobody said: leave it out, or put a visible mark"
                    + " \"Sample quotes\" beside it and a stand-in for the name"));
  }

  private static String words(VisibleText.Hit hit) {
    String inside = hit.match().group(1) == null ? hit.match().group(2) : hit.match().group(1);
    return OPENING.matcher(SIGNS.matcher(inside).replaceAll(" ")).replaceAll("").strip();
  }

  /// The lines of a quotation that may name its source.
  private static String[] inside(VisibleText.Hit hit) {
    String[] lines = hit.text().split("\n", -1);
    return Arrays.stream(lines)
        .skip(1)
        .map(l -> AROUND.matcher(l).replaceAll(""))
        .toArray(String[]::new);
  }

  private static String[] after(String all, int end) {
    String rest = all.substring(end, Math.min(all.length(), end + 3 * MAX_LINE));
    int next = rest.indexOf('\uE000');
    return Arrays.stream((next < 0 ? rest : rest.substring(0, next)).strip().split("\n", -1))
        .limit(LINES_AFTER)
        .toArray(String[]::new);
  }

  private static boolean named(String[] lines) {
    for (int i = 0; i < lines.length; i++) {
      Matcher mark = SAID_BY.matcher(lines[i]);
      boolean marked = mark.find();
      String line = (marked ? lines[i].substring(mark.end()) : lines[i]).strip();
      if (line.isEmpty() || line.length() > MAX_LINE || STANDIN.in(line)) {
        continue;
      }
      Matcher name = NAME.matcher(line);
      boolean begins = name.lookingAt();
      boolean role = ROLE.in(line);
      if ((begins && (marked || role || APART.matcher(line.substring(name.end())).matches()))
          || (marked && role)
          || (begins && i + 1 < lines.length && isRole(lines[i + 1]))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRole(String line) {
    return line.length() <= MAX_LINE && ROLE.in(line) && !STANDIN.in(line);
  }
}
