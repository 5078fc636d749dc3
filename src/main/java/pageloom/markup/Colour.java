package pageloom.markup;

import java.util.Optional;
import java.util.regex.Pattern;

/// A colour of sRGB, each part from 0 to 1. Contrast is that of WCAG 2.2, "contrast ratio".
record Colour(double red, double green, double blue) {
  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");

  private static final Remembered<Optional<Colour>> KNOWN = new Remembered<>(256, 7, Colour::read);

  static Optional<Colour> of(String hex) {
    return KNOWN.of(hex);
  }

  private static Optional<Colour> read(String hex) {
    if (!HEX.matcher(hex).matches()) {
      return Optional.empty();
    }
    return Optional.of(new Colour(part(hex, 1), part(hex, 3), part(hex, 5)));
  }

  /// This colour painted with an opacity over another.
  Colour over(Colour below, double alpha) {
    return new Colour(
        red * alpha + below.red * (1 - alpha),
        green * alpha + below.green * (1 - alpha),
        blue * alpha + below.blue * (1 - alpha));
  }

  double contrast(Colour other) {
    double a = luminance();
    double b = other.luminance();
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static double part(String hex, int at) {
    return Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
  }
}
