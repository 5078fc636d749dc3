package pageloom.markup;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One thing that is wrong with a fragment, and what to do about it.
///
/// @param kind what it is
/// @param message what is wrong and how to mend it, in words that a model or a person can follow;
///   the same for the same fault wherever it stands
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
    TOO_LARGE("too_large"),
    TOO_DEEP("too_deep"),
    EMPTY("empty"),
    TRUNCATED("truncated"),
    UNBALANCED("unbalanced"),
    NOT_ONE_ROOT("not_one_root"),
    WRONG_ROOT("wrong_root"),
    WRONG_ID("wrong_id"),
    SCRIPT("script"),
    FORBIDDEN_ELEMENT("forbidden_element"),
    REMOTE_RESOURCE("remote_resource"),
    STYLE("style"),
    RAW_COLOUR("raw_colour"),
    LOW_CONTRAST("low_contrast"),
    HEADING_ORDER("heading_order"),
    MISSING_ALT("missing_alt"),
    MISSING_NAME("missing_name"),
    DEAD_LINK("dead_link"),
    INVENTED_PROOF("invented_proof"),
    PLACEHOLDER("placeholder"),
    EMOJI("emoji"),
    TOO_LITTLE("too_little");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
