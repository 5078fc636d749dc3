package pageloom.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of one section, in one shape for every kind of section. Absent strings are empty, so
/// that data files may leave them out.
///
/// @param eyebrow the small line above the title
/// @param title the heading
/// @param text the paragraph under it
/// @param primary label of the main action
/// @param secondary label of the second action
/// @param note the fine print, or what a sample mark says
/// @param sample whether the section shows stand-ins that the owner must replace, and says so
/// @param items what repeats
public record Copy(
    String eyebrow,
    String title,
    String text,
    String primary,
    String secondary,
    String note,
    boolean sample,
    List<CopyItem> items) {
  public Copy {
    eyebrow = orEmpty(eyebrow);
    title = orEmpty(title);
    text = orEmpty(text);
    primary = orEmpty(primary);
    secondary = orEmpty(secondary);
    note = orEmpty(note);
    items = items == null ? List.of() : List.copyOf(items);
  }

  static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
