package pageloom.author;

/// Long friezes: one short unit, drawn by seed, over and over, so that the eye sees a pattern and
/// not an accident.
final class BandArt {
  private static final int CELLS = 4;
  private static final int THREADS = 7;

  private BandArt() {}

  /// Quarter circles, bars and dots in square cells.
  static void emblem(Canvas c) {
    double s = c.height;
    int[] shapes = new int[CELLS];
    String[] fills = new String[CELLS];
    String[] grounds = new String[CELLS];
    String[] plain = {"fill-tint", "fill-card"};
    String[] deep = {"fill-inverse", "fill-brand"};
    for (int i = 0; i < CELLS; i++) {
      boolean dark = i % 2 == 1;
      shapes[i] = c.random.nextInt(6);
      grounds[i] = dark ? c.oneOf(deep) : c.oneOf(plain);
      fills[i] = dark ? c.oneOf("fill-accent", "fill-tint") : c.oneOf("fill-brand", "fill-accent");
    }
    for (int i = 0; i * s < c.width; i++) {
      int cell = i % CELLS;
      c.rect(grounds[cell], i * s, 0, s + 0.5, s, 0);
      shape(c, shapes[cell], fills[cell], i * s, s, i / CELLS % 2 == 1);
    }
  }

  private static void shape(Canvas c, int shape, String fill, double x, double s, boolean turned) {
    switch (shape) {
      case 0 -> {
        double y = turned ? s / 2 : 0;
        c.path(fill, Outline.from(x, y + s / 2).arc(s / 2, true, x + s, y + s / 2).close());
        if (!turned) c.path(fill, Outline.from(x, s).arc(s / 2, true, x + s, s).close());
      }
      case 1 -> c.path(fill, Outline.from(x, 0).to(x + s, 0).arc(s, true, x, s).close());
      case 2 -> c.path(fill, Outline.from(x + s, s).to(x, s).arc(s, true, x + s, 0).close());
      case 3 -> {
        c.circle(fill, x + s / 2, s / 2, s * 0.36);
        c.circle(turned ? "fill-ink" : "fill-card", x + s / 2, s / 2, s * 0.12);
      }
      case 4 -> {
        for (int i = 0; i < 4; i++) c.rect(fill, x + i * s / 4 + s / 16, 0, s / 8, s, 0);
      }
      default ->
          c.path(
              fill,
              turned
                  ? Outline.polygon(x, 0, x + s, 0, x + s / 2, s)
                  : Outline.polygon(x, s, x + s, s, x + s / 2, 0));
    }
  }

  /// Threads of a few widths, mirrored, crossed by two that run along.
  static void selvedge(Canvas c) {
    double[] widths = new double[THREADS];
    String[] fills = new String[THREADS];
    double unit = 0;
    for (int i = 0; i < THREADS; i++) {
      widths[i] = c.between(1, 5) * c.between(4, 9);
      fills[i] = c.oneOf("fill-brand", "fill-tint", "fill-accent", "fill-inverse", "fill-card");
      if (i > 0 && fills[i].equals(fills[i - 1])) fills[i] = "fill-subtle";
      unit += widths[i];
    }
    double x = 0;
    for (int turn = 0; x < c.width; turn++)
      for (int i = 0; i < THREADS && x < c.width; i++) {
        int thread = turn % 2 == 0 ? i : THREADS - 1 - i;
        c.rect(fills[thread], x, 0, widths[thread] + 0.5, c.height, 0);
        x += widths[thread];
      }
    double thick = c.height / 12.0;
    for (double at : new double[] {0.58, 0.75})
      for (double start = unit * (at < 0.7 ? 0 : 0.5); start < c.width; start += unit)
        c.rect("fill-ink", start, c.height * at, unit / 2, thick, 0);
  }
}
