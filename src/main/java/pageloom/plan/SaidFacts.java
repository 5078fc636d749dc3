package pageloom.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sees to it that a page says what the person said: its subject, what sets it apart and every
/// fact, word for word. What no section says yet goes into the small line above a title, where any
/// phrase of any language may stand.
final class SaidFacts {
  private static final int LONGEST_LINE = 76;

  private static final int LONGEST_CLAUSE = 36;
  private static final Pattern BOUNDARY = Pattern.compile("[,.;:!?]\\h|[()\\n–—|]");

  private final String prompt;
  private final List<SectionPlan> sections;
  private final List<SectionPlan> plain;

  /// @param sections of a page, with their copy filled
  /// @param plain the same as if the prompt stated no facts, so that a figure of a deck's own is
  ///   not taken for the person's
  SaidFacts(String prompt, List<SectionPlan> sections, List<SectionPlan> plain) {
    this.prompt = prompt;
    this.plain = List.copyOf(plain);
    this.sections = new ArrayList<>(sections);
  }

  /// @param subject what the prompt itself calls the matter; empty if it does not
  /// @param qualities what sets it apart
  List<SectionPlan> with(
      String subject, List<String> qualities, List<Fact> facts, SectionWishes wishes) {
    int hero = indexOf("hero");
    if (hero >= 0 && !subject.isEmpty() && !isSaid(subject, s -> !isFrame(s)))
      put(hero, Capitals.first(subject), true);
    for (String quality : qualities) {
      if (hero >= 0 && !isSaid(quality, s -> !isFrame(s))) put(hero, quality, false);
    }
    for (Fact fact : facts) {
      boolean unwanted =
          fact.kind() == Fact.Kind.PRICE
              && wishes.removed().stream().anyMatch(k -> k.id().equals("pricing"));
      if (unwanted) continue;
      String clause = clause(fact);
      boolean said = clause.equals(fact.text()) ? isFilledIn(clause) : isSaid(clause, s -> true);
      if (!said) put(home(fact.kind(), hero), clause, false);
    }
    return List.copyOf(sections);
  }

  /// A price with what it is for, where the prompt says so in few words: "loaves from €6".
  private String clause(Fact fact) {
    int at = fact.kind() == Fact.Kind.PRICE ? prompt.indexOf(fact.text()) : -1;
    if (at < 0) return fact.text();
    int from = Math.max(0, at - LONGEST_CLAUSE);
    boolean begins = from == 0;
    Matcher before = BOUNDARY.matcher(prompt.substring(from, at));
    int start = from;
    while (before.find()) {
      start = from + before.end();
      begins = true;
    }
    int end = at + fact.text().length();
    Matcher after = BOUNDARY.matcher(prompt);
    boolean goesOn = end < prompt.length() && !after.region(end, prompt.length()).lookingAt();
    String clause = prompt.substring(start, end).strip();
    boolean whole = begins && start > 0 && !(goesOn && Character.isLetter(prompt.charAt(end)));
    return whole && clause.length() <= LONGEST_CLAUSE && !clause.matches("(?s).*[{}<>].*")
        ? clause
        : fact.text();
  }

  /// The section that a fact belongs to, else the hero; -1 where the page has neither.
  private int home(Fact.Kind kind, int hero) {
    List<String> kinds =
        switch (kind) {
          case PRICE ->
              List.of(
                  "pricing", "menu", "products", "listings", "donate", "services", "curriculum");
          case HOURS -> List.of("hours", "contact");
          case DATE -> List.of("schedule");
          case PHONE, EMAIL -> List.of("contact", "hours");
          case PLACE -> List.of("hours", "contact", "schedule");
        };
    for (String wanted : kinds) {
      int index = indexOf(wanted);
      if (index >= 0) return index;
    }
    return hero;
  }

  private int indexOf(String kind) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).kind().equals(kind)) return i;
    }
    return -1;
  }

  private boolean isSaid(String words, Predicate<SectionPlan> where) {
    String wanted = words.toLowerCase(Locale.ROOT);
    return sections.stream()
        .filter(where)
        .anyMatch(s -> s.copy().toString().toLowerCase(Locale.ROOT).contains(wanted));
  }

  /// Whether it stands where a placeholder was.
  private boolean isFilledIn(String words) {
    for (int i = 0; i < sections.size(); i++) {
      boolean here = sections.get(i).copy().toString().contains(words);
      if (here && !plain.get(i).copy().toString().contains(words)) return true;
    }
    return false;
  }

  private static boolean isFrame(SectionPlan section) {
    return section.kind().equals("navigation") || section.kind().equals("footer");
  }

  private void put(int index, String words, boolean first) {
    if (index < 0) return;
    SectionPlan section = sections.get(index);
    Copy copy = section.copy();
    String line = joined(copy.eyebrow(), words, first);
    boolean fits = line.length() <= LONGEST_LINE;
    String note = fits ? copy.note() : joined(copy.note(), words, false);
    var said =
        new Copy(
            fits ? line : copy.eyebrow(),
            copy.title(),
            copy.text(),
            copy.primary(),
            copy.secondary(),
            note,
            copy.sample(),
            copy.items());
    sections.set(
        index,
        new SectionPlan(section.name(), section.anchor(), section.kind(), section.layout(), said));
  }

  private static String joined(String line, String words, boolean first) {
    if (line.isEmpty()) return words;
    if (words.toLowerCase(Locale.ROOT).startsWith(line.toLowerCase(Locale.ROOT)))
      return Capitals.first(words);
    return first ? words + " · " + line : line + " · " + words;
  }
}
