package pageloom.markup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Forms keep their looks and do nothing: every button is a plain button, every field one that a
/// reader can see, and no state is spelled in two ways.
final class FormLooks {
  private static final Set<String> INPUT_TYPES =
      Set.of(
          "text",
          "email",
          "tel",
          "url",
          "search",
          "number",
          "range",
          "date",
          "time",
          "month",
          "week",
          "datetime-local",
          "color",
          "checkbox",
          "radio",
          "password",
          "file",
          "button",
          "reset");
  private static final Set<String> TICKED = Set.of("checkbox", "radio");

  private FormLooks() {}

  /// The attributes of a form element in their one spelling; others pass through.
  static SequencedMap<String, String> of(
      Node.Element source, SequencedMap<String, String> kept, Removals removals) {
    if (!source.is("button") && !source.is("input")) {
      return kept;
    }
    var attributes = new LinkedHashMap<>(kept);
    if (source.is("button")) {
      attributes.putFirst("type", "reset".equals(lower(kept.get("type"))) ? "reset" : "button");
    } else {
      String type = inputType(lower(kept.get("type")));
      if (kept.containsKey("type")) {
        attributes.put("type", type);
      }
      if (attributes.containsKey("checked") && !TICKED.contains(type)) {
        attributes.remove("checked");
        removals.attribute("checked", "input");
      }
      if (type.equals("file")) {
        attributes.remove("value");
      }
    }
    return attributes;
  }

  /// A `select` with at most one choice, but for a list of many, that can be told by its value.
  static Node.Element of(Node.Element element) {
    return element.is("select") || element.is("datalist")
        ? new Choices(element).settled()
        : element;
  }

  private static String inputType(String type) {
    if (INPUT_TYPES.contains(type)) {
      return type;
    }
    return type.equals("submit") || type.equals("image") ? "button" : "text";
  }

  private static String lower(@Nullable String value) {
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }

  /// The options of one `select`, told apart by their values.
  private static final class Choices {
    private final Node.Element select;
    private final Set<String> seen = new HashSet<>();
    private final boolean many;
    private String last = "";

    Choices(Node.Element select) {
      this.select = select;
      this.many = select.has("multiple");
    }

    Node.Element settled() {
      Node.Element distinct = walk(select, true);
      return many ? distinct : walk(distinct, false);
    }

    private Node.Element walk(Node.Element parent, boolean first) {
      List<Node> children = new ArrayList<>();
      for (Node child : parent.children()) {
        if (child instanceof Node.Element option && option.is("option")) {
          children.add(first ? distinct(option) : only(option));
        } else if (child instanceof Node.Element group) {
          children.add(walk(group, first));
        }
      }
      return parent.with(children);
    }

    private Node.Element distinct(Node.Element option) {
      String value = value(option);
      boolean known = !seen.add(value);
      if (option.has("selected")) {
        if (known || select.is("datalist")) {
          return unselected(option);
        }
        last = value;
      }
      return option;
    }

    private Node.Element only(Node.Element option) {
      return option.has("selected") && !value(option).equals(last) ? unselected(option) : option;
    }

    private static Node.Element unselected(Node.Element option) {
      var attributes = new LinkedHashMap<>(option.attributes());
      attributes.remove("selected");
      return option.with(attributes);
    }
  }

  /// What an option stands for: its value, or its words.
  static String value(Node.Element option) {
    return option
        .attribute("value")
        .orElseGet(() -> String.join(" ", Characters.words(words(option))));
  }

  private static String words(Node.Element option) {
    var words = new StringBuilder();
    for (Node child : option.children()) {
      if (child instanceof Node.Text(String text)) {
        words.append(text);
      }
    }
    return words.toString();
  }
}
