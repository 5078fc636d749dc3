package pageloom.markup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Which class tokens a section may carry. A utility class may hold CSS of its own in brackets, so
/// a token that could load something, or hide in CSS escapes that it does, goes.
final class ClassPolicy {
  private static final Set<String> LOADING =
      Set.of("url(", "src(", "image(", "image-set(", "cross-fade(", "element(", "paint(", "//");

  private ClassPolicy() {}

  static Optional<String> clean(List<String> words) {
    Set<String> tokens = new LinkedHashSet<>(words);
    tokens.removeIf(token -> !allowed(token));
    return tokens.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", tokens));
  }

  private static boolean allowed(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    return token.chars().noneMatch(c -> c == '\\' || c == '{' || c == '}' || c == ';')
        && LOADING.stream().noneMatch(lower::contains);
  }
}
