package pageloom.author;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pageloom.plan.Brief;
import pageloom.plan.Copy;
import pageloom.plan.CopyItem;
import pageloom.plan.Fact;
import pageloom.plan.SectionPlan;

/// What a template can name. Pictures are drawn only if the template asks for them; absent strings
/// are empty, which templates take for false.
final class PatternContext {
  private final Brief brief;
  private final SectionPlan section;
  private final Links links;
  private final Artwork art;
  private final List<PatternItem> items;
  private final int year;

  PatternContext(Brief brief, SectionPlan section, List<SectionPlan> all, int year) {
    this.brief = brief;
    this.section = section;
    this.year = year;
    links = new Links(brief.language(), section, all);
    art = new Artwork(brief, section);
    List<CopyItem> from = section.copy().items();
    List<PatternItem> views = new ArrayList<>();
    for (int i = 0; i < from.size(); i++)
      views.add(new PatternItem(from.get(i), i, from, section.anchor(), art));
    items = List.copyOf(views);
  }

  String anchor() {
    return section.anchor();
  }

  String brand() {
    return brief.brand();
  }

  /// The brand's first letter.
  String initial() {
    String brand = brief.brand().strip();
    if (brand.isEmpty()) return "";
    return Character.toString(brand.codePointAt(0)).toUpperCase(Locale.ROOT);
  }

  /// What templates say by themselves.
  Map<String, String> words() {
    return PatternWords.of(brief.language());
  }

  String eyebrow() {
    return copy().eyebrow();
  }

  String title() {
    return copy().title();
  }

  String text() {
    return copy().text();
  }

  String primary() {
    return copy().primary();
  }

  String secondary() {
    return copy().secondary();
  }

  String note() {
    return copy().note();
  }

  boolean sample() {
    return copy().sample();
  }

  /// What the sample mark says; empty when nothing is a sample.
  String sampleLabel() {
    if (!copy().sample()) return "";
    return copy().note().isEmpty() ? PatternWords.sample(brief.language()) : copy().note();
  }

  String primaryHref() {
    return links.primary();
  }

  String secondaryHref() {
    return links.secondary();
  }

  List<Links.Link> nav() {
    return links.navigation();
  }

  boolean hasNav() {
    return !nav().isEmpty();
  }

  boolean manyLinks() {
    return nav().size() > 4;
  }

  /// What a band of type says over and over.
  List<String> refrain() {
    String second = place().isEmpty() ? brief.subject() : place();
    return Collections.nCopies(6, List.of(brief.brand(), second)).stream()
        .flatMap(List::stream)
        .toList();
  }

  /// The class that sets the brand's name as large as the page is wide.
  String pageWide() {
    return Signature.pageWide(brief.brand());
  }

  List<PatternItem> items() {
    return items;
  }

  boolean hasItems() {
    return !items.isEmpty();
  }

  int itemCount() {
    return items.size();
  }

  /// The items by their `meta`, in the order of its first use.
  List<Group> groups() {
    Map<String, List<PatternItem>> groups = new LinkedHashMap<>();
    items.forEach(i -> groups.computeIfAbsent(i.meta(), m -> new ArrayList<>()).add(i));
    List<Group> numbered = new ArrayList<>();
    groups.forEach((name, of) -> numbered.add(new Group(name, of, numbered.size(), anchor())));
    return numbered;
  }

  /// Whether an item has a price for a month, which `yearly` says for a year.
  boolean hasYearly() {
    return items.stream().anyMatch(item -> item.yearly() != null);
  }

  /// The columns of a comparison, whose first item has their names.
  List<ComparisonColumn> columns() {
    return ComparisonColumn.of(copy().items());
  }

  Artwork art() {
    return art;
  }

  /// The brand's sign; also inside items, where `art` is the item's picture.
  String mark() {
    return art.mark();
  }

  int year() {
    return year;
  }

  String place() {
    return fact(Fact.Kind.PLACE);
  }

  String phone() {
    return fact(Fact.Kind.PHONE);
  }

  /// The number as `tel:` wants it.
  String phoneLink() {
    return phone().replaceAll("[^+0-9]", "");
  }

  /// Whether the brief or the items say where or how to reach the brand.
  boolean hasContact() {
    return hasItems() || !(place() + phone() + email() + hours()).isEmpty();
  }

  String email() {
    return fact(Fact.Kind.EMAIL);
  }

  String hours() {
    return fact(Fact.Kind.HOURS);
  }

  private Copy copy() {
    return section.copy();
  }

  private String fact(Fact.Kind kind) {
    return brief.facts().stream()
        .filter(f -> f.kind() == kind)
        .map(Fact::text)
        .findFirst()
        .orElse("");
  }

  /// Items that share a `meta`.
  record Group(String name, List<PatternItem> items, int index, String anchor) {
    /// Counted from `01`.
    String number() {
      return PatternItem.counted(index);
    }

    boolean first() {
      return index == 0;
    }

    String id() {
      return anchor + "-group-" + (index + 1);
    }
  }
}
