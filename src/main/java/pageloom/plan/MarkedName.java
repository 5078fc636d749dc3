package pageloom.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A name that its writing gives away: in quotes, or as a domain.
final class MarkedName {
  private static final Pattern QUOTED =
      Pattern.compile(
          "\"[^\"\\n]{1,60}+\"|[“„«「『][^“”„«»「」『』\\n]{1,60}+[”“»」』]"
              + "|(?<![\\p{L}\\p{N}])['‘]\\p{Lu}[^'’\\n]{1,58}+['’](?![\\p{L}\\p{N}])");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@._-])([A-Za-z][A-Za-z0-9-]{1,40}+)\\.(?:com|io|dev|app|co|net|org|ai)\\b");

  private final Words words;
  private final WordLists lists;

  MarkedName(Words words, WordLists lists) {
    this.words = words;
    this.lists = lists;
  }

  Optional<BrandFinder.Found> quoted() {
    Matcher matcher = QUOTED.matcher(words.text());
    while (matcher.find()) {
      String inside = matcher.group().substring(1, matcher.group().length() - 1);
      String name = BrandFinder.clean(inside.replaceAll("(?<!\\b(?:Co|Inc|Ltd|Bros))[.,;:]$", ""));
      Words in = Words.of(name);
      if (in.size() == 0 || in.size() > 6 || lists.pages().endAt(in, 0) == in.size()) continue;
      if (lists.quotedTexts().isAt(words, lastBefore(matcher.start()))) continue;
      return Optional.of(new BrandFinder.Found(name, within(matcher.start(), matcher.end())));
    }
    return Optional.empty();
  }

  Optional<BrandFinder.Found> domain() {
    Matcher matcher = DOMAIN.matcher(words.text());
    if (!matcher.find()) return Optional.empty();
    String label = matcher.group(1);
    if (lists.notNames().isAt(Words.of(label), 0)) return Optional.empty();
    return Optional.of(
        new BrandFinder.Found(Capitals.words(label), within(matcher.start(), matcher.end())));
  }

  private int lastBefore(int offset) {
    return within(0, offset).to() - 1;
  }

  private Span within(int start, int end) {
    int from = 0;
    while (from < words.size() && words.at(from).start() < start) from++;
    int to = from;
    while (to < words.size() && words.at(to).end() <= end) to++;
    return new Span(from, to);
  }
}
