package pageloom.author;

/// The outline of one shape, as SVG path data.
final class Outline {
  private final StringBuilder d = new StringBuilder();

  private Outline() {}

  static Outline empty() {
    return new Outline();
  }

  static Outline from(double x, double y) {
    return new Outline().move(x, y);
  }

  /// A closed outline through corners given as x, y, x, y, ...
  static Outline polygon(double... corners) {
    Outline path = from(corners[0], corners[1]);
    for (int i = 2; i < corners.length; i += 2) path.to(corners[i], corners[i + 1]);
    return path.close();
  }

  /// A closed smooth outline through the given points.
  static Outline blob(double... points) {
    int n = points.length / 2;
    Outline path = from((points[0] + points[2 * n - 2]) / 2, (points[1] + points[2 * n - 1]) / 2);
    for (int i = 0; i < n; i++) {
      int next = (i + 1) % n;
      path.quad(
          points[2 * i],
          points[2 * i + 1],
          (points[2 * i] + points[2 * next]) / 2,
          (points[2 * i + 1] + points[2 * next + 1]) / 2);
    }
    return path.close();
  }

  Outline move(double x, double y) {
    return add("M", x, y);
  }

  boolean isEmpty() {
    return d.isEmpty();
  }

  Outline to(double x, double y) {
    return add("L", x, y);
  }

  /// Adds a rectangle on whole coordinates to the outline.
  Outline box(double x, double y, double w, double h) {
    double whole = Math.rint(w);
    return add("M", Math.rint(x), Math.rint(y))
        .add("h", whole)
        .add("v", Math.rint(h))
        .add("h", -whole)
        .close();
  }

  Outline quad(double cx, double cy, double x, double y) {
    return add("Q", cx, cy, x, y);
  }

  Outline cubic(double ax, double ay, double bx, double by, double x, double y) {
    return add("C", ax, ay, bx, by, x, y);
  }

  /// An arc of a circle, the short way round.
  Outline arc(double radius, boolean clockwise, double x, double y) {
    d.append('A').append(Canvas.text(radius)).append(' ').append(Canvas.text(radius));
    d.append(clockwise ? " 0 0 1 " : " 0 0 0 ");
    d.append(Canvas.text(x)).append(' ').append(Canvas.text(y));
    return this;
  }

  Outline close() {
    d.append('Z');
    return this;
  }

  private Outline add(String command, double... numbers) {
    d.append(command);
    for (int i = 0; i < numbers.length; i++) {
      if (i > 0) d.append(' ');
      d.append(Canvas.text(numbers[i]));
    }
    return this;
  }

  @Override
  public String toString() {
    return d.toString();
  }
}
