package pageloom.author;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pageloom.plan.Brief;
import pageloom.plan.Copy;
import pageloom.plan.CopyItem;
import pageloom.plan.Fact;
import pageloom.plan.SectionPlan;
import pageloom.plan.Theme;

/// Made-up plans for tests of patterns, and the patterns that there are.
final class Samples {
  private static final Path PATTERNS = Path.of("src/main/resources/pageloom/author/patterns");
  static final List<String> CORE =
      List.of("navigation", "hero", "features", "social_proof", "pricing", "cta", "footer");

  private Samples() {}

  static Brief brief(String subject, long seed) {
    return new Brief(
        "Quill & Tide",
        subject,
        "small teams",
        "en",
        "plain",
        List.of(new Fact(Fact.Kind.PLACE, "Lisbon"), new Fact(Fact.Kind.PHONE, "+351 21 000 0000")),
        new Theme("harbor", "light", "grotesk", "soft", "normal"),
        seed);
  }

  /// Every `kind/layout` that has a template.
  static List<String> patterns() {
    try (var files = Files.walk(PATTERNS)) {
      return files
          .filter(f -> f.toString().endsWith(".html"))
          .map(f -> PATTERNS.relativize(f).toString().replace('\\', '/').replace(".html", ""))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One page with the given pattern among a section of each core kind.
  static List<SectionPlan> page(String pattern, Copy copy) {
    String[] parts = pattern.split("/", -1);
    var others =
        CORE.stream()
            .filter(kind -> !kind.equals(parts[0]))
            .map(kind -> section(kind, "none", copy));
    return Stream.concat(Stream.of(section(parts[0], parts[1], copy)), others).toList();
  }

  static SectionPlan section(String kind, String layout, Copy copy) {
    String anchor = kind.replace('_', '-');
    var name = new StringBuilder();
    for (String word : kind.split("_", -1))
      name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    return new SectionPlan(name.toString(), anchor, kind, layout, copy);
  }

  static Copy full() {
    return new Copy(
        "An eyebrow",
        "A <title> & more",
        "Some text.",
        "Go",
        "Look",
        "Sample things",
        true,
        items(5));
  }

  /// What a section gets that has next to no words.
  static Copy bare() {
    return new Copy("", "A title", "", "", "", "", false, List.of());
  }

  private static List<CopyItem> items(int count) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new CopyItem(
                "Item " + i,
                "Text of it.",
                "$" + i,
                i < 3 ? "One group" : "Other group",
                i % 2 == 0 ? "clock" : "",
                List.of("Point one", "Point two"),
                i == 1))
        .toList();
  }
}
