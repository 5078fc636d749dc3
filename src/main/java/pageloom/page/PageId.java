package pageloom.page;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The name of a page: a random UUID in its canonical lower-case form.
///
/// @param value 36 characters, RFC 9562
public record PageId(String value) {
  public PageId {
    if (parse(value) == null) throw new IllegalArgumentException("not a page id");
  }

  /// A new id nobody has.
  public static PageId random() {
    return new PageId(UUID.randomUUID().toString());
  }

  /// The id that a stranger's text spells, if it is one.
  public static Optional<PageId> of(String text) {
    return parse(text) == null ? Optional.empty() : Optional.of(new PageId(text));
  }

  private static @Nullable UUID parse(String text) {
    try {
      var id = UUID.fromString(text);
      return id.toString().equals(text) ? id : null;
    } catch (IllegalArgumentException notOne) {
      return null;
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
