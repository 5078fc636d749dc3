package pageloom.author;

import java.util.ArrayList;
import java.util.List;
import pageloom.plan.CopyItem;

/// One side of a comparison: its name and what it says to each question.
///
/// @param first whether it is the brand's own
record ComparisonColumn(String name, List<Row> rows, boolean first) {
  /// A question and the answer to it.
  record Row(String name, String value) {}

  /// The first item names the columns; every other is a row across them.
  static List<ComparisonColumn> of(List<CopyItem> items) {
    List<ComparisonColumn> columns = new ArrayList<>();
    List<String> names = items.isEmpty() ? List.of() : items.getFirst().points();
    for (int i = 0; i < names.size(); i++) {
      int column = i;
      List<Row> rows =
          items.stream()
              .skip(1)
              .filter(item -> item.points().size() > column)
              .map(item -> new Row(item.title(), item.points().get(column)))
              .toList();
      columns.add(new ComparisonColumn(names.get(i), rows, i == 0));
    }
    return columns;
  }
}
