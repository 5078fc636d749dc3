package pageloom.author;

/// Built and open places: a street of houses, a floor plan, hills under a sun, contour lines.
final class PlaceArt {
  private PlaceArt() {}

  static void street(Canvas c) {
    c.ground("fill-tint");
    c.circle(
        "fill-accent",
        c.width * (0.2 + c.random.nextDouble() * 0.6),
        c.height * 0.26,
        c.height * 0.13);
    double floor = c.height * 0.86;
    String[] fills = {"fill-brand", "fill-card", "fill-inverse", "fill-accent", "fill-brand-ink"};
    double x = -20;
    int i = c.random.nextInt(fills.length);
    while (x < c.width) {
      double w = c.width * (0.16 + c.random.nextDouble() * 0.1);
      double h = c.height * (0.32 + c.random.nextDouble() * 0.34);
      house(c, x, floor, w, h, fills[i++ % fills.length]);
      x += w;
    }
    c.rect("fill-inverse", 0, floor, c.width, c.height, 0);
    for (double t = c.width * 0.12; t < c.width; t += c.width * 0.31) {
      c.rect("fill-inverse", t - 3, floor - c.height * 0.12, 6, c.height * 0.12, 0);
      c.ellipse("fill-brand", t, floor - c.height * 0.17, c.height * 0.06, c.height * 0.09);
    }
  }

  private static void house(Canvas c, double x, double floor, double w, double h, String fill) {
    c.rect(fill, x, floor - h, w, h, 0);
    if (c.random.nextBoolean())
      c.path(
          fill,
          Outline.polygon(
              x, floor - h + 0.5, x + w / 2, floor - h - w * 0.4, x + w, floor - h + 0.5));
    String pane = "fill-card".equals(fill) ? "fill-tint" : "fill-card opacity-80";
    double size = w * 0.18;
    Outline panes = Outline.empty();
    for (double y = floor - h + size; y < floor - size * 2.6; y += size * 2.1)
      for (int k = 0; k < 3; k++)
        if (c.random.nextInt(7) > 0) panes.box(x + w * (0.12 + k * 0.29), y, size, size * 1.35);
    if (!panes.isEmpty()) c.path(pane, panes);
    c.rect("fill-inverse", x + w * 0.4, floor - size * 1.6, size * 1.1, size * 1.6, 0);
  }

  static void plan(Canvas c) {
    c.ground("fill-subtle");
    double cell = c.width / 14.0;
    Outline grid = Outline.empty();
    for (double x = 0; x < c.width; x += cell) grid.move(x, 0).to(x, c.height);
    for (double y = 0; y < c.height; y += cell) grid.move(0, y).to(c.width, y);
    c.path("fill-none stroke-line", grid);
    double l = c.width * 0.14;
    double t = c.height * 0.16;
    double w = c.width * 0.72;
    double h = c.height * 0.68;
    double sx = l + w * (0.4 + c.random.nextDouble() * 0.2);
    double sy = t + h * (0.4 + c.random.nextDouble() * 0.2);
    c.rect("fill-card", l, t, w, h, 0);
    c.rect("fill-tint", sx, t, l + w - sx, sy - t, 0);
    c.rect("fill-brand", l, sy, sx - l, t + h - sy, 0);
    String wall = "stroke-ink stroke-[9]";
    c.path("fill-none " + wall, Outline.polygon(l, t, l + w, t, l + w, t + h, l, t + h));
    c.line(wall, sx, t, sx, sy - h * 0.12).line(wall, sx, sy + h * 0.14, sx, t + h);
    c.line(wall, l, sy, sx - w * 0.16, sy).line(wall, sx, sy, l + w, sy);
    double door = h * 0.26;
    c.path(
        "fill-accent opacity-80",
        Outline.from(sx, sy + h * 0.14)
            .to(sx + door, sy + h * 0.14)
            .arc(door, true, sx, sy + h * 0.14 + door)
            .close());
    c.circle("fill-accent", l + w * 0.16, t + h * 0.2, h * 0.08);
    c.rect("fill-none stroke-ink stroke-2", l + w * 0.74, t + h * 0.08, w * 0.18, h * 0.16, 0);
    c.rect("fill-none stroke-on-brand stroke-2", l + w * 0.06, t + h * 0.74, w * 0.2, h * 0.14, 0);
  }

  static void hills(Canvas c) {
    c.ground("fill-tint");
    double sun = c.width * (0.25 + c.random.nextDouble() * 0.5);
    c.circle("fill-accent", sun, c.height * 0.34, Math.min(c.width, c.height) * 0.17);
    String[] fills = {
      "fill-brand opacity-20",
      "fill-brand opacity-40",
      "fill-brand opacity-70",
      "fill-brand",
      "fill-inverse"
    };
    for (int i = 0; i < fills.length; i++) {
      double base = c.height * (0.48 + i * 0.11);
      Outline hill = Outline.from(0, c.height).to(0, base + offset(c, 0.05));
      int n = 3;
      for (int k = 1; k <= n; k++) {
        double x = (double) c.width * k / n;
        double y = base + offset(c, 0.07);
        hill.cubic(
            x - c.width * 0.22,
            base - offset(c, 0.14) - c.height * 0.06,
            x - c.width * 0.12,
            y + c.height * 0.06,
            x,
            y);
      }
      c.path(fills[i], hill.to(c.width, c.height).close());
    }
  }

  static void contours(Canvas c) {
    boolean dark = c.random.nextBoolean();
    c.ground(dark ? "fill-brand" : "fill-tint");
    double cx = c.width * (0.35 + c.random.nextDouble() * 0.35);
    double cy = c.height * (0.35 + c.random.nextDouble() * 0.3);
    int n = 12;
    double[] shape = new double[n];
    for (int i = 0; i < n; i++) shape[i] = 0.72 + c.random.nextDouble() * 0.56;
    double reach = Math.max(c.width, c.height) * 0.78;
    String line =
        dark ? "fill-none stroke-on-brand stroke-2 opacity-50" : "fill-none stroke-brand stroke-2";
    for (int ring = 10; ring >= 1; ring--) {
      double[] points = new double[2 * n];
      for (int i = 0; i < n; i++) {
        double angle = 2 * Math.PI * i / n;
        double r = reach * ring / 10 * (1 + (shape[i] - 1) * (0.35 + ring * 0.07));
        points[2 * i] = cx + r * Math.cos(angle) + (10 - ring) * 7;
        points[2 * i + 1] = cy + r * Math.sin(angle) * 0.8 - (10 - ring) * 5;
      }
      c.path(ring == 2 ? "fill-accent" : line, Outline.blob(points));
    }
  }

  private static double offset(Canvas c, double share) {
    return c.height * share * (c.random.nextDouble() * 2 - 1);
  }
}
