package pageloom.markup;

import java.util.LinkedHashSet;
import java.util.Set;
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

  private static final Set<String> INLINE_NAMES =
      Set.of(
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
          "textarea");
  private static final Set<String> INLINE_BLOCK_NAMES = Set.of("button", "progress", "meter");
  private static final Set<String> SEPARATING_NAMES =
      Set.of("table", "thead", "tbody", "tfoot", "tr", "colgroup", "video", "audio", "optgroup");
  private static final Set<String> INLINE_SEPARATING_NAMES =
      Set.of("select", "datalist", "picture");
  private static final Set<String> SVG_TEXT = Set.of("tspan", "textPath", "a");

  static Display of(Node.Element element) {
    Display byName = byName(element);
    String classes = element.attributes().getOrDefault("class", "");
    if ((element.space() == Node.Space.SVG && !element.name().equals("svg"))
        || INLINE_SEPARATING_NAMES.contains(element.name())
        || classes.isEmpty()) {
      return byName;
    }
    Set<Display> possible = new LinkedHashSet<>();
    boolean always = false;
    for (String token : Characters.words(classes)) {
      int variant = variantEnd(token);
      Display display = utility(token.substring(variant));
      if (display != null) {
        possible.add(display);
        always |= variant == 0;
      }
    }
    if (!always) {
      possible.add(byName);
    }
    return new Display(
        possible.stream().allMatch(Display::outside),
        possible.stream().allMatch(Display::inside),
        possible.stream().allMatch(Display::separating) || byName.separating);
  }

  private static Display byName(Node.Element element) {
    String name = element.name();
    if (element.space() == Node.Space.SVG) {
      return switch (name) {
        case "text", "title", "desc" -> BLOCK;
        default -> SVG_TEXT.contains(name) ? INLINE : CONTAINER;
      };
    }
    if (INLINE_NAMES.contains(name)) {
      return INLINE;
    }
    if (INLINE_BLOCK_NAMES.contains(name)) {
      return INLINE_BLOCK;
    }
    if (INLINE_SEPARATING_NAMES.contains(name)) {
      return INLINE_CONTAINER;
    }
    return SEPARATING_NAMES.contains(name) ? CONTAINER : BLOCK;
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
}
