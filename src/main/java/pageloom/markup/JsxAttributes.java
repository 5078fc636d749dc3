package pageloom.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Attributes as React's components take them, such that the element gets exactly the same ones.
final class JsxAttributes {
  /// Fields whose value a reader cannot change: React sets it once in any case.
  private static final Set<String> FIXED_INPUTS = Set.of("button", "checkbox", "radio", "reset");

  private static final Set<String> NUMBERS =
      Set.of(
          "colspan",
          "rowspan",
          "tabindex",
          "maxlength",
          "minlength",
          "rows",
          "cols",
          "size",
          "span",
          "start",
          "low",
          "high",
          "optimum",
          "aria-colcount",
          "aria-colindex",
          "aria-colspan",
          "aria-level",
          "aria-posinset",
          "aria-rowcount",
          "aria-rowindex",
          "aria-rowspan",
          "aria-setsize",
          "aria-valuemax",
          "aria-valuemin",
          "aria-valuenow");

  private static final Pattern NUMBER =
      Pattern.compile("0|-?[1-9]\\d{0,8}|-?(?:0|[1-9]\\d{0,8})\\.\\d{0,5}[1-9]");

  private final boolean typed;

  JsxAttributes(boolean typed) {
    this.typed = typed;
  }

  List<String> of(Node.Element element) {
    List<String> attributes = new ArrayList<>();
    element.attributes().forEach((name, value) -> attributes.add(attribute(element, name, value)));
    if (element.is("select")) {
      defaultChoice(element, attributes);
    } else if (element.is("textarea")) {
      element.children().stream()
          .filter(Node.Text.class::isInstance)
          .map(Node.Text.class::cast)
          .findFirst()
          .ifPresent(text -> attributes.add(quoted("defaultValue", text.text())));
    }
    attributes.removeIf(String::isEmpty);
    return attributes;
  }

  private String attribute(Node.Element element, String name, String value) {
    if (element.is("input") && name.equals("value")) {
      String type = element.attribute("type").orElse("text");
      return quoted(FIXED_INPUTS.contains(type) ? "value" : "defaultValue", value);
    }
    if (element.is("input") && name.equals("checked")) {
      return "defaultChecked";
    }
    if (element.is("option") && name.equals("selected")) {
      return "";
    }
    if (name.equals("style")) {
      return "style={" + JsxStyle.object(value) + "}";
    }
    if (name.equals("inert")) {
      // React before 19 knows no such flag and takes a string; later ones take any that is not
      // empty.
      return typed ? "{...({ inert: \"true\" } as object)}" : "inert=\"true\"";
    }
    String prop = JsxNames.of(element, name);
    if (Flags.of(element, name)) {
      return prop;
    }
    if (NUMBERS.contains(name) && NUMBER.matcher(value).matches()) {
      return prop + "={" + value + "}";
    }
    return quoted(prop, value);
  }

  private static void defaultChoice(Node.Element select, List<String> attributes) {
    List<String> chosen = new ArrayList<>();
    chosen(select, chosen);
    if (chosen.isEmpty()) {
      return;
    }
    if (select.has("multiple")) {
      List<String> literals = chosen.stream().map(JsString::literal).toList();
      attributes.add("defaultValue={[" + String.join(", ", literals) + "]}");
    } else {
      attributes.add(quoted("defaultValue", chosen.getLast()));
    }
  }

  private static void chosen(Node.Element parent, List<String> chosen) {
    for (Node child : parent.children()) {
      if (child instanceof Node.Element element) {
        if (element.is("option") && element.has("selected")) {
          chosen.add(FormLooks.value(element));
        }
        chosen(element, chosen);
      }
    }
  }

  private static String quoted(String name, String value) {
    if (!isQuotable(value)) {
      return name + "={" + JsString.literal(value) + "}";
    }
    char quote = value.indexOf('"') < 0 ? '"' : '\'';
    return name + "=" + quote + value + quote;
  }

  /// A quoted attribute has no escapes but entities, and one of two quotes.
  private static boolean isQuotable(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!JsString.isPlain(c) || (c == '&' && startsEntity(value, i))) {
        return false;
      }
    }
    return value.indexOf('"') < 0 || value.indexOf('\'') < 0;
  }

  private static boolean startsEntity(String value, int ampersand) {
    if (ampersand + 1 == value.length()) {
      return false;
    }
    char next = value.charAt(ampersand + 1);
    return next == '#' || Character.isLetterOrDigit(next);
  }
}
