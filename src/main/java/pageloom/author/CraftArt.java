package pageloom.author;

/// Made by hand: woven threads, and leaves and fronds cut out of coloured paper.
final class CraftArt {
  private CraftArt() {}

  static void weave(Canvas c) {
    c.ground("fill-subtle");
    int columns = c.width > c.height ? 8 : 6;
    double step = (double) c.width / columns;
    int rows = (int) Math.ceil(c.height / step);
    double band = step * 0.74;
    double inset = (step - band) / 2;
    String[] warp = new String[columns];
    for (int i = 0; i < columns; i++) {
      warp[i] = c.oneOf("fill-brand", "fill-brand", "fill-brand-ink", "fill-inverse");
      c.rect(warp[i], i * step + inset, 0, band, c.height, 0);
    }
    for (int row = 0; row < rows; row++) {
      String weft = c.oneOf("fill-tint", "fill-card", "fill-accent", "fill-tint");
      c.rect(weft, 0, row * step + inset, c.width, band, 0);
      for (int i = row % 2; i < columns; i += 2)
        c.rect(warp[i], i * step + inset, row * step, band, step, 0);
    }
  }

  static void cutouts(Canvas c) {
    int columns = c.width > c.height ? 3 : 2;
    int rows = c.height > c.width * 1.1 ? 3 : 2;
    double w = (double) c.width / columns;
    double h = (double) c.height / rows;
    String[] grounds = {
      "fill-tint", "fill-brand", "fill-card", "fill-accent", "fill-inverse", "fill-subtle"
    };
    String[] papers = {
      "fill-brand", "fill-tint", "fill-accent", "fill-inverse", "fill-accent", "fill-brand-ink"
    };
    int shift = c.random.nextInt(grounds.length);
    for (int i = 0; i < columns * rows; i++) {
      int pick = (i + shift) % grounds.length;
      double x = i % columns * w;
      int row = i / columns;
      double y = row * h;
      c.rect(grounds[pick], x, y, w, h, 0);
      double size = Math.min(w, h) / 100;
      c.group(x + w / 2, y + h / 2, c.between(-28, 28), size);
      if (i % 3 == shift % 3) sprig(c, papers[pick]);
      else frond(c, papers[pick], c.between(4, 6));
      c.ungroup();
    }
  }

  /// A paper leaf with lobes on both sides of its spine, about 90 units tall around the origin.
  private static void frond(Canvas c, String fill, int lobes) {
    Outline path = Outline.from(0, 46);
    double step = 84.0 / lobes;
    for (int i = 0; i < lobes; i++) lobe(path, -1, 42 - i * step, step, reach(i, lobes));
    path.quad(-6, -50, 0, -52).quad(6, -50, 4, 42 - lobes * step);
    for (int i = lobes - 1; i >= 0; i--) back(path, 42 - i * step, step, reach(i, lobes));
    c.path(fill, path.close());
  }

  private static double reach(int i, int lobes) {
    return 20 + 18 * Math.sin(Math.PI * (i + 0.6) / lobes);
  }

  private static void lobe(Outline path, int side, double y, double step, double reach) {
    path.to(side * 4, y)
        .cubic(
            side * reach * 0.6,
            y + 4,
            side * reach * 1.2,
            y - step * 0.5,
            side * reach,
            y - step * 0.95)
        .cubic(
            side * reach * 0.7,
            y - step * 1.15,
            side * reach * 0.4,
            y - step * 0.55,
            side * 4,
            y - step * 0.72);
  }

  private static void back(Outline path, double y, double step, double reach) {
    path.to(4, y - step * 0.72)
        .cubic(reach * 0.4, y - step * 0.55, reach * 0.7, y - step * 1.15, reach, y - step * 0.95)
        .cubic(reach * 1.2, y - step * 0.5, reach * 0.6, y + 4, 4, y);
  }

  private static void sprig(Canvas c, String fill) {
    c.path(
        "fill-none " + fill.replace("fill-", "stroke-") + " stroke-[3]",
        Outline.from(0, 48).quad(6, 0, -2, -34));
    for (int i = 0; i < 4; i++) {
      double y = 32 - i * 19;
      double r = 24 - i * 3;
      c.path(
          fill,
          Outline.from(2, y)
              .cubic(r, y + 2, r + 12, y - 12, r + 8, y - 20)
              .cubic(r - 6, y - 20, 6, y - 12, 2, y)
              .close());
      c.path(
          fill,
          Outline.from(1, y - 8)
              .cubic(-r, y - 6, -r - 12, y - 20, -r - 8, y - 28)
              .cubic(-r + 6, y - 28, -5, y - 20, 1, y - 8)
              .close());
    }
    c.ellipse(fill, -2, -42, 7, 11);
  }
}
