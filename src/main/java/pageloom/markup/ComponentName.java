package pageloom.markup;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// A name for a component out of a name for a section.
final class ComponentName {
  private static final int MAX_LENGTH = 60;

  /// Names that code around a component means something else by.
  private static final Set<String> TAKEN =
      Set.of(
          "React",
          "ReactElement",
          "ReactDOM",
          "Fragment",
          "Suspense",
          "Infinity",
          "NaN",
          "Object",
          "Function",
          "Array",
          "String",
          "Number",
          "Boolean",
          "Symbol",
          "Promise",
          "Error",
          "Map",
          "Set",
          "Date",
          "Math",
          "JSON",
          "Proxy",
          "Reflect",
          "Intl",
          "Image",
          "Option",
          "Text",
          "Event",
          "Element",
          "Node",
          "Document",
          "Component");

  private ComponentName() {}

  static String of(String sectionName) {
    var name = new StringBuilder();
    boolean start = true;
    for (int c : Normalizer.normalize(sectionName, Normalizer.Form.NFC).codePoints().toArray()) {
      // Beyond the basic plane, older engines disagree about what a letter is.
      if (c > 0xFFFF || !Character.isLetterOrDigit(c)) {
        start = c != '\'' && c != '’';
      } else if (name.length() < MAX_LENGTH) {
        name.append(start ? upper(c) : Character.toString(c));
        start = false;
      }
    }
    boolean named = name.length() > 0 && Character.isLetter(name.charAt(0));
    String plain = named ? name.toString() : "Section" + name;
    return TAKEN.contains(plain) ? plain + "Section" : plain;
  }

  private static String upper(int letter) {
    return Character.toString(letter).toUpperCase(Locale.ROOT);
  }
}
