package pageloom.markup;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What one sanitizing took out: each kind once, names only, and no more names than a person reads.
final class Removals {
  private static final int MAX_KINDS = 50;
  private static final int MAX_NAME = 40;

  private final Set<String> kinds = new LinkedHashSet<>();

  void element(String name) {
    add("<" + shortened(name) + ">");
  }

  void attribute(String name, String element) {
    add(shortened(name) + " on <" + shortened(element) + ">");
  }

  List<String> list() {
    return List.copyOf(kinds);
  }

  private void add(String kind) {
    if (kinds.size() < MAX_KINDS) {
      kinds.add(kind);
    }
  }

  private static String shortened(String name) {
    return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "…";
  }
}
