package pageloom.author;

/// Abstract compositions: tiles of quarter circles and stripes, arcs from one corner, a field of
/// swinging lines.
final class GeometryArt {
  private GeometryArt() {}

  static void tiles(Canvas c) {
    int columns = c.width > c.height ? 5 : 4;
    double s = (double) c.width / columns;
    int rows = (int) Math.ceil(c.height / s);
    c.ground("fill-subtle");
    for (int row = 0; row < rows; row++)
      for (int i = 0; i < columns; i++) tile(c, i * s, row * s, s);
  }

  private static void tile(Canvas c, double x, double y, double s) {
    String ground = c.oneOf("fill-tint", "fill-card", "fill-brand", "fill-subtle", "fill-inverse");
    boolean deep = "fill-brand".equals(ground) || "fill-inverse".equals(ground);
    String shape =
        deep
            ? c.oneOf("fill-accent", "fill-tint", "fill-card")
            : c.oneOf("fill-brand", "fill-accent", "fill-inverse", "fill-brand");
    c.rect(ground, x, y, s + 0.5, s + 0.5, 0);
    switch (c.random.nextInt(7)) {
      case 0 -> c.path(shape, Outline.from(x, y).to(x + s, y).arc(s, true, x, y + s).close());
      case 1 ->
          c.path(shape, Outline.from(x + s, y + s).to(x, y + s).arc(s, true, x + s, y).close());
      case 2 -> c.circle(shape, x + s / 2, y + s / 2, s * 0.36);
      case 3 -> c.path(shape, Outline.from(x, y + s).arc(s / 2, true, x + s, y + s).close());
      case 4 -> {
        for (int i = 0; i < 4; i++) c.rect(shape, x, y + i * s / 4, s, s / 8, 0);
      }
      case 5 -> c.path(shape, Outline.polygon(x, y + s, x + s, y, x + s, y + s));
      default -> {
        c.path(shape, Outline.from(x, y).to(x + s / 2, y).arc(s / 2, true, x, y + s / 2).close());
        c.path(
            shape,
            Outline.from(x + s, y + s)
                .to(x + s / 2, y + s)
                .arc(s / 2, true, x + s, y + s / 2)
                .close());
      }
    }
  }

  static void arcs(Canvas c) {
    boolean left = c.random.nextBoolean();
    c.ground(c.oneOf("fill-inverse", "fill-brand"));
    double x = left ? c.width * 0.12 : c.width * 0.88;
    double y = c.height * 0.98;
    double reach = Math.hypot(c.width, c.height) * 0.86;
    String[] fills = {
      "fill-brand-ink",
      "fill-accent",
      "fill-tint",
      "fill-brand",
      "fill-card",
      "fill-accent",
      "fill-inverse"
    };
    int shift = c.random.nextInt(2);
    for (int i = 0; i < fills.length; i++)
      c.circle(fills[(i + shift) % fills.length], x, y, reach * (1 - i * 0.135));
    double dot = Math.min(c.width, c.height) * 0.06;
    for (int i = 0; i < 3; i++)
      c.circle(
          "fill-card",
          left ? c.width - dot * (1.6 + i * 2.6) : dot * (1.6 + i * 2.6),
          dot * 1.7,
          dot * (1 - i * 0.25));
  }

  static void waves(Canvas c) {
    boolean deep = c.random.nextBoolean();
    c.ground(deep ? "fill-inverse" : "fill-tint");
    c.circle(
        "fill-accent",
        c.width * (0.3 + c.random.nextDouble() * 0.4),
        c.height * 0.42,
        Math.min(c.width, c.height) * 0.24);
    int lines = 13;
    int points = 12;
    double crest = 0.3 + c.random.nextDouble() * 0.4;
    double phase = c.random.nextDouble() * 6;
    for (int i = 0; i < lines; i++) {
      double base = c.height * (0.24 + i * 0.06);
      Outline path = null;
      double px = 0;
      double py = 0;
      for (int k = 0; k <= points; k++) {
        double t = (double) k / points;
        double swell = Math.exp(-Math.pow((t - crest) / 0.2, 2));
        double x = t * c.width;
        double y = base - c.height * 0.11 * swell * (1 + Math.sin(phase + i * 0.7 + k * 1.9) * 0.7);
        if (path == null) path = Outline.from(x, y);
        else path.quad(px, py, (px + x) / 2, (py + y) / 2);
        px = x;
        py = y;
      }
      if (path == null) throw new IllegalStateException();
      String stroke = deep ? "stroke-on-inverse" : "stroke-brand";
      c.path("fill-none stroke-[3] " + stroke, path.to(px, py));
    }
  }
}
