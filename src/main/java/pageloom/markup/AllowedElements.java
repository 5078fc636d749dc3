package pageloom.markup;

import java.util.Set;

/// Which elements a section may have. What is not named here goes: an unknown HTML element leaves
/// its children, what could run, load or embed anything takes its content along.
final class AllowedElements {
  /// What becomes of an element.
  enum Verdict {
    KEEP,
    UNWRAP,
    DROP
  }

  static final Set<String> VOID =
      Set.of("br", "hr", "img", "input", "source", "track", "wbr", "col");

  private static final Set<String> HTML =
      Set.of(
          // Sections and blocks
          "section",
          "nav",
          "header",
          "footer",
          "main",
          "article",
          "aside",
          "address",
          "hgroup",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "div",
          "p",
          "hr",
          "pre",
          "blockquote",
          "figure",
          "figcaption",
          "ol",
          "ul",
          "menu",
          "li",
          "dl",
          "dt",
          "dd",
          "search",
          // Text
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
          "br",
          "wbr",
          "ins",
          "del",
          "ruby",
          "rt",
          "rp",
          // Media
          "img",
          "picture",
          "source",
          "video",
          "audio",
          "track",
          // Tables
          "table",
          "caption",
          "colgroup",
          "col",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "td",
          "th",
          // Forms
          "form",
          "label",
          "input",
          "button",
          "select",
          "datalist",
          "optgroup",
          "option",
          "textarea",
          "output",
          "progress",
          "meter",
          "fieldset",
          "legend",
          // Things that open
          "details",
          "summary",
          "dialog");

  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "iframe",
          "object",
          "embed",
          "applet",
          "param",
          "base",
          "meta",
          "link",
          "title",
          "head",
          "template",
          "noscript",
          "noembed",
          "noframes",
          "frame",
          "frameset",
          "plaintext",
          "xmp",
          "listing",
          "canvas",
          "map",
          "area",
          "portal",
          "fencedframe",
          "slot",
          "bgsound",
          "keygen",
          "isindex");

  private static final Set<String> SVG =
      Set.of(
          "svg",
          "g",
          "defs",
          "symbol",
          "use",
          "title",
          "desc",
          "a",
          "path",
          "rect",
          "circle",
          "ellipse",
          "line",
          "polyline",
          "polygon",
          "text",
          "tspan",
          "textPath",
          "linearGradient",
          "radialGradient",
          "stop",
          "pattern",
          "mask",
          "clipPath",
          "marker",
          "filter",
          "feGaussianBlur",
          "feOffset",
          "feBlend",
          "feColorMatrix",
          "feComposite",
          "feFlood",
          "feMerge",
          "feMergeNode",
          "feTurbulence",
          "feDropShadow",
          "feMorphology");

  private AllowedElements() {}

  static Verdict of(Node.Element element) {
    return switch (element.space()) {
      case OTHER -> Verdict.DROP;
      case SVG -> SVG.contains(element.name()) ? Verdict.KEEP : Verdict.DROP;
      case HTML ->
          HTML.contains(element.name())
              ? Verdict.KEEP
              : DROPPED.contains(element.name()) ? Verdict.DROP : Verdict.UNWRAP;
    };
  }
}
