package pageloom.markup;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/// What a class attribute says, whatever element has it.
///
/// @param strange the classes that no fragment should have: other colours, another dark side
/// @param looks what it says about text and what is behind it
/// @param cover whether an element with it may cover what its siblings show
/// @param display what it says about the flow
/// @param whitespace what it says about white space in text
/// @param allowed the attribute as a section may carry it; empty when nothing of it may stay
record ClassList(
    List<Utility> strange,
    Looks looks,
    boolean cover,
    Display.Said display,
    Whitespace.Said whitespace,
    Optional<String> allowed) {
  private static final Set<String> COVERS =
      Set.of("inset-0", "size-full", "inset-x-0", "inset-y-0", "-z-10", "-inset-1");
  private static final Remembered<ClassList> KNOWN =
      new Remembered<>(2048, 256, ClassList::workedOut);
  private static final ClassList NONE = workedOut("");

  static ClassList of(String value) {
    return value.isEmpty() ? NONE : KNOWN.of(value);
  }

  static ClassList of(Element element) {
    return of(element.className());
  }

  static ClassList of(Node.Element element) {
    return of(element.attributes().getOrDefault("class", ""));
  }

  private static ClassList workedOut(String value) {
    List<String> words = Characters.words(value);
    List<Utility> utilities = words.stream().map(Utility::of).toList();
    return new ClassList(
        utilities.stream().filter(u -> u.foreign() || u.dark()).toList(),
        Looks.of(utilities),
        isCover(new Element("div").attr("class", value)),
        Display.said(words),
        Whitespace.said(words),
        ClassPolicy.clean(words));
  }

  private static boolean isCover(Element e) {
    return (e.hasClass("absolute") || e.hasClass("fixed")) && COVERS.stream().anyMatch(e::hasClass);
  }
}
