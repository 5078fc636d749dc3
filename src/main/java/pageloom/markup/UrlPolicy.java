package pageloom.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a section may point, and what it may load. Browsers skip controls and white space in front
/// of a scheme, and tabs and line ends inside it, so they are taken out before anything is looked
/// at, and what was looked at is what is written.
final class UrlPolicy {
  /// Where a link leads whose own target made no sense in a page of sections.
  static final String NOWHERE = "#";

  private static final int MAX_LENGTH = 2048;
  private static final Pattern SKIPPED = Pattern.compile("[\\x00-\\x1F\\x7F]+");
  private static final Pattern EXTERNAL =
      Pattern.compile("https?://[^/\\\\\\s].*", Pattern.CASE_INSENSITIVE);
  private static final Pattern SECURE =
      Pattern.compile("https://[^/\\\\\\s].*", Pattern.CASE_INSENSITIVE);
  private static final Pattern PERSON =
      Pattern.compile("(?:mailto|tel|sms):\\S.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.\\-]*:.*");
  private static final Pattern RASTER =
      Pattern.compile("data:image/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/]+={0,2}");
  private static final Pattern CANDIDATE =
      Pattern.compile("\\s*(https://[^\\s,]+)(?:\\s+(\\d+(?:\\.\\d+)?[wx]))?\\s*");

  private UrlPolicy() {}

  /// A link: `http:`, `https:`, `mailto:`, `tel:`, `sms:` or a place in the page. A path has no
  /// page to lead to and leads nowhere; any other scheme is no link.
  static Optional<String> link(String value) {
    String url = tidy(value);
    if (url.startsWith("#") || allowed(EXTERNAL, url) || allowed(PERSON, url)) {
      return Optional.of(url);
    }
    return SCHEME.matcher(url).matches() || url.length() > MAX_LENGTH
        ? Optional.empty()
        : Optional.of(NOWHERE);
  }

  static boolean isExternal(String link) {
    return EXTERNAL.matcher(link).matches();
  }

  /// A picture: `https:`, or raster data in the URL itself.
  static Optional<String> image(String value) {
    String url = tidy(value);
    return allowed(SECURE, url) || RASTER.matcher(url).matches()
        ? Optional.of(url)
        : Optional.empty();
  }

  /// Sound, film, captions: `https:`.
  static Optional<String> media(String value) {
    String url = tidy(value);
    return allowed(SECURE, url) ? Optional.of(url) : Optional.empty();
  }

  /// A list of pictures with their widths or densities; one that is not `https:` takes the whole
  /// list along.
  static Optional<String> imageSet(String value) {
    List<String> candidates = new ArrayList<>();
    for (String candidate : tidy(value).split(",", -1)) {
      Matcher matcher = CANDIDATE.matcher(candidate);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      String size = matcher.group(2);
      candidates.add(size == null ? matcher.group(1) : matcher.group(1) + " " + size);
    }
    return Optional.of(String.join(", ", candidates));
  }

  /// Something in the same fragment.
  static Optional<String> local(String value) {
    String url = tidy(value);
    return url.length() > 1 && url.startsWith("#") ? Optional.of(url) : Optional.empty();
  }

  private static boolean allowed(Pattern pattern, String url) {
    return url.length() <= MAX_LENGTH && pattern.matcher(url).matches();
  }

  private static String tidy(String value) {
    return SKIPPED.matcher(value).replaceAll("").strip();
  }
}
