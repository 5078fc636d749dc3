package pageloom.author;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import pageloom.plan.CopyItem;
import pageloom.plan.MonthlyPrice;

/// One repeated thing of a section, as templates name its parts.
///
/// @param all the section's items in order, itself included
/// @param anchor of the section
record PatternItem(CopyItem copy, int index, List<CopyItem> all, String anchor, Artwork artwork) {
  /// Another item, as the target of a link.
  record Neighbour(String id, String title) {}

  /// Counted from `01`.
  static String counted(int index) {
    return String.format(Locale.ROOT, "%02d", index + 1);
  }

  String title() {
    return copy.title();
  }

  String text() {
    return copy.text();
  }

  String label() {
    return copy.label();
  }

  /// Whether the label is words rather than a figure, too wide for very large type.
  boolean longLabel() {
    boolean figure = copy.label().chars().anyMatch(Character::isDigit);
    return copy.label().length() > (figure ? 14 : 9);
  }

  String meta() {
    return copy.meta();
  }

  boolean hasIcon() {
    return !copy.icon().isEmpty();
  }

  String icon() {
    return hasIcon() ? Icons.svg(copy.icon()) : "";
  }

  String art() {
    return artwork.item(index);
  }

  /// The same picture in landscape.
  String wideArt() {
    return artwork.wideItem(index);
  }

  /// What a monthly price comes to in a year; null for any other.
  @Nullable MonthlyPrice yearly() {
    return MonthlyPrice.of(copy).orElse(null);
  }

  @Nullable Neighbour previous() {
    return neighbour(index - 1);
  }

  @Nullable Neighbour next() {
    return neighbour(index + 1);
  }

  private @Nullable Neighbour neighbour(int at) {
    return at < 0 || at >= all.size() ? null : new Neighbour(id(at), all.get(at).title());
  }

  List<String> points() {
    return copy.points();
  }

  boolean hasPoints() {
    return !copy.points().isEmpty();
  }

  boolean featured() {
    return copy.featured();
  }

  /// Counted from `01`.
  String number() {
    return counted(index);
  }

  boolean first() {
    return index == 0;
  }

  boolean last() {
    return index == all.size() - 1;
  }

  /// Whether it is the second, fourth, sixth ... of its list.
  boolean even() {
    return index % 2 == 1;
  }

  String id() {
    return id(index);
  }

  private String id(int at) {
    return anchor + "-item-" + (at + 1);
  }
}
