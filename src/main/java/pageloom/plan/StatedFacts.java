package pageloom.plan;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the prompt states what a section would otherwise stand in for, the section is no sample:
/// the mark goes, and so do stand-ins that would stand beside the stated hours.
final class StatedFacts {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w{1,20})");

  private final Set<String> stated;
  private final CopyWords words;

  /// @param stated names of the placeholders that have values
  /// @param words the language of the copy
  StatedFacts(Set<String> stated, CopyWords words) {
    this.stated = Set.copyOf(stated);
    this.words = words;
  }

  /// @param copy with its placeholders still open
  Copy settle(String kind, Copy copy) {
    if (!copy.sample()) return copy;
    return switch (kind) {
      case "contact" -> isAllStated(copy) ? genuine(copy, copy.items()) : copy;
      case "hours" -> statesHours(copy) ? genuine(copy, withoutInvented(copy)) : copy;
      default -> copy;
    };
  }

  private boolean isAllStated(Copy copy) {
    boolean any = false;
    for (CopyItem item : copy.items()) {
      Matcher matcher = PLACEHOLDER.matcher(item.title() + item.text());
      if (!matcher.find()) continue;
      any = true;
      if (!stated.contains(matcher.group(1))) return false;
    }
    return any;
  }

  private boolean statesHours(Copy copy) {
    return stated.contains("hours")
        && copy.items().stream().anyMatch(i -> i.label().contains("{hours"));
  }

  private List<CopyItem> withoutInvented(Copy copy) {
    return copy.items().stream()
        .filter(i -> i.label().contains("{hours") || !words.isInvented(i.label()))
        .toList();
  }

  private Copy genuine(Copy copy, List<CopyItem> items) {
    return new Copy(
        copy.eyebrow(),
        copy.title(),
        copy.text(),
        copy.primary(),
        copy.secondary(),
        words.isSampleMark(copy.note()) ? "" : copy.note(),
        false,
        items);
  }
}
