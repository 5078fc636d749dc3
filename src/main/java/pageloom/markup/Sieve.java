package pageloom.markup;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what a pattern describes, and passes quickly over the places where it can't begin. Whether
/// two characters, and then three, can begin a match, the pattern itself is asked when they are
/// first met: if it refuses them without having wanted to see what follows, no text that begins
/// with them matches.
///
/// Before its match a pattern may look at one character only, and only to be put off by it; it
/// never matches nothing.
///
/// Any thread: what one thread learns is what every other would, and neither a byte nor a reference
/// is ever half written.
final class Sieve {
  private static final int ASCII = 128;
  private static final byte[] NONE = {};
  private static final byte POSSIBLE = 1;
  private static final byte IMPOSSIBLE = 2;

  /// The characters before a match that put off as few patterns as any others.
  private static final List<String> WORDS = List.of("a", "_", "1");

  private static final List<String> NO_WORDS = List.of("", " ", "\n");

  private final Pattern pattern;

  /// By what is before and the first two characters; empty where nothing begins with these, else by
  /// the third one.
  private final byte[] @Nullable [] beginnings = new byte[2 * ASCII * ASCII] @Nullable [];

  Sieve(String regex) {
    pattern = Pattern.compile(regex);
  }

  /// Every match, as [Matcher#results] would give them.
  Stream<MatchResult> find(String text) {
    Stream.Builder<MatchResult> found = Stream.builder();
    Matcher matcher = matcher(text);
    for (int at = 0; next(matcher, text, at); at = matcher.end()) {
      found.add(matcher.toMatchResult());
    }
    return found.build();
  }

  boolean in(String text) {
    return next(matcher(text), text, 0);
  }

  private Matcher matcher(String text) {
    return pattern.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
  }

  private boolean next(Matcher matcher, String text, int from) {
    int end = text.length();
    for (int i = from; i < end; i++) {
      if (mayBegin(text, i) && matcher.region(i, end).lookingAt()) {
        return true;
      }
    }
    return false;
  }

  private boolean mayBegin(String text, int at) {
    char first = text.charAt(at);
    if (first >= ASCII) {
      return !Character.isLowSurrogate(first)
          || at == 0
          || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    if (before >= ASCII || at + 2 >= text.length()) {
      return true;
    }
    char second = text.charAt(at + 1);
    char third = text.charAt(at + 2);
    if (second >= ASCII || third >= ASCII) {
      return true;
    }
    List<String> contexts = isWord(before) ? WORDS : NO_WORDS;
    int key = ((isWord(before) ? ASCII : 0) + first) * ASCII + second;
    byte[] thirds = beginnings[key];
    if (thirds == null) {
      thirds = asked(contexts, text.substring(at, at + 2)) ? new byte[ASCII] : NONE;
      beginnings[key] = thirds;
    }
    if (thirds.length == 0) {
      return false;
    }
    if (thirds[third] == 0) {
      thirds[third] = asked(contexts, text.substring(at, at + 3)) ? POSSIBLE : IMPOSSIBLE;
    }
    return thirds[third] == POSSIBLE;
  }

  // Whether more text could change the answer is what is asked here, and nothing else tells it.
  @SuppressWarnings("JdkObsolete")
  private boolean asked(List<String> before, String beginning) {
    for (String context : before) {
      String text = context + beginning;
      Matcher matcher = matcher(text).region(context.length(), text.length());
      if (matcher.lookingAt() || matcher.hitEnd()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
