package pageloom.markup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pageloom.markup.Finding.Kind;

/// Whether every tag of raw text has its counterpart, exact about void elements, optional end tags
/// and SVG. A parser would mend silently what a model has to be told. One owner.
final class TagBalance {
  private static final Set<String> VOID =
      Set.of(
          "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
          "source", "track", "wbr");
  private static final Set<String> CHARACTERS =
      Set.of("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes");
  private static final Set<String> NEVER_NESTED = Set.of("a", "button", "form");
  private static final Set<String> DOCUMENT = Set.of("html", "head", "body");
  private static final int MAX_NAMED = 6;

  private record Open(String name, int at, boolean foreign) {}

  private final TagScan scan;
  private final Sink sink;
  private final List<Open> stack = new ArrayList<>();
  private final Map<String, Integer> open = new HashMap<>();
  private final String raw;
  private @Nullable Lines lines;

  TagBalance(String raw, Sink sink) {
    this.raw = raw;
    this.sink = sink;
    scan = new TagScan(raw);
  }

  /// Says what is out of balance; false if the markup is nested too deep to look further.
  boolean look() {
    for (Optional<TagScan.Tag> next = scan.next(); next.isPresent(); next = scan.next()) {
      TagScan.Tag tag = next.get();
      if (tag.broken()) {
        sink.found(
            Kind.UNBALANCED,
            line(tag.at()),
            "The quotes in the attributes of <"
                + Sink.shortened(tag.name())
                + "> do not match: write each attribute as name=\"value\"");
      }
      switch (tag.form()) {
        case OPEN -> open(tag);
        case CLOSE -> close(tag);
        case CUT -> {
          truncated(tag.name(), line(tag.at()));
          return true;
        }
      }
      if (stack.size() > FragmentParser.MAX_DEPTH) {
        sink.found(
            Kind.TOO_DEEP,
            line(tag.at()),
            "Elements are nested more than "
                + FragmentParser.MAX_DEPTH
                + " deep: close what you open, and nest no deeper than the layout needs");
        return false;
      }
    }
    stack.removeIf(o -> OptionalEnds.mayStayOpen(o.name()));
    if (!stack.isEmpty()) {
      truncated("", 0);
    }
    return true;
  }

  private void open(TagScan.Tag tag) {
    String name = tag.name();
    if (DOCUMENT.contains(name)) {
      sink.found(
          Kind.NOT_ONE_ROOT,
          line(tag.at()),
          "<" + name + "> belongs to a whole document: send the one root element of the section");
      return;
    }
    if (foreign()) {
      if (!tag.selfClosing()) {
        push(name, tag.at(), !name.equals("foreignobject"));
      }
      return;
    }
    implied(tag);
    if (NEVER_NESTED.contains(name) && count(name) > 0) {
      sink.found(
          Kind.UNBALANCED,
          line(tag.at()),
          "A <" + name + "> stands inside another <" + name + ">: close the outer one before it");
    }
    if (VOID.contains(name)) {
      return;
    }
    boolean svg = name.equals("svg") || name.equals("math");
    if (tag.selfClosing()) {
      if (svg) {
        return;
      }
      sink.found(
          Kind.UNBALANCED,
          line(tag.at()),
          "<" + name + " /> does not close itself: write <" + name + "></" + name + ">");
      return;
    }
    push(name, tag.at(), svg);
    if (CHARACTERS.contains(name)) {
      scan.skipText(name);
    }
  }

  /// Ends what the start tag ends by itself.
  private void implied(TagScan.Tag tag) {
    end(OptionalEnds.endedBy(tag.name()), tag);
    if (OptionalEnds.endsParagraph(tag.name())) {
      end(OptionalEnds.paragraph(), tag);
    }
  }

  private void end(OptionalEnds.Ends ends, TagScan.Tag by) {
    int total = 0;
    for (String name : ends.elements()) {
      total += count(name);
    }
    if (total == 0) {
      return;
    }
    int outermost = -1;
    for (int i = stack.size() - 1; i >= 0; i--) {
      Open o = stack.get(i);
      if (ends.limits().contains(o.name()) || o.foreign()) {
        break;
      }
      if (ends.elements().contains(o.name())) {
        outermost = i;
      }
    }
    if (outermost >= 0) {
      popTo(outermost, "<" + by.name() + ">");
    }
  }

  private void close(TagScan.Tag tag) {
    String name = tag.name();
    if (DOCUMENT.contains(name) || (VOID.contains(name) && !name.equals("br"))) {
      return;
    }
    if (count(name) == 0) {
      sink.found(
          Kind.UNBALANCED,
          line(tag.at()),
          name.equals("p")
              ? "</p> closes nothing: a <p> ends where a block such as <div>, <ul> or <h3> begins,"
                  + " so put none into a paragraph"
              : "</"
                  + Sink.shortened(name)
                  + "> closes nothing: take it away, or open its element");
      return;
    }
    int at = stack.size() - 1;
    while (!stack.get(at).name().equals(name)) {
      at--;
    }
    popTo(at + 1, "</" + name + ">");
    pop();
  }

  private void popTo(int size, String before) {
    while (stack.size() > size) {
      Open o = pop();
      if (!OptionalEnds.mayStayOpen(o.name())) {
        sink.found(
            Kind.UNBALANCED,
            line(o.at()),
            "<" + Sink.shortened(o.name()) + "> is not closed before " + before + ": close it");
      }
    }
  }

  private void truncated(String inside, int at) {
    List<String> names = new ArrayList<>();
    for (int i = stack.size() - 1; i >= 0; i--) {
      if (!OptionalEnds.mayStayOpen(stack.get(i).name())) {
        names.add("</" + Sink.shortened(stack.get(i).name()) + ">");
      }
    }
    int more = names.size() - MAX_NAMED;
    String missing =
        String.join("", names.subList(0, Math.min(names.size(), MAX_NAMED)))
            + (more > 0 ? " and " + more + " more" : "");
    sink.found(
        Kind.TRUNCATED,
        at,
        "The markup ends "
            + (inside.isEmpty() ? "too early" : "inside " + inside)
            + (missing.isEmpty() ? "" : ", before " + missing)
            + ": write the section to its end");
  }

  private void push(String name, int at, boolean foreign) {
    stack.add(new Open(name, at, foreign));
    open.merge(name, 1, Integer::sum);
  }

  private Open pop() {
    Open o = stack.removeLast();
    open.merge(o.name(), -1, Integer::sum);
    return o;
  }

  private int count(String name) {
    return open.getOrDefault(name, 0);
  }

  private boolean foreign() {
    return !stack.isEmpty() && stack.getLast().foreign();
  }

  private int line(int at) {
    Lines known = lines == null ? new Lines(raw) : lines;
    lines = known;
    return known.of(at);
  }
}
