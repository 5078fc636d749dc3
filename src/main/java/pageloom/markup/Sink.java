package pageloom.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Gathers findings: the same fault in many places is one, and of each kind there are no more than
/// one reads.
final class Sink {
  static final int MAX_PER_KIND = 10;
  private static final int MAX_SAID = 60;
  private static final Pattern GAP = Pattern.compile("[\\s\\p{Cntrl}]+");

  private record Fault(Finding.Kind kind, String message) {}

  private final Map<Fault, TreeSet<Integer>> found = new LinkedHashMap<>();
  private final Map<Finding.Kind, Integer> counts = new LinkedHashMap<>();

  void found(Finding.Kind kind, String message) {
    found(kind, 0, message);
  }

  /// @param line from 1; 0 if it is unknown
  void found(Finding.Kind kind, int line, String message) {
    var fault = new Fault(kind, message);
    TreeSet<Integer> lines = found.get(fault);
    if (lines == null) {
      if (counts.merge(kind, 1, Integer::sum) > MAX_PER_KIND) {
        return;
      }
      lines = new TreeSet<>();
      found.put(fault, lines);
    }
    if (line > 0) {
      lines.add(line);
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Finding> list() {
    List<Finding> list = new ArrayList<>();
    found.forEach((f, lines) -> list.add(new Finding(f.kind, f.message, List.copyOf(lines))));
    return List.copyOf(list);
  }

  /// Words of the fragment as a message may quote them: one line, not long, in quotes.
  static String quoted(String text) {
    return "\"" + shortened(text) + "\"";
  }

  static String shortened(String text) {
    String line = GAP.matcher(text).replaceAll(" ").strip();
    if (line.length() <= MAX_SAID) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(MAX_SAID - 1)) ? MAX_SAID - 1 : MAX_SAID;
    return line.substring(0, end) + "…";
  }
}
