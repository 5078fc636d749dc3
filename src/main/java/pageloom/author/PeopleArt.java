package pageloom.author;

/// A person who is nobody: head and shoulders in flat shapes, where a real portrait belongs.
final class PeopleArt {
  private PeopleArt() {}

  static void portrait(Canvas c) {
    c.ground(c.oneOf("fill-tint", "fill-subtle", "fill-accent", "fill-inverse"));
    double u = Math.min(c.width, c.height) / 10.0;
    double x = c.width / 2.0;
    double head = c.height * 0.42;
    String hair = c.oneOf("fill-inverse", "fill-brand-ink", "fill-ink");
    String skin = "fill-card";
    int cut = c.random.nextInt(4);
    c.circle("fill-brand opacity-20", x + u * c.between(-2, 2), head, u * 3.6);
    if (cut == 0) c.rect(hair, x - 2.25 * u, head - 2.4 * u, 4.5 * u, 5.4 * u, 2.2 * u);
    if (cut == 1) c.circle(hair, x, head - 2.5 * u, u * 1.1);
    c.path(
        "fill-brand",
        Outline.from(x - 4 * u, c.height)
            .cubic(x - 4 * u, head + 4 * u, x - 2.4 * u, head + 2.9 * u, x, head + 2.9 * u)
            .cubic(x + 2.4 * u, head + 2.9 * u, x + 4 * u, head + 4 * u, x + 4 * u, c.height)
            .close());
    c.rect(skin, x - 0.75 * u, head + u, 1.5 * u, 2.6 * u, 0.75 * u);
    c.ellipse(skin, x, head, 1.65 * u, 2 * u);
    Outline fringe =
        Outline.from(x - 1.85 * u, head + 0.2 * u)
            .cubic(
                x - 2.1 * u, head - 3 * u, x + 2.1 * u, head - 3 * u, x + 1.85 * u, head + 0.2 * u);
    if (cut % 2 == 0)
      fringe
          .quad(x + 1.2 * u, head - 1.4 * u, x - 0.7 * u, head - 1.3 * u)
          .quad(x - 1.5 * u, head - u, x - 1.85 * u, head + 0.2 * u);
    else
      fringe
          .quad(x + 1.1 * u, head - 1.2 * u, x, head - 1.2 * u)
          .quad(x - 1.1 * u, head - 1.2 * u, x - 1.85 * u, head + 0.2 * u);
    c.path(hair, fringe.close());
  }
}
