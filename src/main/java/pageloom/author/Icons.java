package pageloom.author;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.Map;

/// The built-in icons: strokes of one weight on a 24 by 24 grid, in the colour of the text around
/// them, hidden from screen readers because the text beside them says it.
final class Icons {
  private static final Map<String, String> SHAPES =
      new Gson()
          .fromJson(
              Resources.text("icons.json"), new TypeToken<Map<String, String>>() {}.getType());
  private static final String NEUTRAL = "<circle cx=\"12\" cy=\"12\" r=\"3\"/>";

  private Icons() {}

  /// An `svg` element that fills its box; an unknown name gives a neutral dot.
  static String svg(String name) {
    return "<svg viewBox=\"0 0 24 24\" class=\"block size-full\" fill=\"none\""
        + " stroke=\"currentColor\" stroke-width=\"1.75\" stroke-linecap=\"round\""
        + " stroke-linejoin=\"round\" aria-hidden=\"true\">"
        + SHAPES.getOrDefault(name, NEUTRAL)
        + "</svg>";
  }
}
