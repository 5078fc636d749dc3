package pageloom.author;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pageloom.plan.Copy;
import pageloom.plan.CopyItem;
import pageloom.plan.Plan;
import pageloom.plan.SectionPlan;

/// What a section's task names: its place, its job, its neighbours and first notes for its words.
final class TaskView {
  private static final Map<String, Map<String, String>> SAYINGS =
      new Gson()
          .fromJson(
              Resources.text("prompts/sections.json"),
              new TypeToken<Map<String, Map<String, String>>>() {}.getType());

  private final Plan plan;
  private final SectionPlan section;

  TaskView(Plan plan, SectionPlan section) {
    this.plan = plan;
    this.section = section;
  }

  /// A section beside this one.
  record Neighbour(String name, String layout, String shape) {}

  int number() {
    return index() + 1;
  }

  int count() {
    return plan.sections().size();
  }

  String name() {
    return section.name();
  }

  String anchor() {
    return section.anchor();
  }

  String layout() {
    return section.layout();
  }

  String root() {
    return switch (section.kind()) {
      case "navigation" -> "nav";
      case "hero" -> "header";
      case "footer" -> "footer";
      default -> "section";
    };
  }

  String job() {
    return saying("kinds", section.kind(), "What its name promises.");
  }

  String shape() {
    return shape(section);
  }

  List<Neighbour> before() {
    return neighbour(index() - 1);
  }

  List<Neighbour> after() {
    return neighbour(index() + 1);
  }

  String targets() {
    String targets =
        plan.sections().stream()
            .filter(s -> !s.anchor().equals(section.anchor()))
            .map(s -> "#" + s.anchor())
            .collect(Collectors.joining(" "));
    return targets.isEmpty() ? "none" : targets;
  }

  boolean hasHints() {
    return !hints().isEmpty();
  }

  /// The words that the section would have without a model.
  List<String> hints() {
    Copy copy = section.copy();
    List<String> hints = new ArrayList<>();
    add(hints, "small line above the title", copy.eyebrow());
    add(hints, "title", copy.title());
    add(hints, "text", copy.text());
    add(hints, "main action", copy.primary());
    add(hints, "second action", copy.secondary());
    if (!copy.sample()) {
      add(hints, "small print", copy.note());
    }
    for (CopyItem item : copy.items()) {
      String words =
          Stream.concat(
                  Stream.of(item.title(), item.label(), item.meta(), item.text()),
                  item.points().stream())
              .filter(s -> !s.isEmpty())
              .collect(Collectors.joining(" | "));
      add(hints, item.featured() ? "item, the one to point at" : "item", words);
    }
    return hints;
  }

  boolean sample() {
    return section.copy().sample();
  }

  String sampleLabel() {
    String note = section.copy().note();
    return note.isEmpty() ? PatternWords.sample(plan.brief().language()) : note;
  }

  private int index() {
    for (int i = 0; i < plan.sections().size(); i++) {
      if (plan.sections().get(i).anchor().equals(section.anchor())) {
        return i;
      }
    }
    throw new IllegalArgumentException("no section " + section.anchor() + " in the plan");
  }

  /// The section there, or none.
  private List<Neighbour> neighbour(int index) {
    if (index < 0 || index >= plan.sections().size()) {
      return List.of();
    }
    SectionPlan s = plan.sections().get(index);
    return List.of(new Neighbour(s.name(), s.layout(), shape(s)));
  }

  private static String shape(SectionPlan s) {
    return saying("layouts", s.layout(), "as its name says");
  }

  private static String saying(String group, String key, String otherwise) {
    return SAYINGS.getOrDefault(group, Map.of()).getOrDefault(key, otherwise);
  }

  private static void add(List<String> hints, String what, String words) {
    if (!words.isBlank()) {
      hints.add(what + ": " + Fence.line(words));
    }
  }
}
