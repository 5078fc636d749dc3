package pageloom.markup;

import static java.util.Map.entry;
import static pageloom.markup.ValueRule.TEXT;
import static pageloom.markup.ValueRule.oneOf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;

/// Which attributes a kept element keeps, with the values they may have.
final class AllowedAttributes {
  private static final Pattern OPEN_ENDED = Pattern.compile("(?:aria|data)-[a-z][a-z0-9\\-]*");

  private static final ValueRule YES_NO = oneOf("true", "false");

  /// States and properties of ARIA that are one of a few words.
  private static final Map<String, ValueRule> ARIA =
      Map.ofEntries(
          entry("aria-atomic", YES_NO),
          entry("aria-busy", YES_NO),
          entry("aria-disabled", YES_NO),
          entry("aria-expanded", YES_NO),
          entry("aria-hidden", YES_NO),
          entry("aria-modal", YES_NO),
          entry("aria-multiselectable", YES_NO),
          entry("aria-readonly", YES_NO),
          entry("aria-required", YES_NO),
          entry("aria-selected", YES_NO),
          entry("aria-checked", oneOf("true", "false", "mixed")),
          entry("aria-pressed", oneOf("true", "false", "mixed")),
          entry("aria-live", oneOf("off", "polite", "assertive")),
          entry("aria-orientation", oneOf("horizontal", "vertical")),
          entry("aria-sort", oneOf("none", "ascending", "descending", "other")),
          entry(
              "aria-current", oneOf("page", "step", "location", "date", "time", "true", "false")));

  private static final Map<String, ValueRule> GLOBAL =
      Map.ofEntries(
          entry("class", ValueRule.CLASSES),
          entry("id", TEXT),
          entry("role", TEXT),
          entry("title", TEXT),
          entry("lang", TEXT),
          entry("dir", oneOf("ltr", "rtl", "auto")),
          entry("tabindex", ValueRule.TAB),
          entry("hidden", ValueRule.FLAG),
          entry("inert", ValueRule.FLAG),
          entry("translate", oneOf("yes", "no")),
          entry("spellcheck", oneOf("true", "false")),
          entry("popover", oneOf("", "auto", "manual")),
          entry(
              "inputmode",
              oneOf("none", "text", "decimal", "numeric", "tel", "search", "email", "url")),
          entry(
              "enterkeyhint", oneOf("enter", "done", "go", "next", "previous", "search", "send")));

  private static final Set<String> GLOBAL_IN_SVG =
      Set.of("class", "id", "role", "lang", "tabindex");

  /// Declarations that say nothing inside HTML: not worth a mention when they go.
  private static final Set<String> NOISE =
      Set.of("xmlns", "xmlns:xlink", "version", "xml:space", "rel", "fetchpriority");

  private AllowedAttributes() {}

  static SequencedMap<String, String> of(Node.Element element, Removals removals) {
    var kept = new LinkedHashMap<String, String>();
    element
        .attributes()
        .forEach((source, value) -> {
          // The old name of a reference; every browser reads the new one.
          boolean old = source.equals("xlink:href");
          if (old && element.has("href")) {
            return;
          }
          String name = old ? "href" : source;
          Optional<String> clean =
              rule(element, name).flatMap(rule -> rule.clean(Characters.plain(value)));
          clean.ifPresent(v -> kept.put(name, v));
          if (!clean.equals(Optional.of(value)) && worthSaying(name, value, clean)) {
            removals.attribute(source, element.name());
          }
        });
    String link = kept.get("href");
    if (link != null && UrlPolicy.isExternal(link)) {
      kept.put("rel", "noopener noreferrer");
    } else {
      kept.remove("target");
    }
    return kept;
  }

  private static boolean worthSaying(String name, String value, Optional<String> clean) {
    if (clean.isPresent()) {
      return name.equals("href") && clean.get().equals(UrlPolicy.NOWHERE);
    }
    return !NOISE.contains(name) && !(name.equals("class") && value.isBlank());
  }

  private static Optional<ValueRule> rule(Node.Element element, String name) {
    if ((name.startsWith("aria-") || name.startsWith("data-"))
        && OPEN_ENDED.matcher(name).matches()) {
      return Optional.of(ARIA.getOrDefault(name, TEXT));
    }
    if (element.space() == Node.Space.SVG) {
      return GLOBAL_IN_SVG.contains(name)
          ? Optional.ofNullable(GLOBAL.get(name))
          : SvgAttributes.rule(element.name(), name);
    }
    return GLOBAL.containsKey(name)
        ? Optional.ofNullable(GLOBAL.get(name))
        : HtmlAttributes.rule(element.name(), name);
  }
}
