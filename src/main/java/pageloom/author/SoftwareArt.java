package pageloom.author;

/// Software seen as a product window: a board, a timeline, a chart or a table, cropped by the edge
/// of the picture as a photograph of a screen would be.
final class SoftwareArt {
  private SoftwareArt() {}

  static void draw(Canvas c) {
    String ground = c.oneOf("fill-tint", "fill-brand", "fill-tint", "fill-inverse");
    c.ground(ground);
    boolean dark = !"fill-tint".equals(ground);
    String shape = dark ? "fill-on-brand opacity-10" : "fill-brand opacity-10";
    c.circle(shape, c.width * 0.86, c.height * 0.1, c.height * 0.42);
    double x = c.width * (c.width > c.height ? 0.09 : 0.1);
    double y = c.height * 0.13;
    double w = c.width - x + 40;
    double h = c.height - y + 40;
    c.rect("fill-card stroke-line", x, y, w, h, 14);
    for (int i = 0; i < 3; i++) c.circle("fill-line", x + 24 + i * 18, y + 22, 5);
    c.rect("fill-subtle", x + 120, y + 13, Math.min(220, c.width * 0.35), 18, 9);
    c.line("stroke-line", x, y + 44, c.width, y + 44);
    double side = c.width > 620 ? 148 : 64;
    sidebar(c, x, y + 44, side);
    double mx = x + side + 28;
    double my = y + 76;
    c.rect("fill-ink", mx, my, 132, 13, 4);
    c.rect("fill-line", mx, my + 24, 210, 8, 4);
    switch (c.random.nextInt(4)) {
      case 0 -> timeline(c, mx, my + 60);
      case 1 -> chart(c, mx, my + 60);
      case 2 -> board(c, mx, my + 56);
      default -> table(c, mx, my + 60);
    }
    note(c, x - 36, c.height * 0.64, "fill-brand".equals(ground) ? "fill-inverse" : "fill-brand");
  }

  /// A small card in front of the window: a ring that is mostly full and two lines.
  private static void note(Canvas c, double x, double y, String fill) {
    boolean deep = "fill-inverse".equals(fill);
    String text = deep ? "fill-on-inverse" : "fill-on-brand";
    c.rect("fill-ink opacity-10", x + 4, y + 8, 216, 124, 14);
    c.rect(fill, x, y, 216, 124, 14);
    c.circle(
        "fill-none stroke-[10] opacity-30 " + text.replace("fill-", "stroke-"), x + 58, y + 62, 30);
    double angle = -Math.PI / 2 - 0.6 - c.random.nextDouble() * 1.4;
    Outline arc = Outline.from(x + 58, y + 32).arc(30, true, x + 58, y + 92);
    arc.arc(30, true, x + 58 + 30 * Math.cos(angle), y + 62 + 30 * Math.sin(angle));
    c.path("fill-none stroke-accent stroke-[10]", arc);
    c.rect(text, x + 114, y + 40, 78, 12, 4);
    c.rect(text + " opacity-50", x + 114, y + 64, 54, 8, 4);
    c.rect(text + " opacity-50", x + 114, y + 80, 66, 8, 4);
  }

  private static void sidebar(Canvas c, double x, double y, double side) {
    c.line("stroke-line", x + side, y, x + side, c.height);
    int active = c.between(1, 3);
    for (int i = 0; i < 6; i++) {
      double row = y + 34 + i * 34;
      if (i == active) c.rect("fill-tint", x + 12, row - 13, side - 24, 26, 6);
      c.rect(i == active ? "fill-brand" : "fill-line", x + 24, row - 5, 10, 10, 3);
      if (side > 100)
        c.rect(i == active ? "fill-brand" : "fill-line", x + 44, row - 4, c.between(38, 74), 8, 4);
    }
  }

  private static void timeline(Canvas c, double x, double y) {
    double w = c.width - x;
    for (int i = 0; i <= 6; i++) c.line("stroke-line", x + i * w / 6, y, x + i * w / 6, c.height);
    String[] fills = {"fill-brand", "fill-tint", "fill-accent", "fill-brand", "fill-inverse"};
    double row = y + 22;
    double from = 0.02;
    int i = 0;
    while (row < c.height) {
      double length = 0.2 + c.random.nextDouble() * 0.25;
      String fill = fills[i++ % fills.length];
      c.rect(fill, x + from * w, row, length * w, 24, 6);
      if (!"fill-tint".equals(fill))
        c.rect("fill-card opacity-60", x + from * w + 12, row + 9, length * w * 0.4, 6, 3);
      from = Math.min(0.62, Math.max(0.02, from + (c.random.nextDouble() - 0.28) * 0.34));
      row += 42;
    }
    double now = x + w * 0.47;
    c.line("stroke-accent stroke-2", now, y - 8, now, c.height);
    c.circle("fill-accent", now, y - 8, 6);
  }

  private static void chart(Canvas c, double x, double y) {
    double w = c.width - x - 36;
    double cell = (w - 32) / 3;
    for (int i = 0; i < 3; i++) {
      c.rect("fill-subtle", x + i * (cell + 16), y, cell, 70, 10);
      c.rect("fill-line", x + i * (cell + 16) + 14, y + 16, cell * 0.4, 7, 3);
      c.rect(
          i == 1 ? "fill-brand" : "fill-ink", x + i * (cell + 16) + 14, y + 36, cell * 0.55, 16, 4);
    }
    double top = y + 104;
    double floor = Math.max(top + 130, c.height - 34);
    int n = 12;
    double step = w / n;
    double level = 0.35;
    for (int i = 0; i < n; i++) {
      level = Math.min(0.96, Math.max(0.2, level + (c.random.nextDouble() - 0.4) * 0.26));
      double bar = (floor - top) * level;
      String fill = i == n - 2 ? "fill-accent" : i % 3 == 0 ? "fill-brand" : "fill-tint";
      c.rect(fill, x + i * step, floor - bar, step * 0.62, bar, 4);
    }
    c.line("stroke-line", x, floor, x + w, floor);
  }

  private static void board(Canvas c, double x, double y) {
    double column = Math.max(128, (c.width - x - 20) / 2.6);
    for (int i = 0; i < 4 && x + i * column < c.width; i++) {
      double left = x + i * column;
      c.rect("fill-subtle", left, y, column - 14, c.height, 10);
      c.circle(i == 0 ? "fill-line" : i == 1 ? "fill-accent" : "fill-brand", left + 20, y + 20, 5);
      c.rect("fill-ink opacity-60", left + 34, y + 16, 54, 8, 4);
      double top = y + 42;
      for (int k = 0; k < 3 && top < c.height; k++) {
        int tall = c.between(58, 104);
        c.rect("fill-card stroke-line", left + 10, top, column - 34, tall, 8);
        if (tall > 84)
          c.rect(c.oneOf("fill-tint", "fill-brand"), left + 20, top + 12, column - 54, 26, 5);
        double text = tall > 84 ? top + 50 : top + 14;
        c.rect("fill-line", left + 20, text, column * 0.5, 8, 4);
        c.rect("fill-line", left + 20, text + 16, column * 0.34, 8, 4);
        top += tall + 12;
      }
    }
  }

  private static void table(Canvas c, double x, double y) {
    double w = c.width - x;
    int row = 0;
    for (double top = y; top < c.height && row < 9; top += 44) {
      if (row == 2) c.rect("fill-tint", x - 12, top - 2, w + 12, 36, 6);
      c.circle(row == 2 ? "fill-brand" : "fill-line", x + 10, top + 16, 9);
      c.rect(
          row == 2 ? "fill-brand" : "fill-ink opacity-60",
          x + 32,
          top + 12,
          c.between(70, 130),
          9,
          4);
      c.rect("fill-line", x + w * 0.42, top + 12, c.between(40, 90), 8, 4);
      String pill = row % 3 == 0 ? "fill-brand" : row % 3 == 1 ? "fill-accent" : "fill-line";
      c.rect(pill, x + w * 0.7, top + 8, 62, 17, 8);
      c.line("stroke-line", x, top + 36, c.width, top + 36);
      row++;
    }
  }
}
