package pageloom.markup;

import static java.util.Map.entry;
import static pageloom.markup.ValueRule.COUNT;
import static pageloom.markup.ValueRule.FIELD_NAME;
import static pageloom.markup.ValueRule.FLAG;
import static pageloom.markup.ValueRule.IMAGE;
import static pageloom.markup.ValueRule.IMAGE_SET;
import static pageloom.markup.ValueRule.LENGTH;
import static pageloom.markup.ValueRule.LINK;
import static pageloom.markup.ValueRule.MEDIA;
import static pageloom.markup.ValueRule.NUMBER;
import static pageloom.markup.ValueRule.TEXT;
import static pageloom.markup.ValueRule.WHOLE;
import static pageloom.markup.ValueRule.oneOf;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which attributes an HTML element may have besides those that every element may have
/// ([AllowedAttributes]).
final class HtmlAttributes {
  private static final ValueRule TOKEN = TEXT;
  private static final ValueRule PRELOAD = oneOf("none", "metadata");

  private static final Map<String, ValueRule> FIELD =
      Map.of(
          "name",
          FIELD_NAME,
          "disabled",
          FLAG,
          "required",
          FLAG,
          "readonly",
          FLAG,
          "form",
          TOKEN,
          "autocomplete",
          TOKEN,
          "placeholder",
          TEXT,
          "maxlength",
          COUNT,
          "minlength",
          COUNT);

  private static final Map<String, ValueRule> PLAYER =
      Map.of(
          "src",
          MEDIA,
          "controls",
          FLAG,
          "loop",
          FLAG,
          "preload",
          PRELOAD,
          "poster",
          IMAGE,
          "width",
          LENGTH,
          "height",
          LENGTH,
          "playsinline",
          FLAG);

  private static final Map<String, ValueRule> CELL =
      Map.of(
          "colspan",
          COUNT,
          "rowspan",
          COUNT,
          "headers",
          TOKEN,
          "abbr",
          TEXT,
          "scope",
          oneOf("row", "col", "rowgroup", "colgroup"));

  private static final Map<String, Map<String, ValueRule>> BY_ELEMENT =
      Map.ofEntries(
          entry("a", Map.of("href", LINK, "target", oneOf("_blank"))),
          entry(
              "img",
              Map.of(
                  "src",
                  IMAGE,
                  "srcset",
                  IMAGE_SET,
                  "sizes",
                  TEXT,
                  "alt",
                  TEXT,
                  "width",
                  LENGTH,
                  "height",
                  LENGTH,
                  "loading",
                  oneOf("lazy", "eager"),
                  "decoding",
                  oneOf("async", "sync", "auto"))),
          entry(
              "source",
              Map.of(
                  "src", MEDIA, "srcset", IMAGE_SET, "sizes", TEXT, "media", TEXT, "type", TEXT,
                  "width", LENGTH, "height", LENGTH)),
          entry("video", PLAYER),
          entry("audio", PLAYER),
          entry(
              "track",
              Map.of(
                  "src",
                  MEDIA,
                  "srclang",
                  TOKEN,
                  "label",
                  TEXT,
                  "default",
                  FLAG,
                  "kind",
                  oneOf("subtitles", "captions", "descriptions", "chapters"))),
          entry("td", CELL),
          entry("th", CELL),
          entry("col", Map.of("span", COUNT)),
          entry("colgroup", Map.of("span", COUNT)),
          entry(
              "ol",
              Map.of(
                  "start",
                  WHOLE,
                  "reversed",
                  FLAG,
                  "type",
                  value ->
                      Optional.of(value)
                          .filter("1 a A i I"::contains)
                          .filter(v -> v.length() == 1 && !v.isBlank()))),
          entry("li", Map.of("value", WHOLE)),
          entry("label", Map.of("for", TOKEN)),
          entry("output", Map.of("for", TOKEN, "name", FIELD_NAME, "form", TOKEN)),
          entry("form", Map.of("autocomplete", oneOf("on", "off"), "novalidate", FLAG)),
          entry("fieldset", Map.of("disabled", FLAG, "name", FIELD_NAME, "form", TOKEN)),
          entry(
              "button",
              Map.of(
                  "type",
                  TOKEN,
                  "name",
                  FIELD_NAME,
                  "value",
                  TEXT,
                  "disabled",
                  FLAG,
                  "form",
                  TOKEN,
                  "popovertarget",
                  TOKEN,
                  "popovertargetaction",
                  oneOf("show", "hide", "toggle"))),
          entry(
              "input",
              with(
                  FIELD,
                  Map.of(
                      "type",
                      TOKEN,
                      "value",
                      TEXT,
                      "checked",
                      FLAG,
                      "min",
                      TEXT,
                      "max",
                      TEXT,
                      "step",
                      TEXT,
                      "size",
                      COUNT,
                      "multiple",
                      FLAG,
                      "list",
                      TOKEN,
                      "accept",
                      TEXT))),
          entry(
              "textarea",
              with(FIELD, Map.of("rows", COUNT, "cols", COUNT, "wrap", oneOf("soft", "hard")))),
          entry(
              "select",
              Map.of(
                  "name",
                  FIELD_NAME,
                  "disabled",
                  FLAG,
                  "required",
                  FLAG,
                  "form",
                  TOKEN,
                  "autocomplete",
                  TOKEN,
                  "multiple",
                  FLAG,
                  "size",
                  COUNT)),
          entry("option", Map.of("value", TEXT, "label", TEXT, "selected", FLAG, "disabled", FLAG)),
          entry("optgroup", Map.of("label", TEXT, "disabled", FLAG)),
          entry("progress", Map.of("value", NUMBER, "max", NUMBER)),
          entry(
              "meter",
              Map.of(
                  "value", NUMBER, "min", NUMBER, "max", NUMBER, "low", NUMBER, "high", NUMBER,
                  "optimum", NUMBER)),
          entry("details", Map.of("open", FLAG, "name", FIELD_NAME)),
          entry("dialog", Map.of("open", FLAG)),
          entry("time", Map.of("datetime", TEXT)),
          entry("ins", Map.of("datetime", TEXT)),
          entry("del", Map.of("datetime", TEXT)),
          entry("data", Map.of("value", TEXT)));

  private HtmlAttributes() {}

  static Optional<ValueRule> rule(String element, String attribute) {
    return Optional.ofNullable(BY_ELEMENT.getOrDefault(element, Map.of()).get(attribute));
  }

  private static Map<String, ValueRule> with(
      Map<String, ValueRule> some, Map<String, ValueRule> more) {
    var all = new HashMap<>(some);
    all.putAll(more);
    return Map.copyOf(all);
  }
}
