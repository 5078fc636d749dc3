package pageloom.markup;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// The words of a fragment in one string: white space collapsed, blocks on lines of their own; and
/// where in the source each of them stands. Immutable.
final class VisibleText {
  static final String QUOTE = "\uE000";
  static final String UNQUOTE = "\uE001";
  static final String SOURCE = "\uE002";

  private static final Set<String> WORDLESS =
      Set.of("script", "style", "template", "noscript", "iframe", "object", "title", "desc");
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i",
          "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strong", "sub",
          "sup", "time", "tspan", "u", "var", "wbr");
  private static final List<String> SAID = List.of("aria-label", "alt", "title");

  /// A passage that a pattern found.
  record Hit(MatchResult match, int line) {
    String text() {
      return match.group();
    }
  }

  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[64];
  private int[] lines = new int[64];
  private int pieces;
  private String all = "";

  private VisibleText() {}

  static VisibleText spoken(Element root) {
    return new VisibleText().collect(root, true, false);
  }

  static VisibleText seen(Element root) {
    return new VisibleText().collect(root, false, false);
  }

  /// What is seen, with [#QUOTE], [#UNQUOTE] around quotations and [#SOURCE] before their sources.
  static VisibleText quotations(Element root) {
    return new VisibleText().collect(root, false, true);
  }

  /// Lines that hold a block each.
  String all() {
    return all;
  }

  Stream<Hit> find(Sieve sieve) {
    return sieve.find(all).map(r -> new Hit(r, line(r.start())));
  }

  int line(int at) {
    int piece = Arrays.binarySearch(starts, 0, pieces, at);
    int index = piece >= 0 ? piece : -piece - 2;
    return index < 0 ? 0 : lines[index];
  }

  private VisibleText collect(Element root, boolean spoken, boolean quotations) {
    root.filter(
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
              append(words.getWholeText(), Fragment.line(words));
            } else if (node instanceof Element e) {
              if (WORDLESS.contains(e.normalName())
                  || (spoken && e.attr("aria-hidden").equals("true"))) {
                return FilterResult.SKIP_ENTIRELY;
              }
              if (!INLINE.contains(e.normalName())) {
                newLine();
              }
              if (spoken) {
                said(e);
              }
              if (quotations) {
                sign(e, QUOTE, SOURCE);
              }
            }
            return FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            if (quotations && node instanceof Element e) {
              sign(e, UNQUOTE, "");
            }
            if (node instanceof Element e && !INLINE.contains(e.normalName())) {
              newLine();
            }
            return FilterResult.CONTINUE;
          }
        });
    all = text.toString();
    return this;
  }

  private void sign(Element e, String quotation, String source) {
    switch (e.normalName()) {
      case "blockquote", "q" -> text.append(quotation);
      case "figcaption", "cite", "footer" -> text.append(source);
      default -> {}
    }
  }

  private void said(Element e) {
    for (String name : SAID) {
      if (e.hasAttr(name) && !e.attr(name).isBlank()) {
        newLine();
        append(e.attr(name), Fragment.line(e));
        newLine();
      }
    }
  }

  private void newLine() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  private void append(String words, int line) {
    boolean first = true;
    int at = line;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u202F') {
        at += c == '\n' ? 1 : 0;
        char last = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
        if (last != '\n' && last != ' ') {
          text.append(' ');
        }
      } else {
        if (first || at != lines[pieces - 1]) {
          piece(at);
          first = false;
        }
        text.append(c);
      }
    }
  }

  private void piece(int line) {
    if (pieces == starts.length) {
      starts = Arrays.copyOf(starts, pieces * 2);
      lines = Arrays.copyOf(lines, pieces * 2);
    }
    starts[pieces] = text.length();
    lines[pieces++] = line;
  }
}
