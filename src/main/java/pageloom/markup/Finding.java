package pageloom.markup;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One thing that is wrong with a fragment, and what to do about it.
///
/// @param kind what it is
/// @param message what is wrong and how to mend it, in words for whoever wrote the markup; the same
///   for the same fault wherever it stands
/// @param lines where, counted from 1, each line once, ascending; empty when it is nowhere to be
///   pointed at
public record Finding(Kind kind, String message, List<Integer> lines) {
  private static final int LINES_SAID = 3;

  public Finding {
    lines = List.copyOf(lines);
  }

  /// The message with its places in front: `Lines 3, 8: The <img> has no alt: ...`.
  public String instruction() {
    if (lines.isEmpty()) {
      return message;
    }
    String said =
        lines.stream().limit(LINES_SAID).map(String::valueOf).collect(Collectors.joining(", "));
    int more = lines.size() - LINES_SAID;
    return (lines.size() == 1 ? "Line " : "Lines ")
        + said
        + (more > 0 ? " and " + more + " more" : "")
        + ": "
        + message;
  }

  /// Whether two lists name the same faults, wherever these stand: a repair that only moved them
  /// mended nothing.
  public static boolean same(List<Finding> before, List<Finding> after) {
    return before.size() == after.size()
        && Stream.of(before, after)
                .map(l -> l.stream().map(f -> f.kind + f.message).sorted().toList())
                .distinct()
                .count()
            == 1;
  }

  /// What can be wrong. The code is for logs and the wire and never changes.
  public enum Kind {
    TOO_LARGE("too_large", "it is far too long"),
    TOO_DEEP("too_deep", "its elements are nested too deep"),
    EMPTY("empty", "it holds no markup"),
    TRUNCATED("truncated", "it ends too early"),
    UNBALANCED("unbalanced", "its tags do not match"),
    NOT_ONE_ROOT("not_one_root", "it is not one section"),
    WRONG_ROOT("wrong_root", "it is the wrong kind of section"),
    WRONG_ID("wrong_id", "links would not find it"),
    SCRIPT("script", "it holds a script"),
    FORBIDDEN_ELEMENT("forbidden_element", "it holds elements that no page may have"),
    REMOTE_RESOURCE("remote_resource", "it loads files from elsewhere"),
    STYLE("style", "it brings styles of its own"),
    RAW_COLOUR("raw_colour", "it has colours outside the theme"),
    LOW_CONTRAST("low_contrast", "some text is hard to read on its background"),
    HEADING_ORDER("heading_order", "its headings are out of order"),
    MISSING_ALT("missing_alt", "pictures have no description"),
    MISSING_NAME("missing_name", "buttons or fields have no name"),
    DEAD_LINK("dead_link", "links lead nowhere"),
    INVENTED_PROOF("invented_proof", "it claims what you never said"),
    PLACEHOLDER("placeholder", "it holds dummy text"),
    EMOJI("emoji", "it has emoji for icons"),
    TOO_LITTLE("too_little", "it has next to no words");

    private final String code;
    private final String words;

    Kind(String code, String words) {
      this.code = code;
      this.words = words;
    }

    /// What is wrong, for a person who did not write the markup; part of a sentence.
    public String words() {
      return words;
    }

    public String code() {
      return code;
    }
  }
}
