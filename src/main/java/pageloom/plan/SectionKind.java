package pageloom.plan;

import java.util.List;

/// One kind of section that the catalogue knows.
///
/// @param id e.g. `social_proof`
/// @param name the name a page gives it by default, e.g. `SocialProof`
/// @param layouts ids of its layouts, the default first
/// @param synonyms what people call it, in several languages
/// @param alone those of its names that mean a section even if nobody says "section"
/// @param copy its words for any page whose type has none for it, with placeholders
public record SectionKind(
    String id,
    String name,
    List<String> layouts,
    List<String> synonyms,
    List<String> alone,
    Copy copy) {
  public SectionKind {
    layouts = List.copyOf(layouts);
    synonyms = List.copyOf(synonyms);
    alone = alone == null ? List.of() : List.copyOf(alone);
    if (layouts.isEmpty()) throw new IllegalArgumentException("kind " + id + " has no layout");
  }
}
