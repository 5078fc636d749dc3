package pageloom.markup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How an element takes part in the flow, as far as white space is concerned: what its name says by
/// default (with Tailwind's base styles) or its display utilities say for any screen.
///
/// @param outside whether it stands on lines of its own: white space beside it is not rendered
/// @param inside whether its content starts and ends a line: white space at its edges is not
///   rendered
/// @param separating whether every child stands for itself, as in flex, grid, tables, SVG groups
record Display(boolean outside, boolean inside, boolean separating) {
  private static final Display INLINE = new Display(false, false, false);
  private static final Display INLINE_BLOCK = new Display(false, true, false);
  private static final Display BLOCK = new Display(true, true, false);
  private static final Display CONTAINER = new Display(true, true, true);
  private static final Display INLINE_CONTAINER = new Display(false, true, true);

  private static final Map<String, Display> HTML_NAMES =
      named(
          Map.of(
              INLINE,
              List.of(
                  "a",
                  "span",
                  "em",
                  "strong",
                  "small",
                  "s",
                  "cite",
                  "q",
                  "dfn",
                  "abbr",
                  "data",
                  "time",
                  "code",
                  "var",
                  "samp",
                  "kbd",
                  "sub",
                  "sup",
                  "i",
                  "b",
                  "u",
                  "mark",
                  "bdi",
                  "bdo",
                  "wbr",
                  "ins",
                  "del",
                  "ruby",
                  "rt",
                  "rp",
                  "label",
                  "output",
                  "input",
                  "textarea"),
              INLINE_BLOCK,
              List.of("button", "progress", "meter"),
              CONTAINER,
              List.of(
                  "table",
                  "thead",
                  "tbody",
                  "tfoot",
                  "tr",
                  "colgroup",
                  "video",
                  "audio",
                  "optgroup"),
              INLINE_CONTAINER,
              List.of("select", "datalist", "picture")));
  private static final Map<String, Display> SVG_NAMES =
      named(
          Map.of(
              BLOCK, List.of("text", "title", "desc"), INLINE, List.of("tspan", "textPath", "a")));

  static Display of(Node.Element element) {
    Display byName = byName(element);
    if ((element.space() == Node.Space.SVG && !element.name().equals("svg"))
        || byName.equals(INLINE_CONTAINER)) {
      return byName;
    }
    Said said = ClassList.of(element).display();
    Display possible = said.always() ? said.all() : said.all().and(byName);
    return new Display(possible.outside, possible.inside, possible.separating || byName.separating);
  }

  /// What classes say about an element's display.
  ///
  /// @param all what every display has in common that they give it on some screen
  /// @param always whether one of them holds on every screen, so that its name says nothing
  record Said(Display all, boolean always) {}

  static Said said(List<String> words) {
    Display all = CONTAINER;
    boolean always = false;
    for (String word : words) {
      int variant = variantEnd(word);
      Display display = utility(word.substring(variant));
      if (display != null) {
        all = all.and(display);
        always |= variant == 0;
      }
    }
    return new Said(all, always);
  }

  private Display and(Display other) {
    return new Display(
        outside && other.outside, inside && other.inside, separating && other.separating);
  }

  private static Display byName(Node.Element element) {
    return element.space() == Node.Space.SVG
        ? SVG_NAMES.getOrDefault(element.name(), CONTAINER)
        : HTML_NAMES.getOrDefault(element.name(), BLOCK);
  }

  private static @Nullable Display utility(String base) {
    return switch (base) {
      case "block", "flow-root", "list-item", "table-cell", "table-caption" -> BLOCK;
      case "flex", "grid", "table", "table-row", "table-row-group" -> CONTAINER;
      case "inline-block", "inline-table" -> INLINE_BLOCK;
      case "inline-flex", "inline-grid" -> INLINE_CONTAINER;
      case "inline", "contents" -> INLINE;
      default -> base.startsWith("[display") ? INLINE : null;
    };
  }

  /// Where a token's utility starts, behind variants such as `md:` or `[&>a]:`.
  private static int variantEnd(String token) {
    int depth = 0;
    int end = 0;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c == '[' || c == '(') {
        depth++;
      } else if (c == ']' || c == ')') {
        depth--;
      } else if (c == ':' && depth == 0) {
        end = i + 1;
      }
    }
    return end;
  }

  private static Map<String, Display> named(Map<Display, List<String>> names) {
    Map<String, Display> named = new HashMap<>();
    names.forEach((display, all) -> all.forEach(name -> named.put(name, display)));
    return Map.copyOf(named);
  }
}
