package pageloom.plan;

import java.util.List;
import java.util.Map;

/// The words that one page can use, all of one language.
///
/// @param language BCP 47 tag
/// @param type its page type in that language
/// @param kinds copy by section kind, where the page type has none
record Wording(String language, PageType type, Map<String, Copy> kinds) {
  Wording {
    kinds = Map.copyOf(kinds);
  }

  /// The generic copy of a kind.
  Copy generic(SectionKind kind) {
    return kinds.getOrDefault(kind.id(), kind.copy());
  }

  /// The page type's own variants for a kind, else the generic copy alone.
  List<Copy> variants(SectionKind kind) {
    List<Copy> own = type.copy().getOrDefault(kind.id(), List.of());
    return own.isEmpty() ? List.of(generic(kind)) : own;
  }
}
