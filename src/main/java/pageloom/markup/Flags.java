package pageloom.markup;

import java.util.Set;

/// Attributes that are there or not there, whatever they say.
final class Flags {
  private static final Set<String> NAMES =
      Set.of(
          "hidden",
          "inert",
          "disabled",
          "required",
          "readonly",
          "checked",
          "selected",
          "multiple",
          "open",
          "controls",
          "loop",
          "playsinline",
          "default",
          "reversed",
          "novalidate");

  private Flags() {}

  static boolean of(Node.Element element, String name) {
    return element.space() == Node.Space.HTML && NAMES.contains(name);
  }
}
