package pageloom.export;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import pageloom.markup.ClassNames;

/// What there is of a page to hand out.
///
/// @param title what the browser's tab says
/// @param language BCP 47 tag of its text
/// @param mode `light`, `dark` or `auto`
/// @param themeCss the rules that give the theme's variables their values
/// @param sections those that are done, in the order of the page
public record FinishedPage(
    String title, String language, String mode, String themeCss, List<Section> sections) {
  public FinishedPage {
    title = title.isEmpty() ? "Page" : title;
    sections = List.copyOf(sections);
  }

  /// One section.
  ///
  /// @param html the sanitized fragment
  public record Section(String name, String html) {
    boolean is(String root) {
      return html.startsWith("<" + root);
    }
  }

  /// The class names of all sections.
  Set<String> classes() {
    Set<String> classes = new LinkedHashSet<>();
    sections.forEach(section -> classes.addAll(ClassNames.of(section.html())));
    return classes;
  }

  /// The index of the first section of the page's main content: all but a navigation above it.
  int mainStart() {
    return !sections.isEmpty() && sections.getFirst().is("nav") ? 1 : 0;
  }

  /// The index behind the last section of the main content; equal to [#mainStart] without any.
  int mainEnd() {
    boolean footer = sections.size() > mainStart() && sections.getLast().is("footer");
    return sections.size() - (footer ? 1 : 0);
  }
}
