package pageloom.author;

import java.util.Random;

/// One drawing under way: plain SVG shapes coloured by token classes, and the random numbers that
/// its choices come from. Confined to the call that draws it.
final class Canvas {
  final int width;
  final int height;
  final Random random;

  /// The fill of what is warm by nature, such as bread: that of the theme's two colours which is.
  final String warm;

  private final StringBuilder out = new StringBuilder(2048);

  Canvas(int width, int height, long seed) {
    this(width, height, seed, "fill-accent");
  }

  Canvas(int width, int height, long seed, String warm) {
    this.warm = warm;
    this.width = width;
    this.height = height;
    this.random = new Random(mix(seed));
  }

  /// Spreads neighbouring seeds far apart (the finalizer of SplitMix64); without it the first
  /// numbers of neighbours are alike.
  private static long mix(long seed) {
    long z = seed + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// A whole number from `low` to `high`, both included.
  int between(int low, int high) {
    return low + random.nextInt(high - low + 1);
  }

  String oneOf(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  /// Covers the whole canvas.
  Canvas ground(String fill) {
    return rect(fill, 0, 0, width, height, 0);
  }

  Canvas rect(String classes, double x, double y, double w, double h, double radius) {
    open("rect", classes);
    number("x", x).number("y", y).number("width", w).number("height", h);
    if (radius > 0) number("rx", radius);
    return close();
  }

  Canvas circle(String classes, double x, double y, double radius) {
    open("circle", classes);
    return number("cx", x).number("cy", y).number("r", radius).close();
  }

  Canvas ellipse(String classes, double x, double y, double rx, double ry) {
    open("ellipse", classes);
    return number("cx", x).number("cy", y).number("rx", rx).number("ry", ry).close();
  }

  Canvas line(String classes, double x1, double y1, double x2, double y2) {
    return path("fill-none " + classes, Outline.from(x1, y1).to(x2, y2));
  }

  Canvas path(String classes, Outline path) {
    open("path", classes);
    out.append(" d=\"").append(path).append('"');
    return close();
  }

  /// Opens a group that moves, turns (degrees) and scales what follows, until [#ungroup()].
  Canvas group(double x, double y, double degrees, double scale) {
    out.append("<g transform=\"translate(").append(text(x)).append(' ').append(text(y)).append(')');
    if (degrees != 0) out.append(" rotate(").append(text(degrees)).append(')');
    if (scale != 1) out.append(" scale(").append(text(scale)).append(')');
    out.append("\">");
    return this;
  }

  Canvas ungroup() {
    out.append("</g>");
    return this;
  }

  /// The finished `svg` element; it fills its box and is cropped to it.
  String svg() {
    return "<svg viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" preserveAspectRatio=\"xMidYMid slice\" class=\"block size-full\""
        + " aria-hidden=\"true\">"
        + out
        + "</svg>";
  }

  private void open(String element, String classes) {
    out.append('<').append(element).append(" class=\"").append(classes).append('"');
  }

  private Canvas number(String name, double value) {
    out.append(' ').append(name).append("=\"").append(text(value)).append('"');
    return this;
  }

  private Canvas close() {
    out.append("/>");
    return this;
  }

  /// A coordinate with at most one decimal.
  static String text(double value) {
    double rounded = Math.round(value * 10) / 10.0;
    return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
  }
}
