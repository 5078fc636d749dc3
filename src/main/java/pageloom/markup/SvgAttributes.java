package pageloom.markup;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which attributes an SVG element may have: geometry, presentation, and references into the same
/// fragment. Animation, scripts and outside resources have no attribute here.
final class SvgAttributes {
  private static final Set<String> PLAIN =
      Set.of(
          // Geometry
          "x",
          "y",
          "x1",
          "y1",
          "x2",
          "y2",
          "cx",
          "cy",
          "r",
          "rx",
          "ry",
          "fx",
          "fy",
          "fr",
          "d",
          "dx",
          "dy",
          "points",
          "width",
          "height",
          "viewBox",
          "preserveAspectRatio",
          "pathLength",
          "transform",
          "rotate",
          "textLength",
          "lengthAdjust",
          "startOffset",
          "method",
          "spacing",
          // Presentation
          "fill",
          "fill-opacity",
          "fill-rule",
          "stroke",
          "stroke-width",
          "stroke-linecap",
          "stroke-linejoin",
          "stroke-miterlimit",
          "stroke-dasharray",
          "stroke-dashoffset",
          "stroke-opacity",
          "opacity",
          "color",
          "clip-path",
          "clip-rule",
          "mask",
          "mask-type",
          "filter",
          "display",
          "visibility",
          "overflow",
          "paint-order",
          "vector-effect",
          "shape-rendering",
          "text-rendering",
          "color-interpolation",
          "color-interpolation-filters",
          "pointer-events",
          "transform-origin",
          // Text
          "text-anchor",
          "dominant-baseline",
          "alignment-baseline",
          "baseline-shift",
          "font-family",
          "font-size",
          "font-style",
          "font-weight",
          "letter-spacing",
          "word-spacing",
          "text-decoration",
          "writing-mode",
          // Paint servers, masks, markers
          "offset",
          "stop-color",
          "stop-opacity",
          "gradientUnits",
          "gradientTransform",
          "spreadMethod",
          "patternUnits",
          "patternContentUnits",
          "patternTransform",
          "clipPathUnits",
          "maskUnits",
          "maskContentUnits",
          "marker-start",
          "marker-mid",
          "marker-end",
          "markerUnits",
          "markerWidth",
          "markerHeight",
          "orient",
          "refX",
          "refY",
          // Filters
          "in",
          "in2",
          "result",
          "stdDeviation",
          "mode",
          "type",
          "values",
          "operator",
          "k1",
          "k2",
          "k3",
          "k4",
          "flood-color",
          "flood-opacity",
          "baseFrequency",
          "numOctaves",
          "seed",
          "stitchTiles",
          "filterUnits",
          "primitiveUnits",
          "edgeMode",
          "radius",
          "focusable");

  /// Elements whose `href` names another element of the fragment.
  private static final Set<String> REFERRING =
      Set.of("use", "linearGradient", "radialGradient", "pattern", "textPath", "filter");

  private static final Map<String, ValueRule> LINK =
      Map.of("href", ValueRule.LINK, "target", ValueRule.oneOf("_blank"));

  private SvgAttributes() {}

  static Optional<ValueRule> rule(String element, String attribute) {
    if (element.equals("a") && LINK.containsKey(attribute)) {
      return Optional.ofNullable(LINK.get(attribute));
    }
    if (attribute.equals("href")) {
      return REFERRING.contains(element) ? Optional.of(ValueRule.LOCAL) : Optional.empty();
    }
    return PLAIN.contains(attribute) ? Optional.of(ValueRule.PAINT) : Optional.empty();
  }
}
