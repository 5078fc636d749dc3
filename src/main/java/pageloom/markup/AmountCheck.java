package pageloom.markup;

import pageloom.markup.Finding.Kind;

/// A section has something to say.
final class AmountCheck implements Check {
  private static final int LEAST_LETTERS = 20;
  private static final int LEAST_OF_LINKS = 2;

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    boolean links = context.kind().equals("navigation") || context.kind().equals("footer");
    long letters = fragment.seen().all().codePoints().filter(Character::isLetterOrDigit).count();
    if (letters < (links ? LEAST_OF_LINKS : LEAST_LETTERS)) {
      sink.found(
          Kind.TOO_LITTLE,
          "The section has next to no words: write its real copy, a title and what belongs under"
              + " it");
    }
  }
}
