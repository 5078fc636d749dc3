package pageloom.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts a page's sections together: their kinds and order first, then name, anchor, layout and
/// copy.
final class SectionPlans {
  /// A section to be: the name it is asked for by, its kind, and whether the name was unknown.
  private record Slot(String name, SectionKind kind, boolean unknown) {}

  private static final List<String> CLOSING =
      List.of("cta", "newsletter", "contact", "donate", "download");

  private static final Set<String> EARLY =
      Set.of("pricing", "menu", "products", "schedule", "hours");

  private final SectionKinds kinds;
  private final Wording wording;
  private final CopyText text;
  private final Draw draw;

  /// @param wording the words to choose from
  /// @param text what fills them
  SectionPlans(SectionKinds kinds, Wording wording, CopyText text, Draw draw) {
    this.kinds = kinds;
    this.wording = wording;
    this.text = text;
    this.draw = draw;
  }

  /// @param asked the request's own list of names; empty if the prompt and the page type decide
  List<SectionPlan> of(List<String> asked, SectionWishes wishes) {
    List<Slot> slots = asked(asked);
    if (slots.isEmpty()) slots = wished(wording.type(), wishes);
    List<Copy> copies = copies(slots);
    List<SectionKind> order = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++)
      order.add(FittingLayouts.of(slots.get(i).kind(), copies.get(i)));
    List<String> layouts = LayoutChoice.choose(order, draw);
    var names = new SectionNames();
    List<SectionPlan> plans = new ArrayList<>();
    for (int i = 0; i < slots.size(); i++) {
      String kind = slots.get(i).kind().id();
      String name = names.name(slots.get(i).name());
      String anchor = names.anchor(name, kind);
      plans.add(new SectionPlan(name, anchor, kind, layouts.get(i), copies.get(i)));
    }
    return plans;
  }

  private List<Copy> copies(List<Slot> slots) {
    Map<String, Integer> seen = new HashMap<>();
    List<Copy> copies = new ArrayList<>();
    for (Slot slot : slots) {
      String kind = slot.kind().id();
      int occurrence = seen.merge(kind, 1, Integer::sum) - 1;
      Copy open = slot.unknown() ? titled(slot) : copy(slot.kind(), occurrence);
      copies.add(text.fill(text.facts().settle(kind, open)));
    }
    return copies;
  }

  /// The request's own list; what is blank or past the limit is left out.
  private List<Slot> asked(List<String> asked) {
    return asked.stream()
        .map(SectionNames::clean)
        .filter(name -> !name.isEmpty())
        .limit(Planner.MAX_SECTIONS)
        .map(name -> {
          Optional<SectionKind> kind = kinds.named(name);
          return new Slot(
              name, kind.orElseGet(() -> kinds.kind(SectionKinds.CONTENT)), kind.isEmpty());
        })
        .toList();
  }

  private List<Slot> wished(PageType type, SectionWishes wishes) {
    if (!wishes.only().isEmpty())
      return wishes.only().stream().map(k -> new Slot(k.name(), k, false)).toList();
    List<Slot> slots = new ArrayList<>();
    for (String name : type.sections()) {
      SectionKind kind =
          kinds
              .named(name)
              .orElseThrow(
                  () -> new IllegalStateException(type.id() + " names no section kind: " + name));
      if (!wishes.removed().contains(kind)) slots.add(new Slot(name, kind, false));
    }
    for (SectionKind kind : wishes.added()) {
      boolean there = slots.stream().anyMatch(s -> s.kind().equals(kind));
      if (!there && slots.size() < Planner.MAX_SECTIONS)
        slots.add(place(slots, kind), new Slot(kind.name(), kind, false));
    }
    if (slots.isEmpty()) slots.add(new Slot("Hero", kinds.kind("hero"), false));
    return slots;
  }

  /// Where an added section goes: before the closing ones, at the top or bottom if it belongs
  /// there.
  private static int place(List<Slot> slots, SectionKind kind) {
    if (kind.id().equals("navigation")) return 0;
    int end = slots.size();
    if (kind.id().equals("footer")) return end;
    if (kind.id().equals("hero"))
      return end > 0 && slots.get(0).kind().id().equals("navigation") ? 1 : 0;
    while (end > 0 && slots.get(end - 1).kind().id().equals("footer")) end--;
    if (CLOSING.contains(kind.id())) return end;
    boolean early = EARLY.contains(kind.id());
    while (end > 1 && closes(slots.get(end - 1).kind().id(), early)) end--;
    return end;
  }

  /// Questions come after what they are about.
  private static boolean closes(String kind, boolean early) {
    return CLOSING.contains(kind) || (early && kind.equals("faq"));
  }

  private Copy copy(SectionKind kind, int occurrence) {
    List<Copy> variants = wording.variants(kind);
    int drawn = draw.below(variants.size(), "copy " + kind.id());
    return variants.get((drawn + occurrence) % variants.size());
  }

  /// The generic section under the name that was asked for.
  private Copy titled(Slot slot) {
    Copy copy = wording.generic(slot.kind());
    return new Copy(
        copy.eyebrow(),
        Capitals.first(SectionNames.spaced(slot.name())),
        copy.text(),
        copy.primary(),
        copy.secondary(),
        copy.note(),
        copy.sample(),
        copy.items());
  }
}
