package pageloom.plan;

import java.util.List;

/// One repeated thing in a section: a feature, a plan, a dish, a question. Absent strings are
/// empty.
///
/// @param title its name
/// @param text a sentence about it
/// @param label the short figure beside it: a price, a time, a year
/// @param meta the small line: a role, a course, a period
/// @param icon name of a built-in icon
/// @param points short lines, e.g. what a plan includes
/// @param featured whether it is the one to point at
public record CopyItem(
    String title,
    String text,
    String label,
    String meta,
    String icon,
    List<String> points,
    boolean featured) {
  public CopyItem {
    title = Copy.orEmpty(title);
    text = Copy.orEmpty(text);
    label = Copy.orEmpty(label);
    meta = Copy.orEmpty(meta);
    icon = Copy.orEmpty(icon);
    points = points == null ? List.of() : List.copyOf(points);
  }
}
