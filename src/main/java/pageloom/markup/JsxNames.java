package pageloom.markup;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/// Attribute names as React spells them, where it spells them otherwise.
final class JsxNames {
  private static final Map<String, String> HTML =
      Map.ofEntries(
          entry("class", "className"),
          entry("for", "htmlFor"),
          entry("tabindex", "tabIndex"),
          entry("readonly", "readOnly"),
          entry("maxlength", "maxLength"),
          entry("minlength", "minLength"),
          entry("colspan", "colSpan"),
          entry("rowspan", "rowSpan"),
          entry("datetime", "dateTime"),
          entry("srcset", "srcSet"),
          entry("srclang", "srcLang"),
          entry("autocomplete", "autoComplete"),
          entry("novalidate", "noValidate"),
          entry("playsinline", "playsInline"),
          entry("inputmode", "inputMode"),
          entry("enterkeyhint", "enterKeyHint"),
          entry("spellcheck", "spellCheck"),
          // React 19's names; earlier ones hand them to the element, which does not mind the case.
          entry("popovertarget", "popoverTarget"),
          entry("popovertargetaction", "popoverTargetAction"));

  private static final Map<String, String> SVG =
      Map.of("class", "className", "tabindex", "tabIndex");

  /// Presentation attributes that React knows in camel case; others keep their hyphens.
  private static final Set<String> HYPHENATED =
      Set.of(
          "alignment-baseline",
          "baseline-shift",
          "clip-path",
          "clip-rule",
          "color-interpolation",
          "color-interpolation-filters",
          "dominant-baseline",
          "fill-opacity",
          "fill-rule",
          "flood-color",
          "flood-opacity",
          "font-family",
          "font-size",
          "font-style",
          "font-weight",
          "letter-spacing",
          "marker-end",
          "marker-mid",
          "marker-start",
          "paint-order",
          "pointer-events",
          "shape-rendering",
          "stop-color",
          "stop-opacity",
          "stroke-dasharray",
          "stroke-dashoffset",
          "stroke-linecap",
          "stroke-linejoin",
          "stroke-miterlimit",
          "stroke-opacity",
          "stroke-width",
          "text-anchor",
          "text-decoration",
          "text-rendering",
          "vector-effect",
          "word-spacing",
          "writing-mode");

  private JsxNames() {}

  static String of(Node.Element element, String name) {
    if (element.space() == Node.Space.HTML) {
      return HTML.getOrDefault(name, name);
    }
    return HYPHENATED.contains(name) ? camel(name) : SVG.getOrDefault(name, name);
  }

  private static String camel(String hyphenated) {
    var camel = new StringBuilder();
    for (String part : hyphenated.split("-", -1)) {
      camel
          .append(camel.isEmpty() ? part.charAt(0) : Character.toUpperCase(part.charAt(0)))
          .append(part, 1, part.length());
    }
    return camel.toString();
  }
}
