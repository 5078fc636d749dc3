package pageloom.plan;

import java.util.ArrayList;
import java.util.List;

/// One layout for each section of a page, so that neighbours share a layout id only where no choice
/// avoids it.
final class LayoutChoice {
  private LayoutChoice() {}

  /// @param kinds the sections' kinds in order
  static List<String> choose(List<SectionKind> kinds, Draw draw) {
    int[][] clashesAhead = clashesAhead(kinds);
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      List<String> layouts = kinds.get(i).layouts();
      String before = i == 0 ? "" : chosen.get(i - 1);
      int fewest = Integer.MAX_VALUE;
      List<String> best = new ArrayList<>();
      for (int j = 0; j < layouts.size(); j++) {
        int clashes = clashesAhead[i][j] + (layouts.get(j).equals(before) ? 1 : 0);
        if (clashes < fewest) best.clear();
        if (clashes <= fewest) best.add(layouts.get(j));
        fewest = Math.min(fewest, clashes);
      }
      chosen.add(draw.of(best, "layout " + i + " " + kinds.get(i).id()));
    }
    return chosen;
  }

  /// For each section and layout, the fewest clashes that the sections after it can get by with.
  private static int[][] clashesAhead(List<SectionKind> kinds) {
    int[][] ahead = new int[kinds.size()][];
    for (int i = kinds.size() - 1; i >= 0; i--) {
      List<String> layouts = kinds.get(i).layouts();
      ahead[i] = new int[layouts.size()];
      if (i == kinds.size() - 1) continue;
      List<String> next = kinds.get(i + 1).layouts();
      for (int j = 0; j < layouts.size(); j++) {
        int fewest = Integer.MAX_VALUE;
        for (int k = 0; k < next.size(); k++) {
          int clash = next.get(k).equals(layouts.get(j)) ? 1 : 0;
          fewest = Math.min(fewest, clash + ahead[i + 1][k]);
        }
        ahead[i][j] = fewest;
      }
    }
    return ahead;
  }
}
