package pageloom.markup;

/// Markup that cannot be made into a section at all: too large, too deep, or never the same twice.
/// The message says which, in words for a person.
public final class MarkupRejected extends RuntimeException {
  private static final long serialVersionUID = 1;

  MarkupRejected(String message) {
    super(message);
  }
}
