package pageloom.markup;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values of SVG attributes, which may refer to a paint, a clip or a filter of the same fragment as
/// `url(#id)` and to nothing else.
final class SvgValues {
  private static final Pattern REFERENCE =
      Pattern.compile("url\\(\\s*['\"]?#([^'\"\\s()]+)['\"]?\\s*\\)", Pattern.CASE_INSENSITIVE);

  private SvgValues() {}

  static Optional<String> clean(String value) {
    if (value.indexOf('(') < 0 && value.indexOf(':') < 0 && value.indexOf('\\') < 0) {
      return Optional.of(value);
    }
    String rest = REFERENCE.matcher(value).replaceAll("").toLowerCase(Locale.ROOT);
    boolean foreign =
        rest.contains("url(")
            || rest.contains("src(")
            || rest.contains("image(")
            || rest.contains("://")
            || rest.indexOf('\\') >= 0;
    return foreign ? Optional.empty() : Optional.of(renamed(value, UnaryOperator.identity()));
  }

  /// The value with every id in it renamed.
  static String renamed(String value, UnaryOperator<String> name) {
    if (value.indexOf('#') < 0) {
      return value;
    }
    return REFERENCE
        .matcher(value)
        .replaceAll(m -> Matcher.quoteReplacement("url(#" + name.apply(m.group(1)) + ")"));
  }
}
