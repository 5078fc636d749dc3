package pageloom.author;

/// Things on a table in flat colour: bread, cups, bowls, bottles and fruit for food; vessels and
/// boxes for goods.
final class StillLifeArt {
  private StillLifeArt() {}

  static void food(Canvas c) {
    String glass = "fill-brand".equals(table(c)) ? "fill-inverse" : "fill-brand-ink";
    double base = c.height * 0.8;
    double u = Math.min(c.width, c.height) / 10.0;
    boolean loafLeft = c.random.nextBoolean();
    double wide = c.width * (c.width > c.height ? 0.36 : 0.44);
    bottle(
        c,
        loafLeft ? c.width - wide * 0.62 : wide * 0.62,
        base - u * 0.5,
        u,
        c.random.nextBoolean(),
        glass);
    switch (c.random.nextInt(3)) {
      case 0 -> loaf(c, loafLeft ? wide : c.width - wide, base, u);
      case 1 -> bowl(c, loafLeft ? wide : c.width - wide, base, u);
      default -> pot(c, loafLeft ? wide : c.width - wide, base, u);
    }
    cup(c, c.width * (loafLeft ? 0.66 : 0.36), base + u * 0.7, u * 0.8);
    fruit(c, c.width * (loafLeft ? 0.2 : 0.8), base + u * 0.95, u * 0.85);
    if (c.width > c.height) fruit(c, c.width * (loafLeft ? 0.86 : 0.14), base + u * 0.8, u * 0.7);
  }

  static void goods(Canvas c) {
    table(c);
    double base = c.height * 0.8;
    double u = Math.min(c.width, c.height) / 10.0;
    double step = c.width > c.height ? c.width / 4.0 : c.width / 3.0;
    box(c, step * 0.9, base, u);
    vase(c, c.width * 0.5, base + u * 0.4, u * 1.15, "fill-brand");
    vase(c, c.width - step * 0.85, base, u * (0.7 + c.random.nextDouble() * 0.3), "fill-accent");
    if (c.width > c.height) fruit(c, c.width * 0.36, base + u * 0.9, u * 0.7);
  }

  /// One of the goods by itself: a series of them shows different things.
  static void thing(Canvas c, int index) {
    String glass = "fill-brand".equals(table(c)) ? "fill-inverse" : "fill-brand-ink";
    double x = c.width * 0.5;
    double base = c.height * 0.82;
    double u = Math.min(c.width, c.height) / 8.5;
    switch (Math.floorMod(index, 5)) {
      case 0 -> vase(c, x, base, u * 1.1, "fill-brand");
      case 1 -> {
        box(c, x - u * 0.7, base, u * 1.15);
        box(c, x + u * 1.9, base + u * 0.4, u * 0.7);
      }
      case 2 -> {
        bottle(c, x - u * 0.9, base, u, true, glass);
        bottle(c, x + u * 1.2, base + u * 0.4, u * 0.9, false, "fill-accent");
      }
      case 3 -> {
        cup(c, x - u * 0.5, base, u * 1.5);
        fruit(c, x + u * 2.3, base + u * 0.3, u * 0.8);
      }
      default -> pot(c, x, base, u * 1.15);
    }
  }

  /// Draws the room and returns the fill of its table.
  private static String table(Canvas c) {
    c.ground(c.oneOf("fill-tint", "fill-tint", "fill-subtle"));
    double lean = c.width * 0.12;
    double left = c.width * (0.1 + c.random.nextDouble() * 0.3);
    double pane = c.width * 0.16;
    for (int i = 0; i < 2; i++) {
      double x = left + i * (pane + 16);
      c.path(
          "fill-card opacity-70",
          Outline.polygon(
              x + lean, 0, x + lean + pane, 0, x + pane, c.height * 0.68, x, c.height * 0.68));
    }
    String wood =
        "fill-brand".equals(c.warm) ? "fill-inverse" : c.oneOf("fill-inverse", "fill-brand");
    c.rect(wood, 0, c.height * 0.68, c.width, c.height * 0.32, 0);
    c.rect("fill-card opacity-20", 0, c.height * 0.68, c.width, 5, 0);
    return wood;
  }

  private static void shadow(Canvas c, double x, double y, double rx) {
    c.ellipse("fill-ink opacity-20", x + rx * 0.12, y, rx * 1.12, rx * 0.16);
  }

  private static void loaf(Canvas c, double x, double y, double u) {
    shadow(c, x, y, u * 2.6);
    c.path(
        c.warm,
        Outline.from(x - 2.6 * u, y)
            .cubic(x - 3 * u, y - 3 * u, x - 1.2 * u, y - 3.4 * u, x, y - 3.4 * u)
            .cubic(x + 1.2 * u, y - 3.4 * u, x + 3 * u, y - 3 * u, x + 2.6 * u, y)
            .close());
    for (int i = -1; i <= 1; i++)
      c.path(
          "fill-card opacity-70",
          Outline.from(x + (i * 1.3 - 0.5) * u, y - 1.7 * u)
              .quad(x + (i * 1.3 - 0.1) * u, y - 3 * u, x + (i * 1.3 + 0.7) * u, y - 3.1 * u)
              .quad(x + (i * 1.3 + 0.3) * u, y - 2.6 * u, x + (i * 1.3 - 0.5) * u, y - 1.7 * u)
              .close());
  }

  private static void bowl(Canvas c, double x, double y, double u) {
    shadow(c, x, y, u * 1.7);
    for (int i = -1; i <= 1; i++)
      c.circle(i == 0 ? "fill-accent" : "fill-brand", x + i * u * 1.1, y - 2.5 * u, u * 0.85);
    c.path(
        "fill-card",
        Outline.from(x - 2.5 * u, y - 2.3 * u)
            .to(x + 2.5 * u, y - 2.3 * u)
            .cubic(x + 2.3 * u, y - 0.6 * u, x + 1.2 * u, y, x, y)
            .cubic(x - 1.2 * u, y, x - 2.3 * u, y - 0.6 * u, x - 2.5 * u, y - 2.3 * u)
            .close());
    c.path(
        "fill-line",
        Outline.from(x + 0.6 * u, y - 2.3 * u)
            .to(x + 2.5 * u, y - 2.3 * u)
            .cubic(x + 2.3 * u, y - 0.6 * u, x + 1.2 * u, y, x, y)
            .cubic(x + 0.9 * u, y - 0.5 * u, x + 1.1 * u, y - 1.4 * u, x + 0.6 * u, y - 2.3 * u)
            .close());
  }

  private static void pot(Canvas c, double x, double y, double u) {
    shadow(c, x, y, u * 2.1);
    c.rect("fill-accent", x - 2 * u, y - 2.5 * u, 4 * u, 2.5 * u, u * 0.35);
    c.rect("fill-ink opacity-20", x + 0.9 * u, y - 2.5 * u, 1.1 * u, 2.5 * u, u * 0.35);
    c.rect("fill-accent", x - 2.7 * u, y - 2.2 * u, 5.4 * u, 0.42 * u, u * 0.2);
    c.path(
        "fill-accent",
        Outline.from(x - 2 * u, y - 2.68 * u)
            .quad(x, y - 3.9 * u, x + 2 * u, y - 2.68 * u)
            .close());
    c.circle("fill-card", x, y - 3.45 * u, u * 0.28);
  }

  private static void cup(Canvas c, double x, double y, double u) {
    shadow(c, x, y, u * 1.5);
    c.ellipse("fill-card", x, y, u * 1.7, u * 0.3);
    c.circle("fill-none stroke-card stroke-[10]", x + 1.15 * u, y - 1.2 * u, u * 0.55);
    c.path(
        "fill-card",
        Outline.from(x - 1.1 * u, y - 2 * u)
            .to(x + 1.1 * u, y - 2 * u)
            .quad(x + 1 * u, y - 0.2 * u, x + 0.4 * u, y - 0.1 * u)
            .to(x - 0.4 * u, y - 0.1 * u)
            .quad(x - 1 * u, y - 0.2 * u, x - 1.1 * u, y - 2 * u)
            .close());
    c.ellipse("fill-inverse", x, y - 2 * u, u * 0.98, u * 0.18);
  }

  private static void bottle(Canvas c, double x, double y, double u, boolean tall, String glass) {
    double h = (tall ? 6 : 5) * u;
    shadow(c, x, y, u * 0.95);
    c.path(
        glass,
        Outline.from(x - 0.95 * u, y)
            .to(x - 0.95 * u, y - h * 0.52)
            .quad(x - 0.9 * u, y - h * 0.66, x - 0.36 * u, y - h * 0.72)
            .to(x - 0.36 * u, y - h)
            .to(x + 0.36 * u, y - h)
            .to(x + 0.36 * u, y - h * 0.72)
            .quad(x + 0.9 * u, y - h * 0.66, x + 0.95 * u, y - h * 0.52)
            .to(x + 0.95 * u, y)
            .close());
    c.rect("fill-card", x - 0.95 * u, y - h * 0.42, 1.9 * u, h * 0.22, 0);
    c.rect("fill-accent", x - 0.5 * u, y - h * 0.34, u, 0.14 * u, 0);
  }

  private static void fruit(Canvas c, double x, double y, double u) {
    shadow(c, x, y, u * 0.8);
    c.circle("fill-accent", x, y - 0.85 * u, u * 0.9);
    c.path(
        "fill-ink opacity-15",
        Outline.from(x + 0.3 * u, y - 1.7 * u)
            .arc(u * 0.9, true, x + 0.2 * u, y)
            .arc(u * 1.3, false, x + 0.3 * u, y - 1.7 * u)
            .close());
    c.path(
        "fill-brand",
        Outline.from(x, y - 1.7 * u)
            .quad(x + 0.2 * u, y - 2.4 * u, x + 0.95 * u, y - 2.2 * u)
            .quad(x + 0.7 * u, y - 1.6 * u, x, y - 1.7 * u)
            .close());
  }

  private static void vase(Canvas c, double x, double y, double u, String fill) {
    shadow(c, x, y, u * 1.1);
    double neck = (0.35 + c.random.nextDouble() * 0.4) * u;
    double belly = (1.5 + c.random.nextDouble() * 0.7) * u;
    double h = (4 + c.random.nextDouble() * 1.4) * u;
    for (int i = -1; i <= 1; i++) {
      double tip = x + i * 1.3 * u;
      c.path(
          "fill-none stroke-ink stroke-2",
          Outline.from(x, y - h).quad(x + i * 0.2 * u, y - h - u, tip, y - h - 1.9 * u));
      c.ellipse(i == 0 ? "fill-accent" : "fill-brand", tip, y - h - 2.1 * u, 0.42 * u, 0.62 * u);
    }
    c.path(
        fill,
        Outline.from(x - 0.8 * u, y)
            .cubic(x - belly * 1.3, y - h * 0.35, x - belly, y - h * 0.75, x - neck, y - h * 0.84)
            .to(x - neck - 0.14 * u, y - h)
            .to(x + neck + 0.14 * u, y - h)
            .to(x + neck, y - h * 0.84)
            .cubic(x + belly, y - h * 0.75, x + belly * 1.3, y - h * 0.35, x + 0.8 * u, y)
            .close());
    c.path(
        "fill-card opacity-30",
        Outline.from(x - 0.6 * u, y - 0.2 * u)
            .cubic(
                x - belly, y - h * 0.35, x - belly * 0.7, y - h * 0.7, x - neck * 0.7, y - h * 0.8)
            .cubic(
                x - belly * 0.3,
                y - h * 0.6,
                x - belly * 0.5,
                y - h * 0.3,
                x - 0.6 * u,
                y - 0.2 * u)
            .close());
  }

  private static void box(Canvas c, double x, double y, double u) {
    shadow(c, x, y, u * 1.7);
    c.rect("fill-card", x - 1.6 * u, y - 2.6 * u, 3.2 * u, 2.6 * u, 0);
    c.rect("fill-line", x + 0.7 * u, y - 2.6 * u, 0.9 * u, 2.6 * u, 0);
    c.rect("fill-accent", x - 0.35 * u, y - 2.6 * u, 0.7 * u, 2.6 * u, 0);
    c.rect("fill-card", x - 1.75 * u, y - 3.1 * u, 3.5 * u, 0.62 * u, 0);
    c.rect("fill-accent", x - 0.35 * u, y - 3.1 * u, 0.7 * u, 0.62 * u, 0);
  }
}
