package pageloom.plan;

import com.google.gson.Gson;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The catalogue of section kinds, from `section-kinds.json`.
public final class SectionKinds {
  /// The kind for a section name that nobody knows.
  static final String CONTENT = "content";

  private final Map<String, SectionKind> byId = new LinkedHashMap<>();
  private final KindPhrases any;
  private final KindPhrases alone;

  SectionKinds(List<SectionKind> kinds) {
    for (SectionKind kind : kinds) {
      if (byId.put(kind.id(), kind) != null)
        throw new IllegalStateException("kind " + kind.id() + " is listed twice");
    }
    if (!byId.containsKey(CONTENT)) throw new IllegalStateException("no kind " + CONTENT);
    any = KindPhrases.any(kinds);
    alone = KindPhrases.alone(kinds);
  }

  /// Reads the catalogue from the class path.
  public static SectionKinds load() {
    var read = new Gson().fromJson(PlanFile.read("section-kinds.json"), SectionKind[].class);
    return new SectionKinds(Arrays.asList(read));
  }

  /// Every kind, the core kinds first.
  public List<SectionKind> all() {
    return List.copyOf(byId.values());
  }

  /// The kind with this id.
  ///
  /// @throws IllegalArgumentException if there is none
  public SectionKind kind(String id) {
    SectionKind kind = byId.get(id);
    if (kind == null) throw new IllegalArgumentException("no section kind " + id);
    return kind;
  }

  /// The kind that a section name means: by id, name or synonym, `OurPricing` included.
  public Optional<SectionKind> named(String name) {
    return any.named(SectionNames.spaced(name));
  }

  /// What any kind is called.
  KindPhrases any() {
    return any;
  }

  /// The names that mean a section without the word section.
  KindPhrases alone() {
    return alone;
  }
}
