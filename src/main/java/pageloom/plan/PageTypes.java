package pageloom.plan;

import com.google.gson.JsonElement;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The catalogue of page types: the decks that `page-types/index.json` names.
public final class PageTypes {
  /// One type as people choose it.
  ///
  /// @param id e.g. `saas`
  /// @param label what people read
  /// @param sections names of its sections, in order
  public record Choice(String id, String label, List<String> sections) {
    public Choice {
      sections = List.copyOf(sections);
    }
  }

  private final Map<String, PageType> byId = new LinkedHashMap<>();
  private final Set<String> known = new HashSet<>();

  PageTypes(List<PageType> types) {
    if (types.isEmpty()) throw new IllegalStateException("no page types");
    for (PageType type : types) {
      if (byId.put(type.id(), type) != null)
        throw new IllegalStateException("page type " + type.id() + " is listed twice");
      for (PageType.Keyword keyword : type.keywords()) known.addAll(keyword.phrase().stems());
    }
  }

  /// Reads the catalogue from the class path.
  public static PageTypes load() {
    return new PageTypes(
        PlanFile.read("page-types/index.json").getAsJsonArray().asList().stream()
            .map(JsonElement::getAsString)
            .map(id -> PageType.of(PlanFile.read("page-types/" + id + ".json").getAsJsonObject()))
            .toList());
  }

  /// Every type, in the order of the catalogue.
  public List<Choice> choices() {
    return byId.values().stream().map(t -> new Choice(t.id(), t.label(), t.sections())).toList();
  }

  /// The type a request names.
  ///
  /// @throws UnknownChoice if there is none of that id
  PageType type(String id) {
    PageType type = byId.get(id);
    if (type == null) throw new UnknownChoice("pageType", List.copyOf(byId.keySet()));
    return type;
  }

  Collection<PageType> all() {
    return byId.values();
  }

  /// Whether a stem is an ordinary word of some type, hence no name.
  boolean knows(String stem) {
    return known.contains(stem);
  }
}
