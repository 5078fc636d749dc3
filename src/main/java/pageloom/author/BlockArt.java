package pageloom.author;

/// Infrastructure as isometric blocks of different heights, each with a lit and a shaded side.
final class BlockArt {
  private BlockArt() {}

  static void draw(Canvas c) {
    boolean dark = c.random.nextInt(3) == 0;
    c.ground(dark ? "fill-inverse" : "fill-subtle");
    int n = 4;
    double cell = Math.min(c.width, c.height * 1.3) / 8.2;
    double ox = c.width * 0.5;
    double oy = c.height * 0.34;
    String grid = dark ? "stroke-on-inverse opacity-20" : "stroke-line";
    Outline lines = Outline.empty();
    for (int i = -6; i <= 10; i += 2) {
      double slope = cell * 0.5;
      lines.move(ox + (i + 8) * cell, oy + (i - 8) * slope);
      lines.to(ox + (i - 12) * cell, oy + (i + 12) * slope);
      lines.move(ox + (-8 - i) * cell, oy + (i - 8) * slope);
      lines.to(ox + (12 - i) * cell, oy + (i + 12) * slope);
    }
    c.path("fill-none " + grid, lines);
    int lit = c.random.nextInt(n * n);
    for (int a = 0; a < n; a++)
      for (int b = 0; b < n; b++) {
        int index = a * n + b;
        int tall = index == lit ? 3 : c.random.nextInt(4) - 1;
        if (tall < 0) continue;
        block(
            c,
            ox + (a - b) * cell,
            oy + (a + b) * cell * 0.5,
            cell * 0.9,
            cell * (0.25 + tall * 0.55),
            index == lit,
            dark);
      }
  }

  private static void block(
      Canvas c, double x, double y, double s, double h, boolean lit, boolean dark) {
    double half = s * 0.5;
    double top = y - h;
    String left = lit ? "fill-accent" : "fill-brand";
    c.path(left, Outline.polygon(x - s, top + half, x, top + s, x, y + s, x - s, y + half));
    c.path(
        dark ? "fill-brand" : "fill-inverse",
        Outline.polygon(x + s, top + half, x, top + s, x, y + s, x + s, y + half));
    if (dark)
      c.path(
          "fill-inverse opacity-40",
          Outline.polygon(x + s, top + half, x, top + s, x, y + s, x + s, y + half));
    if (lit)
      c.path(
          "fill-inverse opacity-20",
          Outline.polygon(x - s, top + half, x, top + s, x, y + s, x - s, y + half));
    c.path(
        lit ? "fill-accent" : c.oneOf("fill-tint", "fill-tint", "fill-card"),
        Outline.polygon(x, top, x + s, top + half, x, top + s, x - s, top + half));
  }
}
