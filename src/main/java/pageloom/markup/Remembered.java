package pageloom.markup;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What follows from a text alone, worked out once for texts that come again and again, as classes
/// do. Each text has two places, which it shares with others; a new one takes the first, and what
/// was there the second. So no input, however odd, takes more memory than the places, or keeps what
/// is common out for long.
///
/// Any thread: an entry is immutable, and a race costs at most working it out again.
///
/// @param <V> immutable
final class Remembered<V> {
  private record Entry<V>(String text, V value) {}

  private final AtomicReferenceArray<@Nullable Entry<V>> places;
  private final int longest;
  private final Function<String, V> working;

  /// @param places a power of two
  /// @param longest length of a text that is worth a place
  Remembered(int places, int longest, Function<String, V> working) {
    this.places = new AtomicReferenceArray<>(places);
    this.longest = longest;
    this.working = working;
  }

  V of(String text) {
    if (text.length() > longest) {
      return working.apply(text);
    }
    int hash = text.hashCode();
    int place = (hash ^ (hash >>> 16)) & (places.length() - 1);
    Entry<V> first = places.get(place);
    if (first != null && first.text.equals(text)) {
      return first.value;
    }
    Entry<V> second = places.get(place ^ 1);
    if (second != null && second.text.equals(text)) {
      return second.value;
    }
    V value = working.apply(text);
    places.set(place ^ 1, first);
    places.set(place, new Entry<>(text, value));
    return value;
  }
}
