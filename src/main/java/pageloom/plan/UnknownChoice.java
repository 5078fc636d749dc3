package pageloom.plan;

import java.util.List;

/// A request named something that the catalogue does not have.
public final class UnknownChoice extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String field;

  /// Says what was not found and what there is.
  ///
  /// @param field the request's field, e.g. `pageType`
  /// @param allowed what it may say
  public UnknownChoice(String field, List<String> allowed) {
    super("unknown " + field + "; use one of: " + String.join(", ", allowed));
    this.field = field;
  }

  /// The request's field, as the wire spells it.
  public String field() {
    return field;
  }
}
